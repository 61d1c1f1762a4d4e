import { groupedCorrelation } from "#lib/domain/statistics/grouped-correlation.ts";
import { kendallTauB } from "#lib/domain/statistics/kendall.ts";
import { type Measured, measured, notDefined } from "#lib/domain/statistics/measured.ts";
import { pearson } from "#lib/domain/statistics/pearson.ts";
import { percentWithin } from "#lib/domain/statistics/percent-within.ts";
import { spearman } from "#lib/domain/statistics/spearman.ts";
import type { DimensionCells } from "../cells.ts";
import { type AnalysisContext, cellsOf, clustersOfCells, compactClusters, resamplingOf } from "../context.ts";
import { bootstrapped, withInterval } from "../estimates.ts";
import type { AgreementRow } from "../findings/agreement.ts";
import { bootstrapJudgeCorrelations, type JudgeCorrelation } from "./resampled-correlation.ts";

/** Below this many pairs a correlation is too few to interpret, and stays out of a mean over policies. */
export const FEWEST_PAIRS = 5;

type JudgeAgreement = Pick<
  AgreementRow,
  "judgeSpearman" | "judgeSpearmanPolicies" | "shareOfCeiling" | "judgePooled" | "judgePolicyLevel" | "judgeWithin"
>;

/** How the judge goes with the means of people on one dimension: within policies first, pooled values by that name. */
export function findJudgeAgreement(context: AnalysisContext, place: number, ceiling: Measured): JudgeAgreement {
  const cells = cellsOf(context, place, -1, "both");
  const clusters = compactClusters(clustersOfCells(cells, context.clusters.within));
  const groups = { of: cells.group, count: context.selection.groups.policies.length };
  const grouped = groupedCorrelation(spearman, cells.judge, cells.human, groups, FEWEST_PAIRS);
  const estimates = {
    within: grouped.within,
    pooledSpearman: grouped.pooled,
    pooledPearson: pearson(cells.judge, cells.human),
  };
  const intervals = context.resample
    ? bootstrapJudgeCorrelations(cells, clusters, estimates, grouped.isUsed, resamplingOf(context))
    : null;
  const counts = { n: cells.unit.length, clusters: clusters.count };
  const of = (name: JudgeCorrelation) => bootstrapped(estimates[name], intervals?.[name] ?? null, counts);
  return {
    judgeSpearman: of("within"),
    judgeSpearmanPolicies: { used: grouped.groupsUsed, skipped: grouped.groupsSkipped, isThin: grouped.isThin },
    shareOfCeiling: shareOf(grouped.within, ceiling),
    judgePooled: {
      pearson: of("pooledPearson"),
      spearman: of("pooledSpearman"),
      kendall: withInterval(kendallTauB(cells.judge, cells.human), null, counts),
    },
    judgePolicyLevel: grouped.between,
    judgeWithin: {
      zero: shareWithin(cells, 0),
      one: shareWithin(cells, 1),
      two: shareWithin(cells, 2),
    },
  };
}

function shareWithin({ judge, human }: DimensionCells, points: number): Measured {
  const { value, reason } = percentWithin(judge, human, points);
  return value === null ? notDefined(reason) : measured(value);
}

function shareOf(correlation: Measured, ceiling: Measured): Measured {
  if (correlation.value === null) return correlation;
  if (ceiling.value === null) return ceiling;
  return measured(correlation.value / ceiling.value);
}
