import { designEffect } from "./cluster-variance.ts";
import { normalQuantile, studentTQuantile } from "./distributions.ts";
import { DEFAULT_CONFIDENCE } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
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

/** The card of “Episodes for an interval”. */
export const meanSizeCard: MeasureCard<{ sd: number; halfWidth: number; cellsPerCluster: number; rho: number }> = {
  id: "sample_size_mean_ci",
  name: "Episodes for an interval",
  meaning:
    "How many episodes make the interval of a bias reach no further than a given number of points to either side.",
  range: "2 and more.",
  undefinedWhen: "No study of a billion episodes reaches the target.",
  source: "t interval with design effect 1 + (m − 1)ρ",
  example: {
    words: "Differences with SD 2, two agents that share 0.3, an interval of ±0.5.",
    input: { sd: 2, halfWidth: 0.5, cellsPerCluster: 2, rho: 0.3 },
    value: 43,
  },
};
