"use client";
import { useSearchParams } from "next/navigation";
import { FILTER_PARAMETERS } from "#lib/domain/analysis/filter-changes.ts";
import type { ViewName } from "#lib/domain/analysis/findings/views.ts";
import { useDimensionParameter } from "./chosen-dimension.ts";
import { CORRELATION_PARAMETER } from "./correlation-picker.tsx";
import { viewPath } from "./view-words.ts";

/** What of an address belongs to the analysis, and not to one view of it. */
const KEPT = ["version", CORRELATION_PARAMETER, ...FILTER_PARAMETERS] as const;

/** Links to the views of an analysis that take the filters and the dimension of this page along. */
export function useViewHref(analysisId: string): (view: ViewName, dimension?: string) => string {
  const search = useSearchParams();
  const chosen = useDimensionParameter();
  return (view, dimension = chosen ?? undefined) => withFilters(viewPath(analysisId, view), search, dimension);
}

/** A page of an analysis under the filters and the version of an address, on one dimension where one is named. */
export function withFilters(path: string, search: URLSearchParams, dimension?: string): string {
  const kept = new URLSearchParams();
  if (dimension) kept.set("dimension", dimension);
  for (const name of KEPT) for (const value of search.getAll(name)) kept.append(name, value);
  return kept.size === 0 ? path : `${path}?${kept}`;
}
