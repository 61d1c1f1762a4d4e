import type { ReactNode } from "react";
import { FilterProvider } from "#components/analysis/filters/filter-context.tsx";
import { listFilterOptions } from "#lib/operations/analysis/list-filter-options.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { saveFiltersAction } from "../actions.ts";
import type { loadAnalysis } from "./analysis.ts";

type Props = { analysis: Awaited<ReturnType<typeof loadAnalysis>>["analysis"]; children: ReactNode };

/** Gives the filters on a page what they can be turned to, at the version of the question that the page shows. */
export async function Filtered({ analysis, children }: Props) {
  const { id: analysisId, version, question, latestVersion, mayChange } = analysis;
  const options = await listFilterOptions(await requireUser(), { analysisId, version });
  const save = mayChange && version === latestVersion ? saveFiltersAction : null;
  return <FilterProvider value={{ analysisId, version, question, options, save }}>{children}</FilterProvider>;
}
