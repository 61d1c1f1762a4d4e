import { humanAbsoluteErrors } from "#lib/domain/statistics/absolute-error.ts";
import { clusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import { differences, mean } from "#lib/domain/statistics/moments.ts";
import { clusterSignFlipTest } from "#lib/domain/statistics/sign-flip.ts";
import type { DimensionCells } from "../cells.ts";
import { type AnalysisContext, cellsOf, clustersOfCells, compactClusters, eachDimension, partOf } from "../context.ts";
import type { BiasFinding, DimensionBias, PolicyBias } from "../findings/bias.ts";
import type { Estimate, PolicyFacts } from "../findings/common.ts";
import { buildHead } from "../head.ts";
import { endShares } from "../histograms.ts";
import { humanItems } from "../human-items.ts";
import { findDifferences } from "./bias-differences.ts";
import { findBiasErrors } from "./bias-errors.ts";
import { adjustFamilies } from "./p-families.ts";
import { whoIsMissing } from "./who-is-missing.ts";
import { withLeftOut } from "./with-left-out.ts";

/** Above this many clusters the permutation says the same as the t interval and costs too much. */
const MOST_CLUSTERS_TO_PERMUTE = 500;

/** View 1: bias of the judge per policy and dimension, and how much more it is than for the base. */
export function findBias(context: AnalysisContext): BiasFinding {
  return { ...buildHead(context), view: "bias", byDimension: findDimensionBiases(context) };
}

/** The rows of view 1, which the overview reads as well. */
export function findDimensionBiases(context: AnalysisContext): DimensionBias[] {
  return partOf(context, `biases ${context.resample}`, () => computeBiases(context));
}

function computeBiases(context: AnalysisContext): DimensionBias[] {
  const whole = withLeftOut(context);
  return adjustFamilies(
    eachDimension(context, (place) => ({
      dimension: context.columns.dimensions[place]!,
      family: "",
      policies: context.selection.groups.policies.map((policy) => policyBias(context, whole, place, policy)),
      differences: findDifferences(context, whole, place),
    })),
  );
}

function policyBias(
  context: AnalysisContext,
  whole: AnalysisContext | null,
  place: number,
  policy: PolicyFacts,
): PolicyBias {
  const dimension = context.columns.dimensions[place]!;
  const cells = cellsOf(context, place, policy.position, "both");
  const isPaired = cells.unit.length > 0;
  const d = differences(cells.judge, cells.human);
  const permutation = permute(context, cells, d);
  return {
    policy,
    bias: biasOfCells(context, cells),
    absence: whoIsMissing(context, place, policy.position),
    humanMean: meanOrNull(isPaired ? cells.human : cellsOf(context, place, policy.position, "human").human),
    judgeMean: meanOrNull(isPaired ? cells.judge : cellsOf(context, place, policy.position, "judge").judge),
    pAdjusted: null,
    permutationP: permutation?.p ?? null,
    smallestPermutationP: permutation?.smallestP ?? null,
    ...findBiasErrors(context, d, clustersOfCells(cells, context.clusters.within)),
    humanMeanAbsoluteDifference: humanDistance(context, place, policy),
    judgeEnds: endShares(cells.judge, dimension),
    humanEnds: endShares(cells.human, dimension),
    withExcluded: whole && biasOfCells(whole, cellsOf(whole, place, policy.position, "both")),
  };
}

/** Mean signed error of cells with its CR2 interval. */
function biasOfCells(context: AnalysisContext, cells: DimensionCells): Estimate {
  const d = differences(cells.judge, cells.human);
  const { seNaive, seCr1, intervalCr1, ...estimate } = clusterMean(
    d,
    clustersOfCells(cells, context.clusters.within),
    context.question.confidence,
  );
  return estimate;
}

function permute(context: AnalysisContext, cells: DimensionCells, d: Float64Array) {
  if (!context.resample || d.length === 0) return null;
  const clusters = clustersOfCells(cells, context.clusters.within);
  if (compactClusters(clusters).count > MOST_CLUSTERS_TO_PERMUTE) return null;
  return clusterSignFlipTest(d, clusters, context.question.seed);
}

function humanDistance(context: AnalysisContext, place: number, policy: PolicyFacts): number | null {
  const found = partOf(context, `human distances ${place}`, () => {
    const items = humanItems(context, place);
    return humanAbsoluteErrors(items, items.groups, context.selection.groups.policies.length);
  });
  return found[policy.position]!.value;
}

function meanOrNull(values: Float64Array): number | null {
  return values.length === 0 ? null : mean(values);
}
