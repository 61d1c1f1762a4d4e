import type { AnalysisDimension } from "./columns.ts";
import type { EndShares, Histogram } from "./findings/common.ts";

/** Counts of values on the points of a scale, in bins of `step` points; each value goes to the nearest bin. */
export function scaleHistogram(
  values: ArrayLike<number>,
  { min, max }: Pick<AnalysisDimension, "min" | "max">,
  step = 1,
): Histogram {
  const counts = new Array<number>(Math.round((max - min) / step) + 1).fill(0);
  for (let i = 0; i < values.length; i += 1) {
    const bin = Math.round((values[i]! - min) / step);
    if (bin >= 0 && bin < counts.length) counts[bin]! += 1;
  }
  return { from: min, step, counts };
}

/** How many of the values lie at either end of the scale; null without values. */
export function endShares(
  values: ArrayLike<number>,
  { min, max }: Pick<AnalysisDimension, "min" | "max">,
): EndShares | null {
  let low = 0;
  let high = 0;
  for (let i = 0; i < values.length; i += 1) {
    if (values[i] === min) low += 1;
    if (values[i] === max) high += 1;
  }
  return values.length === 0 ? null : { low: low / values.length, high: high / values.length };
}

/** The step of a lattice over this scale: whole points, halves where the scale is short or scores are not whole. */
export function latticeStep({ min, max, isWhole }: Pick<AnalysisDimension, "min" | "max" | "isWhole">): number {
  if (isWhole) return 1;
  return max - min <= 5 ? 0.25 : 0.5;
}
