"use client";
import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";
import { chooseInAddress, queryWith, useAddressChoice } from "./address-choice.ts";

const PARAMETER = "dimension";

/** The dimension that the address names, followed while it changes; null for none. */
export function useDimensionParameter(): string | null {
  return useAddressChoice(PARAMETER);
}

/** The dimension of the address, else goal, else the first; null when there are none. */
export function useChosenDimension<Dimension extends Pick<AnalysisDimension, "key">>(
  dimensions: readonly Dimension[],
): Dimension | null {
  const wanted = useDimensionParameter();
  const find = (key: string | null) => dimensions.find((dimension) => dimension.key === key);
  return find(wanted) ?? find("goal") ?? dimensions[0] ?? null;
}

/** The query of the page's address with another dimension; filters stay. */
export function queryWithDimension(search: URLSearchParams, key: string): string {
  return queryWith(search, PARAMETER, key);
}

/** Chooses a dimension without asking the server: a view holds all of them. */
export function chooseDimension(key: string): void {
  chooseInAddress(PARAMETER, key);
}
