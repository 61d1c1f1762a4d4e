"use client";
import { useSearchParams } from "next/navigation";
import { useSyncExternalStore } from "react";
import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";

const PARAMETER = "dimension";
/** Said to all who follow the choice; the router itself may not be listening yet when the first choice is made. */
const CHANGED = "studio:dimension";

function follow(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  window.addEventListener("popstate", onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
    window.removeEventListener("popstate", onChange);
  };
}

function readAddress(): string | null {
  return new URLSearchParams(window.location.search).get(PARAMETER);
}

/** The dimension that the address names, followed while it changes; null for none. */
export function useDimensionParameter(): string | null {
  const onServer = useSearchParams().get(PARAMETER);
  return useSyncExternalStore(follow, readAddress, () => onServer);
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
  const parameters = new URLSearchParams(search);
  parameters.set(PARAMETER, key);
  return `?${parameters}`;
}

/** Chooses a dimension without asking the server: a view holds all of them. */
export function chooseDimension(key: string): void {
  window.history.replaceState(null, "", queryWithDimension(new URLSearchParams(window.location.search), key));
  window.dispatchEvent(new Event(CHANGED));
}
