import type { AnalysisDimension } from "../columns.ts";

/** A band of the judge's scores, both ends included. */
export type JudgeBand = { from: number; to: number };

/** The judge's scale is cut into this many bands. */
const BANDS = 3;

/** The bands of a scale: 0..3, 4..6 and 7..10 for 0..10. */
export function judgeBands({ min, max }: Pick<AnalysisDimension, "min" | "max">): JudgeBand[] {
  const edges = Array.from({ length: BANDS + 1 }, (_, i) => min + Math.round(((max - min + 1) * i) / BANDS));
  return Array.from({ length: BANDS }, (_, band) => ({ from: edges[band]!, to: edges[band + 1]! - 1 }));
}

/** The place of the band of a score; means between two bands belong to the nearer one, halves to the upper. */
export function bandOf(judge: number, bands: readonly JudgeBand[]): number {
  const band = bands.findIndex(({ to }) => judge < to + 0.5);
  return band < 0 ? bands.length - 1 : band;
}
