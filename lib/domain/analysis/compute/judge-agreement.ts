import { groupedCorrelation } from "#lib/domain/statistics/grouped-correlation.ts";
import { kendallTauB } from "#lib/domain/statistics/kendall.ts";
import { type Measured, measured, notDefined } from "#lib/domain/statistics/measured.ts";
import { pearson } from "#lib/domain/statistics/pearson.ts";
import { percentWithin } from "#lib/domain/statistics/percent-within.ts";
import { spearman } from "#lib/domain/statistics/spearman.ts";
import { type AnalysisContext, cellsOf, clustersOfCells, compactClusters } from "../context.ts";
import { bootstrapped, withInterval } from "../estimates.ts";
import type { AgreementRow } from "../findings/agreement.ts";
import { bootstrapJudgeCorrelations, type JudgeCorrelation } from "./resampled-correlation.ts";

type JudgeAgreement = Pick<
  AgreementRow,
  "judgeSpearman" | "judgeSpearmanPolicies" | "shareOfCeiling" | "judgePooled" | "judgePolicyLevel" | "judgeWithinOne"
>;

/** How the judge goes with the means of people on one dimension: within policies first, pooled values by that name. */
export function findJudgeAgreement(context: AnalysisContext, place: number, ceiling: Measured): JudgeAgreement {
  const cells = cellsOf(context, place, -1, "both");
  const clusters = compactClusters(clustersOfCells(cells, context.clusters.within));
  const groups = { of: cells.group, count: context.selection.groups.policies.length };
  const grouped = groupedCorrelation(spearman, cells.judge, cells.human, groups);
  const estimates = {
    within: grouped.within,
    pooledSpearman: grouped.pooled,
    pooledPearson: pearson(cells.judge, cells.human),
  };
  const intervals = context.resample ? bootstrapJudgeCorrelations(cells, clusters, estimates, context.question) : null;
  const counts = { n: cells.unit.length, clusters: clusters.count };
  const of = (name: JudgeCorrelation) => bootstrapped(estimates[name], intervals?.[name] ?? null, counts);
  const close = percentWithin(cells.judge, cells.human, 1);
  return {
    judgeSpearman: of("within"),
    judgeSpearmanPolicies: { used: grouped.groupsUsed, skipped: grouped.groupsSkipped },
    shareOfCeiling: shareOf(grouped.within, ceiling),
    judgePooled: {
      pearson: of("pooledPearson"),
      spearman: of("pooledSpearman"),
      kendall: withInterval(kendallTauB(cells.judge, cells.human), null, counts),
    },
    judgePolicyLevel: grouped.between,
    judgeWithinOne: close.value === null ? notDefined(close.reason) : measured(close.value),
  };
}

function shareOf(correlation: Measured, ceiling: Measured): Measured {
  if (correlation.value === null) return correlation;
  if (ceiling.value === null) return ceiling;
  return measured(correlation.value / ceiling.value);
}
