import { clusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import type { Measured } from "#lib/domain/statistics/measured.ts";
import { differences } from "#lib/domain/statistics/moments.ts";
import { expectedHalfWidth } from "#lib/domain/statistics/sample-size.ts";
import { sdFactors } from "#lib/domain/statistics/sd-interval.ts";
import type { DimensionCells } from "../cells.ts";
import { type AnalysisContext, clustersOfCells, compactClusters } from "../context.ts";
import type { PlannerCurve } from "../findings/planner.ts";
import { humanRatings } from "../human-items.ts";
import type { AnalysisQuestion } from "../question.ts";

/** Spread of differences over cells: SD, how alike cells of a cluster are, cells per cluster, clusters. */
export type Spread = {
  deviation: Measured;
  correlation: Measured;
  cellsPerCluster: number | null;
  clusters: number;
};

/** No plan goes beyond this many episodes. */
const MOST_CLUSTERS = 5_000;
/** Points of a projected curve, and of the measured one. */
const POINTS = 24;
const CHECKPOINTS = 12;
/** From this many clusters on an interval exists that is worth a point. */
const FIRST_CHECKPOINT = 3;

type Widths = { bias: Spread; human: Spread; squaredCorrelation: number; totalCells: number };

/** Half-width after `clusters` labelled clusters, with the standard deviation multiplied by `factor`. */
type WidthOf = (clusters: number, factor: number) => number;

/** The projected curves of one policy: bias, its difference to an equally large base, and the debiased mean. */
export function widthCurves(
  question: AnalysisQuestion,
  { bias, human, squaredCorrelation, totalCells }: Widths,
): Omit<PlannerCurve, "policy" | "measured" | "have">[] {
  const ofBias = widthOfMean(bias, question.confidence);
  const ofHuman = widthOfMean(human, question.confidence);
  if (!ofBias || !ofHuman) return [];
  // Two independent means with 2(G − 1) degrees of freedom: the width of 2G − 1 clusters, scaled to their errors.
  const ofDifference: WidthOf = (clusters, factor) =>
    ofBias(2 * clusters - 1, factor) * Math.sqrt((2 * (2 * clusters - 1)) / clusters);
  const perCluster = human.cellsPerCluster ?? 1;
  const ofDebiased: WidthOf = (clusters, factor) => {
    const labelled = Math.min(1, (clusters * perCluster) / Math.max(1, totalCells));
    return ofHuman(clusters, factor) * Math.sqrt(1 - squaredCorrelation * (1 - labelled));
  };
  return [
    { kind: "bias", ...project(ofBias, bias.clusters, question) },
    { kind: "difference", ...project(ofDifference, bias.clusters, question) },
    { kind: "debiased-mean", ...project(ofDebiased, bias.clusters, question) },
  ];
}

function widthOfMean({ deviation, correlation, cellsPerCluster }: Spread, confidence: number): WidthOf | null {
  const sd = deviation.value;
  if (sd === null || sd === 0 || cellsPerCluster === null) return null;
  const design = { cellsPerCluster, rho: correlation.value ?? 0, confidence };
  return (clusters, factor) => expectedHalfWidth(clusters, { sd: sd * factor, ...design });
}

/** The curve with the band of what the standard deviation may truly be, and where it meets the target. */
function project(widthOf: WidthOf, have: number, { targetHalfWidth, confidence }: AnalysisQuestion) {
  const needed = firstBelow((clusters) => widthOf(clusters, 1), targetHalfWidth);
  const last = Math.min(MOST_CLUSTERS, Math.ceil(1.3 * Math.max(needed ?? MOST_CLUSTERS / 10, have, 10)));
  const [low, high] = sdFactors(have, confidence) ?? [1, 1];
  const steps = [...new Set(Array.from({ length: POINTS }, (_, i) => Math.round(3 + ((last - 3) * i) / (POINTS - 1))))];
  const projected = steps.map((clusters) => ({
    clusters,
    halfWidth: widthOf(clusters, 1),
    low: widthOf(clusters, low),
    high: widthOf(clusters, high),
  }));
  return { needed, projected };
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

/** Half-widths of the bias as labels came in: over the first clusters in the order of their first rating by a person. */
export function measuredWidths(
  context: AnalysisContext,
  place: number,
  cells: DimensionCells,
): PlannerCurve["measured"] {
  const clusters = compactClusters(clustersOfCells(cells, context.clusters.within));
  const rank = arrivalRanks(context, place, cells, clusters);
  const steps = Array.from({ length: CHECKPOINTS }, (_, i) =>
    Math.round(FIRST_CHECKPOINT + ((clusters.count - FIRST_CHECKPOINT) * i) / (CHECKPOINTS - 1)),
  );
  const d = differences(cells.judge, cells.human);
  return [...new Set(steps)].flatMap((count) => {
    if (count < FIRST_CHECKPOINT || count > clusters.count) return [];
    const isIn = (_: number, cell: number) => rank[clusters.of[cell]!]! < count;
    const of = { of: clusters.of.filter(isIn), count: clusters.count };
    const { interval } = clusterMean(d.filter(isIn), of, context.question.confidence);
    return interval ? [{ clusters: count, halfWidth: (interval[1] - interval[0]) / 2 }] : [];
  });
}

/** The place of each cluster in the order of arrival of its first rating by a person. */
function arrivalRanks(
  context: AnalysisContext,
  place: number,
  cells: DimensionCells,
  clusters: { of: Int32Array; count: number },
): Int32Array {
  const clusterOfUnit = new Int32Array(context.columns.units.count).fill(-1);
  for (let cell = 0; cell < cells.unit.length; cell += 1) clusterOfUnit[cells.unit[cell]!] = clusters.of[cell]!;
  const first = new Int32Array(clusters.count).fill(2_147_483_647);
  for (const rating of humanRatings(context, place)) {
    const cluster = clusterOfUnit[context.columns.unit[rating]!]!;
    if (cluster >= 0) first[cluster] = Math.min(first[cluster]!, context.columns.order[rating]!);
  }
  const order = Array.from(first.keys()).sort((a, b) => first[a]! - first[b]! || a - b);
  const ranks = new Int32Array(clusters.count);
  for (const [rank, cluster] of order.entries()) ranks[cluster] = rank;
  return ranks;
}
