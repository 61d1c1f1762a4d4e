import { clusterIcc, designEffect } from "#lib/domain/statistics/cluster-variance.ts";
import { differenceInDifferences } from "#lib/domain/statistics/difference-in-differences.ts";
import { type Measured, measured, notDefined } from "#lib/domain/statistics/measured.ts";
import { differences, rootOfVariance, sampleVariance } from "#lib/domain/statistics/moments.ts";
import { pearson } from "#lib/domain/statistics/pearson.ts";
import { sdFactors } from "#lib/domain/statistics/sd-interval.ts";
import type { DimensionCells } from "../cells.ts";
import {
  type AnalysisContext,
  cellsOf,
  clustersOfCells,
  compactClusters,
  eachDimension,
  type UnitClusters,
} from "../context.ts";
import type { PolicyFacts } from "../findings/common.ts";
import type { DimensionPlan, PlannerCurve, PlannerFinding } from "../findings/planner.ts";
import { buildHead } from "../head.ts";
import { describeSampling } from "../sampling.ts";
import { allocateRatings, countDrawable } from "./allocation.ts";
import { completionBands, offersByBand, offersByLength } from "./completion.ts";
import { measuredBias, measuredDebiased, measuredDifference } from "./measured-widths.ts";
import { planSentence } from "./plan-sentence.ts";
import { type Expectation, projectCurve } from "./planner-curves.ts";

/** View 8: how wide the intervals are, how they narrow with more ratings, and where people should rate next. */
export function findPlanner(context: AnalysisContext): PlannerFinding {
  return {
    ...buildHead(context),
    view: "planner",
    targetHalfWidth: context.question.targetHalfWidth,
    byDimension: eachDimension(context, (place) => planOf(context, place)),
    completion: context.dimensions.flatMap((place) => completionBands(context, place)),
    offered: [...context.dimensions.flatMap((place) => offersByBand(context, place)), ...offersByLength(context)],
  };
}

/** Spread of differences over cells: SD, how alike cells of a cluster are, cells per cluster, clusters. */
type Spread = {
  deviation: Measured;
  correlation: Measured;
  cellsPerCluster: number | null;
  clusters: number;
};

function planOf(context: AnalysisContext, place: number): DimensionPlan {
  const { policies } = context.selection.groups;
  const all = spreadOf(cellsOf(context, place, -1, "both"), context.clusters.within);
  const curves = policies.flatMap((policy) => curvesOf(context, place, policy));
  const factors = sdFactors(all.clusters, context.question.confidence);
  const sd = all.deviation.value;
  return {
    dimension: context.columns.dimensions[place]!,
    curves,
    deviation: all.deviation,
    deviationInterval: sd === null || factors === null ? null : [sd * factors[0], sd * factors[1]],
    clusterCorrelation: all.correlation,
    designEffect: all.cellsPerCluster && designEffect(all.cellsPerCluster, all.correlation.value ?? 0),
    cellsPerCluster: all.cellsPerCluster,
    sentence: planSentence(context.question, curves, spreadByPolicy(context, place)),
    allocation: allocateRatings(context, place, curves),
    drawable: countDrawable(context, place),
  };
}

/** The standard deviation of each policy's differences, by its label; without those that have none. */
function spreadByPolicy(context: AnalysisContext, place: number): Map<string, number> {
  return new Map(
    context.selection.groups.policies.flatMap(({ label, position }) => {
      const sd = spreadOf(cellsOf(context, place, position, "both"), context.clusters.within).deviation.value;
      return sd === null ? [] : [[label, sd] as const];
    }),
  );
}

/** How much differences of cells vary and how alike those of one cluster are. */
function spreadOf(cells: DimensionCells, rule: UnitClusters): Spread {
  const d = differences(cells.judge, cells.human);
  const clusters = compactClusters(clustersOfCells(cells, rule));
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

/** Variance that one cluster adds to a mean of cells: s²·(1 + (m − 1)ρ) ÷ m. Null where nothing varies. */
function clusterVarianceOf({ deviation, correlation, cellsPerCluster }: Spread): number | null {
  if (!deviation.value || !cellsPerCluster) return null;
  return (deviation.value ** 2 * designEffect(cellsPerCluster, correlation.value ?? 0)) / cellsPerCluster;
}

function curvesOf(context: AnalysisContext, place: number, policy: PolicyFacts): PlannerCurve[] {
  const [within, between] = [nounOf(context, "within"), nounOf(context, "between")];
  const both = cellsOf(context, place, policy.position, "both");
  const judgeOnly = cellsOf(context, place, policy.position, "judge-only");
  const base = context.selection.groups.policies.find(({ isBase }) => isBase);
  const compared = base && base !== policy ? cellsOf(context, place, base.position, "both") : null;
  const difference = compared && differenceExpectation(context, compared, both);
  const parts: [PlannerCurve["kind"], Expectation | null, PlannerCurve["noun"], () => PlannerCurve["measured"]][] = [
    ["bias", biasExpectation(context, both), within, () => measuredBias(context, place, both)],
    [
      "difference",
      difference,
      between,
      () => measuredDifference(context, place, [compared!, both], difference?.samples === 1),
    ],
    [
      "debiased-mean",
      debiasedExpectation(context, both, judgeOnly.unit.length),
      between,
      () => (describeSampling(context).refusal === null ? measuredDebiased(context, place, both, judgeOnly) : []),
    ],
  ];
  return parts.flatMap(([kind, expectation, noun, measure]) => {
    const curve = expectation && projectCurve(expectation, context.question);
    return curve ? [{ kind, policy, noun, ...curve, measured: measure() }] : [];
  });
}

function nounOf({ clusterFacts }: AnalysisContext, side: "within" | "between"): readonly [string, string] {
  const isOther = clusterFacts[side] === "scenario" && clusterFacts.within !== "scenario";
  return isOther ? ["scenario", "scenarios"] : clusterFacts.noun;
}

function biasExpectation(context: AnalysisContext, both: DimensionCells): Expectation | null {
  const spread = spreadOf(both, context.clusters.within);
  const variance = clusterVarianceOf(spread);
  const { clusters } = spread;
  return variance === null ? null : { varianceAt: () => variance, samples: 1, have: clusters, measuredOn: clusters };
}

/**
 * The difference from the base. With shared clusters what both have in common cancels out, so its variance is taken from
 * the difference as it is measured now; with own clusters the two variances add up.
 */
function differenceExpectation(
  context: AnalysisContext,
  base: DimensionCells,
  policy: DimensionCells,
): Expectation | null {
  const rule = context.clusters.between;
  const spreads = [spreadOf(base, rule), spreadOf(policy, rule)] as const;
  const have = Math.min(spreads[0].clusters, spreads[1].clusters);
  const errors = [base, policy].map((cells) => ({
    d: differences(cells.judge, cells.human),
    clusters: clustersOfCells(cells, rule),
  }));
  const { clusters, se } = differenceInDifferences(errors[0]!, errors[1]!, context.question.confidence);
  const isShared = clusters < spreads[0].clusters + spreads[1].clusters;
  if (isShared) return se ? { varianceAt: () => se * se * have, samples: 1, have, measuredOn: have } : null;
  const variances = spreads.map(clusterVarianceOf);
  if (variances[0] === null || variances[1] === null) return null;
  const variance = variances[0]! + variances[1]!;
  return { varianceAt: () => variance, samples: 2, have, measuredOn: clusters - 1 };
}

/** The debiased score: people's variance, less what the judge explains of it on the cells that people have not rated. */
function debiasedExpectation(context: AnalysisContext, both: DimensionCells, others: number): Expectation | null {
  const spread = spreadOf({ ...both, judge: new Float64Array(both.human.length) }, context.clusters.between);
  const variance = clusterVarianceOf(spread);
  if (variance === null) return null;
  const explained = (pearson(both.judge, both.human).value ?? 0) ** 2;
  const all = both.unit.length + others;
  const varianceAt = (clusters: number) => {
    const share = Math.min(1, (clusters * spread.cellsPerCluster!) / all);
    return variance * (1 - explained * (1 - share));
  };
  return { varianceAt, samples: 1, have: spread.clusters, measuredOn: spread.clusters };
}
