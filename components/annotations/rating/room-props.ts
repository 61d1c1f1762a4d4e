import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import type { GuidelinesAddresses } from "./rating-layout.tsx";
import type { RatedEpisode } from "./rating-view.ts";

/** Where the room's forms and links lead; all of them exist without JavaScript too. `room/ID` is one dimension. */
export type RatingAddresses = GuidelinesAddresses & {
  room: string;
  draft: string;
  extend: string;
  review: string;
  skip: string;
  /** Leads to where the visit stands. */
  start: string;
};

/** What the room is given: one episode, the scales, the draft, and where everything leads. */
export type RatingRoomProps = {
  assignmentId: string;
  episode: RatedEpisode;
  dimensions: readonly Dimension[];
  initialDimension: string;
  draft: { revision: number; savedAt: string | null; ratings: readonly RatingDraft[] };
  lease: { secondsLeft: number | null; extensionsLeft: number };
  /** "conversation 2 of 4"; how long the visit still takes is added as the person goes on. */
  where: readonly string[];
  effort: { minutesPerItem: number; itemsAfterThis: number };
  contact: string;
  addresses: RatingAddresses;
  /** What is missing, by `dimension.agent`, once the person has asked to submit. */
  problems: Readonly<Record<string, string>>;
  /** A sentence that greets the page, for example after two copies were brought together; else empty. */
  greeting: string;
};
