import { studentTQuantile } from "#lib/domain/statistics/distributions.ts";
import { sdFactors } from "#lib/domain/statistics/sd-interval.ts";
import type { Narrowing, PlannerCurve } from "../findings/planner.ts";
import type { AnalysisQuestion } from "../question.ts";

/** No plan goes beyond this many clusters. */
const MOST_CLUSTERS = 5_000;
/** Points of a projected curve. */
const POINTS = 24;
/** A curve goes on a little behind the point where its target is met. */
const BEYOND = 1.3;

/**
 * What is expected of one interval: the variance that a cluster adds to it after so many labelled clusters (it falls where
 * the judge helps), and how many clusters that was measured on.
 */
export type Expectation = {
  varianceAt: (clusters: number) => number;
  samples: Narrowing["samples"];
  /** Clusters that there are now. */
  have: number;
  /** Independent values that the variance comes from. */
  measuredOn: number;
};

/**
 * Half-width after `clusters` labelled clusters (two or more), in points: t times the error of the mean, with
 * samples · (G − 1) degrees of freedom.
 */
function expectedWidth(
  { clusterVariance, samples }: Pick<Narrowing, "clusterVariance" | "samples">,
  clusters: number,
  confidence: number,
): number {
  const reach = studentTQuantile(1 - (1 - confidence) / 2, samples * (clusters - 1));
  return reach * Math.sqrt(clusterVariance / clusters);
}

/**
 * The projected curve with the band of what the spread may truly be, and where it meets the target: expected, and at the
 * upper end of the spread. The band holds for the standard deviation of what whole clusters add, so it covers how alike
 * cells of a cluster are as well. Null where nothing varies.
 */
export function projectCurve(
  { varianceAt, samples, have, measuredOn }: Expectation,
  { targetHalfWidth, confidence }: Pick<AnalysisQuestion, "targetHalfWidth" | "confidence">,
): (Narrowing & Pick<PlannerCurve, "projected" | "needed" | "neededAtMost" | "have">) | null {
  const clusterVariance = varianceAt(have);
  if (!(clusterVariance > 0)) return null;
  const widthAt = (clusters: number) =>
    expectedWidth({ clusterVariance: varianceAt(clusters), samples }, clusters, confidence);
  const [low, high] = sdFactors(measuredOn, confidence) ?? [1, 1];
  const needed = firstBelow(widthAt, targetHalfWidth);
  const neededAtMost = firstBelow((clusters) => widthAt(clusters) * high, targetHalfWidth);
  const projected = stepsTo(needed, have).map((clusters) => {
    const halfWidth = widthAt(clusters);
    return { clusters, halfWidth, low: halfWidth * low, high: halfWidth * high };
  });
  return { clusterVariance, samples, factor: high, projected, needed, neededAtMost, have };
}

function stepsTo(needed: number | null, have: number): number[] {
  const last = Math.min(MOST_CLUSTERS, Math.ceil(BEYOND * Math.max(needed ?? MOST_CLUSTERS / 10, have, 10)));
  // In equal ratios, as a curve bends most at its beginning.
  return [...new Set(Array.from({ length: POINTS }, (_, i) => Math.round(3 * (last / 3) ** (i / (POINTS - 1)))))];
}

/** The least number of clusters at which a falling width is at most `target`; null beyond what anybody plans. */
function firstBelow(widthOf: (clusters: number) => number, target: number): number | null {
  if (widthOf(MOST_CLUSTERS) > target) return null;
  let [low, high] = [2, MOST_CLUSTERS];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (widthOf(middle) <= target) high = middle;
    else low = middle + 1;
  }
  return low;
}
