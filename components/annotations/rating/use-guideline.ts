import { useEffect, useState } from "react";
import type { DimensionGuideline } from "#lib/domain/annotations/guidelines/types.ts";
import { dimensionSegment } from "./go.ts";

/**
 * The guidelines of one dimension, asked for when they are opened: undefined on the way, “failed” where no answer came.
 * `source/ID` answers with one dimension's page as JSON. What was read once stays.
 */
export function useGuideline(source: string, dimension: string, isOpen: boolean) {
  const [fetched, setFetched] = useState<Record<string, DimensionGuideline | "failed">>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: a failed page is asked for again when it is opened again
  useEffect(() => {
    if (!isOpen || (fetched[dimension] && fetched[dimension] !== "failed")) return;
    let isCurrent = true;
    void fetchPage(`${source}/${dimensionSegment(dimension)}`).then((answer) => {
      if (isCurrent) setFetched((before) => ({ ...before, [dimension]: answer }));
    });
    return () => {
      isCurrent = false;
    };
  }, [isOpen, dimension, source]);
  return fetched[dimension];
}

async function fetchPage(url: string): Promise<DimensionGuideline | "failed"> {
  try {
    const response = await fetch(url, { headers: { accept: "application/json" } });
    return response.ok ? ((await response.json()) as DimensionGuideline) : "failed";
  } catch {
    return "failed";
  }
}
