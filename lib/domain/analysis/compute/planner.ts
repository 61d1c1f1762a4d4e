import { clusterIcc } from "#lib/domain/statistics/cluster-variance.ts";
import { type Measured, measured, notDefined } from "#lib/domain/statistics/measured.ts";
import { differences, rootOfVariance, sampleVariance } from "#lib/domain/statistics/moments.ts";
import { pearson } from "#lib/domain/statistics/pearson.ts";
import type { DimensionCells } from "../cells.ts";
import { type AnalysisContext, cellsOf, clustersOfCells, compactClusters } from "../context.ts";
import type { PolicyFacts } from "../findings/common.ts";
import type { DimensionPlan, PlannerCurve, PlannerFinding } from "../findings/planner.ts";
import { buildHead } from "../head.ts";
import { allocateRatings, completionBands } from "./allocation.ts";
import { measuredWidths, type Spread, widthCurves } from "./planner-curves.ts";

/** View 8: how wide the intervals are, how they narrow with more ratings, and where people should rate next. */
export function findPlanner(context: AnalysisContext): PlannerFinding {
  return {
    ...buildHead(context),
    view: "planner",
    targetHalfWidth: context.question.targetHalfWidth,
    byDimension: context.dimensions.map((place) => planOf(context, place)),
    completion: context.dimensions.flatMap((place) => completionBands(context, place)),
  };
}

function planOf(context: AnalysisContext, place: number): DimensionPlan {
  const { policies } = context.selection.groups;
  const all = spreadOf(context, cellsOf(context, place, -1, "both"));
  const spreads = policies.map((policy) => ({
    policy,
    cells: cellsOf(context, place, policy.position, "both"),
  }));
  const curves = spreads.flatMap(({ policy, cells }) => curvesOf(context, place, policy, cells));
  const needed = curves.filter(({ kind }) => kind === "bias").map((curve) => curve.needed ?? 0);
  return {
    dimension: context.columns.dimensions[place]!,
    curves,
    deviation: all.deviation,
    clusterCorrelation: all.correlation,
    cellsPerCluster: all.cellsPerCluster,
    ratingsPerCell: all.deviation.value === null ? null : 1,
    sentence: planSentence(context, curves, all),
    allocation: allocateRatings(context, place, Math.max(0, ...needed) * (all.cellsPerCluster ?? 1)),
  };
}

/** How much differences vary and how alike those of one cluster are. */
export function spreadOf(context: AnalysisContext, cells: DimensionCells): Spread {
  const d = differences(cells.judge, cells.human);
  const clusters = compactClusters(clustersOfCells(cells, context.clusters.within));
  const deviation: Measured =
    d.length < 2
      ? notDefined(d.length === 0 ? "no_data" : "single_pair")
      : measured(rootOfVariance(sampleVariance(d), d));
  return {
    deviation,
    correlation: clusterIcc(d, clusters).icc,
    cellsPerCluster: clusters.count === 0 ? null : d.length / clusters.count,
    clusters: clusters.count,
  };
}

function curvesOf(context: AnalysisContext, place: number, policy: PolicyFacts, cells: DimensionCells): PlannerCurve[] {
  const spread = spreadOf(context, cells);
  const human = spreadOf(context, { ...cells, judge: new Float64Array(cells.human.length) });
  const total = cellsOf(context, place, policy.position, "judge").unit.length;
  const r = pearson(cells.judge, cells.human).value ?? 0;
  const curves = widthCurves(context.question, { bias: spread, human, squaredCorrelation: r * r, totalCells: total });
  const measuredBias = measuredWidths(context, place, cells);
  return curves
    .filter(({ kind }) => kind !== "difference" || !policy.isBase)
    .map((curve) => ({ ...curve, policy, measured: curve.kind === "bias" ? measuredBias : [], have: spread.clusters }));
}

/** “43 episodes are enough for the bias within ±0.5 at SD 2.0; …” for the policy that needs most. */
function planSentence(
  { question, clusterFacts }: AnalysisContext,
  curves: readonly PlannerCurve[],
  all: Spread,
): string {
  const most = (kind: PlannerCurve["kind"]) => {
    const ofKind = curves.filter((curve) => curve.kind === kind && curve.needed !== null);
    return ofKind.reduce((highest, { needed }) => Math.max(highest, needed!), 0);
  };
  const [bias, difference] = [most("bias"), most("difference")];
  const [, clusters] = clusterFacts.noun;
  if (bias === 0 || all.deviation.value === null)
    return `Too few ratings to plan with: rate at least ten ${clusters} of each policy as a pilot.`;
  const target = `±${question.targetHalfWidth}`;
  const pair = difference > 0 ? ` The difference between two policies needs ${difference} per policy.` : "";
  return `${bias} ${clusters} per policy are enough for the bias within ${target} at a standard deviation of ${all.deviation.value.toFixed(1)}.${pair} For the bias, more ${clusters} with one rating per cell beat more ratings of the same ones.`;
}
