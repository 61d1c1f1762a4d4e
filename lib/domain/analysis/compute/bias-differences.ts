import { differenceInDifferences } from "#lib/domain/statistics/difference-in-differences.ts";
import { differences, joined } from "#lib/domain/statistics/moments.ts";
import { slopeAdjustedDifference } from "#lib/domain/statistics/slope-adjusted-difference.ts";
import type { DimensionCells } from "../cells.ts";
import { type AnalysisContext, cellsOf, clustersOfCells } from "../context.ts";
import type { BiasDifference } from "../findings/bias.ts";
import type { Estimate, PolicyFacts } from "../findings/common.ts";
import { withinReliability } from "../human-items.ts";
import { whoIsMissing } from "./who-is-missing.ts";

/**
 * Bias of every policy less that of the base. Clusters are those of the rule for comparing policies; p-values are adjusted
 * later, with those of the other dimensions. `whole` counts every rater, where any is left out. Empty where there is no base or nothing to compare it with.
 */
export function findDifferences(
  context: AnalysisContext,
  whole: AnalysisContext | null,
  place: number,
): BiasDifference[] {
  const { policies } = context.selection.groups;
  const base = policies.find((policy) => policy.isBase);
  if (!base) return [];
  return policies
    .filter((policy) => policy !== base)
    .map((policy) => ({
      ...difference(context, place, base, policy),
      withExcluded: whole && plainDifference(whole, pairOf(whole, place, base, policy)),
    }));
}

function missingOf(context: AnalysisContext, place: number, policies: readonly PolicyFacts[]): string | null {
  for (const { label, position } of policies) {
    const absence = whoIsMissing(context, place, position);
    if (absence !== null) return `${label}: ${absence}`;
  }
  return null;
}

type Pair = [base: DimensionCells, policy: DimensionCells];

function pairOf(context: AnalysisContext, place: number, base: PolicyFacts, policy: PolicyFacts): Pair {
  return [cellsOf(context, place, base.position, "both"), cellsOf(context, place, policy.position, "both")];
}

/** The difference in differences alone. */
function plainDifference(context: AnalysisContext, [base, policy]: Pair): Estimate {
  const errorsOf = (cells: DimensionCells) => ({
    d: differences(cells.judge, cells.human),
    clusters: clustersOfCells(cells, context.clusters.between),
  });
  const { confidence } = context.question;
  const found = differenceInDifferences(errorsOf(base), errorsOf(policy), confidence);
  const { biasBase, biasTrained, seCr1, ...estimate } = found;
  return estimate;
}

function difference(
  context: AnalysisContext,
  place: number,
  base: PolicyFacts,
  policy: PolicyFacts,
): Omit<BiasDifference, "withExcluded"> {
  const pair = pairOf(context, place, base, policy);
  const reliability = withinReliability(context, place, [base.position, policy.position]).icc1k;
  const adjusted = slopeAdjustedDifference(stacked(context, pair), reliability, context.question.confidence);
  return {
    policy,
    base,
    difference: plainDifference(context, pair),
    absence: missingOf(context, place, [policy, base]),
    pAdjusted: null,
    adjusted: adjusted.asMeasured,
    adjustedForNoise: adjusted.corrected,
    reliability: reliability.value,
    slope: adjusted.slope,
  };
}

/** The cells of both policies in one column each, with a sign at those of the second. */
function stacked({ clusters: { between } }: AnalysisContext, [base, policy]: Pair) {
  const size = base.unit.length + policy.unit.length;
  return {
    judge: joined(base.judge, policy.judge),
    human: joined(base.human, policy.human),
    trained: Float64Array.from({ length: size }, (_, i) => Number(i >= base.unit.length)),
    clusters: {
      of: joined(clustersOfCells(base, between).of, clustersOfCells(policy, between).of),
      count: between.count,
    },
  };
}
