import type { DraftSaver } from "../saving/draft-saver.ts";
import { parseGo } from "./go.ts";
import type { RatingView } from "./rating-layout.tsx";

/** What a way out of the dimension in hand leans on. */
export type Surroundings = {
  saver: DraftSaver;
  view: RatingView;
  /** Addresses of the review, of giving the conversation back, and of where the visit stands. */
  addresses: { review: string; skip: string; start: string };
  goTo(dimension: string): void;
  /** Says why the next page does not open yet; empty takes it back. */
  setFarewell(text: string): void;
};

/** Goes where a button of the form leads. Pages beyond this one open only when the server has everything. */
export async function leaveRoom(
  to: string,
  { saver, view, addresses, goTo, setFarewell }: Surroundings,
): Promise<void> {
  const target = parseGo(to);
  if (target.kind === "guidelines") return view.setReading(true);
  if (target.kind === "dimension") {
    view.setPane("rating");
    return goTo(target.id);
  }
  if (target.kind !== "review" && target.kind !== "skip") return;
  setFarewell("");
  if (await saver.flush()) return window.location.assign(target.kind === "review" ? addresses.review : addresses.skip);
  const { state, isOver } = saver.getSnapshot();
  if (isOver) return window.location.assign(addresses.start);
  // What was refused says itself what to put right.
  if (state === "refused") return;
  setFarewell(
    "The next page opens when the connection is back. Everything you did is kept on this device and will be sent.",
  );
}
