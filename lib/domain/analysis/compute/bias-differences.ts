import { differenceInDifferences } from "#lib/domain/statistics/difference-in-differences.ts";
import { oneWayIcc } from "#lib/domain/statistics/icc-one-way.ts";
import { differences, joined } from "#lib/domain/statistics/moments.ts";
import { slopeAdjustedDifference } from "#lib/domain/statistics/slope-adjusted-difference.ts";
import type { DimensionCells } from "../cells.ts";
import { type AnalysisContext, cellsOf, clustersOfCells } from "../context.ts";
import type { BiasDifference } from "../findings/bias.ts";
import type { PolicyFacts } from "../findings/common.ts";
import { humanItems } from "../human-items.ts";
import { whoIsMissing } from "./who-is-missing.ts";

/**
 * Bias of every policy less that of the base. Clusters are those of the rule for comparing policies; p-values are adjusted
 * later, with those of the other dimensions. Empty where there is no base or nothing to compare it with.
 */
export function findDifferences(context: AnalysisContext, place: number): BiasDifference[] {
  const { policies } = context.selection.groups;
  const base = policies.find((policy) => policy.isBase);
  if (!base) return [];
  return policies.filter((policy) => policy !== base).map((policy) => difference(context, place, base, policy));
}

function missingOf(context: AnalysisContext, place: number, policies: readonly PolicyFacts[]): string | null {
  for (const { label, position } of policies) {
    const absence = whoIsMissing(context, place, position);
    if (absence !== null) return `${label}: ${absence}`;
  }
  return null;
}

function difference(context: AnalysisContext, place: number, base: PolicyFacts, policy: PolicyFacts): BiasDifference {
  const { confidence } = context.question;
  const [baseCells, cells] = [base, policy].map(({ position }) => cellsOf(context, place, position, "both")) as [
    DimensionCells,
    DimensionCells,
  ];
  const errorsOf = (of: DimensionCells) => ({
    d: differences(of.judge, of.human),
    clusters: clustersOfCells(of, context.clusters.between),
  });
  const { biasBase, biasTrained, seCr1, ...estimate } = differenceInDifferences(
    errorsOf(baseCells),
    errorsOf(cells),
    confidence,
  );
  const groups = [base.position, policy.position];
  const reliability = oneWayIcc(humanItems(context, place, { groups, isCentred: true })).icc1k;
  const adjusted = slopeAdjustedDifference(
    {
      judge: joined(baseCells.judge, cells.judge),
      human: joined(baseCells.human, cells.human),
      trained: Float64Array.from({ length: baseCells.unit.length + cells.unit.length }, (_, i) =>
        Number(i >= baseCells.unit.length),
      ),
      clusters: {
        of: joined(errorsOf(baseCells).clusters.of, errorsOf(cells).clusters.of),
        count: context.clusters.between.count,
      },
    },
    reliability,
    confidence,
  );
  return {
    policy,
    base,
    difference: estimate,
    absence: missingOf(context, place, [policy, base]),
    pAdjusted: null,
    adjusted: adjusted.asMeasured,
    adjustedForNoise: adjusted.corrected,
    reliability: reliability.value,
    slope: adjusted.slope,
  };
}
