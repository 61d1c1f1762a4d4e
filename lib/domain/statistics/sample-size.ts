import { designEffect } from "./cluster-variance.ts";
import { normalQuantile, studentTQuantile } from "./distributions.ts";
import { DEFAULT_CONFIDENCE } from "./estimate.ts";
import { smallestWhole } from "./smallest-whole.ts";

/** How cells come: `cellsPerCluster` per episode, sharing `rho` of the variance (negative counts as 0). */
export type CellDesign = { cellsPerCluster: number; rho: number };

/** Episodes, and the cells in them, that a study needs; the design effect that was used. */
export type SampleSize = { clusters: number; cells: number; designEffect: number };

/** What the mean is to reach: `sd` of one difference and half-width of the interval, both in points and above 0. */
export type MeanTarget = CellDesign & { sd: number; halfWidth: number; confidence?: number };

/**
 * The fewest episodes for which the interval of a bias reaches no further than `halfWidth` to either side: t with G - 1
 * degrees of freedom, or the normal distribution for `method` "z" (specification of statistics, section 12). At least two.
 * Throws RangeError for a target that no study of a billion episodes reaches, and for one that is not above 0.
 */
export function sampleSizeForMean(
  { sd, halfWidth, cellsPerCluster, rho, confidence = DEFAULT_CONFIDENCE }: MeanTarget,
  method: "t" | "z" = "t",
): SampleSize {
  const deff = designEffect(cellsPerCluster, rho);
  const upper = 1 - (1 - confidence) / 2;
  const clusters = smallestWhole(2, (count) => {
    const reach = method === "t" ? studentTQuantile(upper, count - 1) : normalQuantile(upper);
    return reach * sd * Math.sqrt(deff / (count * cellsPerCluster)) <= halfWidth;
  });
  return { clusters, cells: clusters * cellsPerCluster, designEffect: deff };
}

/** Half-width of the interval of a bias after `clusters` episodes (two or more), in points. */
export function expectedHalfWidth(
  clusters: number,
  { sd, cellsPerCluster, rho, confidence = DEFAULT_CONFIDENCE }: Omit<MeanTarget, "halfWidth">,
): number {
  const se = sd * Math.sqrt(designEffect(cellsPerCluster, rho) / (clusters * cellsPerCluster));
  return studentTQuantile(1 - (1 - confidence) / 2, clusters - 1) * se;
}
