import { groupedCorrelation } from "#lib/domain/statistics/grouped-correlation.ts";
import { kendallTauB } from "#lib/domain/statistics/kendall.ts";
import { type Measured, measured, notDefined } from "#lib/domain/statistics/measured.ts";
import { pearson } from "#lib/domain/statistics/pearson.ts";
import { percentWithin } from "#lib/domain/statistics/percent-within.ts";
import { spearman } from "#lib/domain/statistics/spearman.ts";
import type { DimensionCells } from "../cells.ts";
import { type AnalysisContext, cellsOf, clustersOfCells, compactClusters } from "../context.ts";
import { bootstrapped, withInterval } from "../estimates.ts";
import type { AgreementRow } from "../findings/agreement.ts";
import type { Estimate } from "../findings/common.ts";
import { bootstrapPooled, bootstrapWithin } from "./resampled-correlation.ts";

type JudgeAgreement = Pick<
  AgreementRow,
  "judgeSpearman" | "judgeSpearmanPolicies" | "shareOfCeiling" | "judgePooled" | "judgePolicyLevel" | "judgeWithinOne"
>;

/** How the judge goes with the means of people on one dimension: within policies first, pooled values by that name. */
export function findJudgeAgreement(context: AnalysisContext, place: number, ceiling: Measured): JudgeAgreement {
  const cells = cellsOf(context, place, -1, "both");
  const groups = { of: cells.group, count: context.selection.groups.policies.length };
  const grouped = groupedCorrelation(spearman, cells.judge, cells.human, groups);
  const judgeSpearman = withinPolicies(context, cells, grouped.within);
  const within = percentWithin(cells.judge, cells.human, 1);
  return {
    judgeSpearman,
    judgeSpearmanPolicies: { used: grouped.groupsUsed, skipped: grouped.groupsSkipped },
    shareOfCeiling: shareOf(grouped.within, ceiling),
    judgePooled: pooled(context, cells),
    judgePolicyLevel: grouped.between,
    judgeWithinOne: within.value === null ? notDefined(within.reason) : measured(within.value),
  };
}

function countsOf(context: AnalysisContext, cells: DimensionCells) {
  const clusters = compactClusters(clustersOfCells(cells, context.clusters.within));
  return { clusters, counts: { n: cells.unit.length, clusters: clusters.count } };
}

function withinPolicies(context: AnalysisContext, cells: DimensionCells, estimate: Measured): Estimate {
  const { clusters, counts } = countsOf(context, cells);
  const bootstrap = context.resample ? bootstrapWithin(cells, clusters, estimate, context.question) : null;
  return bootstrapped(estimate, bootstrap, counts);
}

function pooled(context: AnalysisContext, cells: DimensionCells): AgreementRow["judgePooled"] {
  const { clusters, counts } = countsOf(context, cells);
  const of = (kind: "pearson" | "spearman", estimate: Measured) =>
    bootstrapped(estimate, context.resample ? bootstrapPooled(cells, clusters, kind, context.question) : null, counts);
  return {
    pearson: of("pearson", pearson(cells.judge, cells.human)),
    spearman: of("spearman", spearman(cells.judge, cells.human)),
    kendall: withInterval(kendallTauB(cells.judge, cells.human), null, counts),
  };
}

function shareOf(correlation: Measured, ceiling: Measured): Measured {
  if (correlation.value === null) return correlation;
  if (ceiling.value === null) return ceiling;
  return measured(correlation.value / ceiling.value);
}
