import type { ReactNode } from "react";
import { FilterBar } from "#components/analysis/filters/filter-bar.tsx";
import { MeasureHelp } from "#components/analysis/measures/measure-help.tsx";
import { ShareLink } from "#components/analysis/share-link.tsx";
import { LiveRefresh } from "#components/ui/live-refresh.tsx";
import type { ViewName } from "#lib/domain/analysis/findings/views.ts";
import type { loadAnalysis } from "./analysis.ts";
import { Filtered } from "./filtered.tsx";
import { VersionNote } from "./version-note.tsx";

type Props = {
  analysis: Awaited<ReturnType<typeof loadAnalysis>>["analysis"];
  view: ViewName;
  isPending: boolean;
  children: ReactNode;
};

/**
 * What stands above every view: which version this is, filters to try, and whether intervals are still on their way.
 * Below it, what its measures say.
 */
export function ViewPage({ analysis, view, isPending, children }: Props) {
  const filters = (
    <div className="relative mb-5 print:hidden">
      <FilterBar />
      <div className="absolute top-0 -right-3">
        <ShareLink version={analysis.version} />
      </div>
    </div>
  );
  return (
    <>
      <VersionNote analysis={analysis} />
      {analysis.version === analysis.latestVersion ? filters : <Filtered analysis={analysis}>{filters}</Filtered>}
      {isPending ? (
        <p role="status" className="mb-4 text-sm text-ink-2">
          Some intervals are still being computed; they appear by themselves.
          <LiveRefresh seconds={1} />
        </p>
      ) : null}
      {children}
      <MeasureHelp view={view} />
    </>
  );
}
