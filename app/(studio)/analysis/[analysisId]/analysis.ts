import { cache } from "react";
import { filterChangesOf, filterQueryOf, type ReadAddress, versionOf } from "#lib/domain/analysis/filter-changes.ts";
import type { ViewName } from "#lib/domain/analysis/findings/views.ts";
import { getView } from "#lib/operations/analysis/findings/get-view.ts";
import { getAnalysis } from "#lib/operations/analysis/get-analysis.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";

/** What every page of one analysis is given. */
export type AnalysisParams = { params: Promise<{ analysisId: string }> };
export type ViewProps = AnalysisParams & { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The analysis of the page and who looks at it, asked for once per request; the not-found page where there is none. */
export const loadAnalysis = cache(async (analysisId: string, version?: number) => {
  const actor = await requireUser();
  return { actor, analysis: await orNotFound(getAnalysis(actor, { analysisId, version })) };
});

/** The analysis at the version that the address names. */
export async function loadChosen({ params, searchParams }: ViewProps) {
  const { analysisId } = await params;
  const search = await searchParams;
  const read: ReadAddress = (name) => search[name];
  return { ...(await loadAnalysis(analysisId, versionOf(read))), read };
}

/** What a view of the page's analysis finds, under the filters of the address. */
export async function loadView<Name extends ViewName>(props: ViewProps, view: Name) {
  const { actor, analysis, read } = await loadChosen(props);
  const { id: analysisId, version } = analysis;
  const asked = getView(actor, { analysisId, version, changes: filterChangesOf(read), view });
  return { given: { ...(await orNotFound(asked)), query: filterQueryOf(read) }, view, analysis };
}
