import type { ComponentType } from "react";
import { FilterBar } from "#components/analysis/filters/filter-bar.tsx";
import { LiveBody, LiveNote, LiveView } from "#components/analysis/live/live-view.tsx";
import type { ShownView } from "#components/analysis/live/view-answer.ts";
import { MeasureHelp } from "#components/analysis/measures/measure-help.tsx";
import { ShareLink } from "#components/analysis/share-link.tsx";
import type { Findings, ViewName } from "#lib/domain/analysis/findings/views.ts";
import type { loadAnalysis } from "./analysis.ts";
import { Filtered } from "./filtered.tsx";
import { VersionNote } from "./version-note.tsx";

type Props<Name extends ViewName, Extra extends object> = {
  analysis: Awaited<ReturnType<typeof loadAnalysis>>["analysis"];
  view: Name;
  given: ShownView<Name>;
  /** Draws what the view finds; in the browser again with each change of the filters. */
  Body: ComponentType<{ analysisId: string; finding: Findings[Name] } & Extra>;
  /** What else it is given; stays the same while filters change. */
  extra?: Extra;
};

/**
 * A view and what stands above it: which version this is, filters to try, and whether intervals are still on their way.
 * Below it, what its measures say.
 */
export function ViewPage<Name extends ViewName, Extra extends object>(props: Props<Name, Extra>) {
  const { analysis, view, given, Body, extra } = props;
  const filters = (
    <div className="relative mb-5 print:hidden">
      <FilterBar />
      <div className="absolute top-0 -right-3">
        <ShareLink version={analysis.version} />
      </div>
    </div>
  );
  return (
    <LiveView analysisId={analysis.id} view={view} given={given}>
      <VersionNote analysis={analysis} />
      {analysis.version === analysis.latestVersion ? filters : <Filtered analysis={analysis}>{filters}</Filtered>}
      <LiveNote />
      <LiveBody Body={Body} analysisId={analysis.id} {...(extra ? { extra } : {})} />
      <MeasureHelp view={view} />
    </LiveView>
  );
}
