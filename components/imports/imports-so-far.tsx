import type { ReactNode } from "react";
import { LiveRefresh } from "#components/ui/live-refresh.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { type ImportState, isUnderWay } from "./import-state.tsx";

type Props = {
  /** The page that shows the list. */
  path: string;
  imports: readonly { state: ImportState }[];
  /** Where this page of the list begins and where the next one does; nothing at the newest, null at the last. */
  before: string | undefined;
  next: string | null;
  /** The table of these imports. */
  children: ReactNode;
};

/** One page of a list of imports under its heading, looked at again while one of them is under way. */
export function ImportsSoFar({ path, imports, before, next, children }: Props) {
  return (
    <section aria-labelledby="imports" className="mt-10">
      <h2 id="imports" className="mb-3 text-lg">
        {before ? "Earlier imports" : "Imports"}
      </h2>
      {children}
      <Pager firstHref={before ? path : null} nextHref={next ? `${path}?before=${encodeURIComponent(next)}` : null} />
      {imports.some((row) => isUnderWay(row.state)) ? <LiveRefresh seconds={3} /> : null}
    </section>
  );
}
