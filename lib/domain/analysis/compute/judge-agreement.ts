import { type Clusters, clusterSizes } from "#lib/domain/statistics/clusters.ts";
import {
  type Correlation,
  combineGroups,
  type GroupedCorrelation,
  groupMeans,
} from "#lib/domain/statistics/grouped-correlation.ts";
import { kendallTauB } from "#lib/domain/statistics/kendall.ts";
import { type Measured, measured, notDefined } from "#lib/domain/statistics/measured.ts";
import { byCorrelation, type CorrelationName, correlationsOfCounts } from "#lib/domain/statistics/pair-patterns.ts";
import { pearson } from "#lib/domain/statistics/pearson.ts";
import { percentWithin } from "#lib/domain/statistics/percent-within.ts";
import { spearman } from "#lib/domain/statistics/spearman.ts";
import type { DimensionCells } from "../cells.ts";
import { type AnalysisContext, cellsOf, clustersOfCells, compactClusters, resamplingOf } from "../context.ts";
import { bootstrapped } from "../estimates.ts";
import type { AgreementRow } from "../findings/agreement.ts";
import { FEWEST_PAIRS } from "../words.ts";
import { bootstrapJudgeCorrelations, type PolicyPatterns, policyPatterns } from "./resampled-correlation.ts";

type JudgeAgreement = Pick<
  AgreementRow,
  "judgeWithinPolicies" | "judgePolicies" | "shareOfCeiling" | "judgePooled" | "judgePolicyLevel" | "judgeWithin"
>;

const FUNCTIONS: Record<CorrelationName, Correlation> = { spearman, pearson, kendall: kendallTauB };

/** How the judge goes with the means of people on one dimension: within policies first, pooled values by that name. */
export function findJudgeAgreement(context: AnalysisContext, place: number, ceiling: Measured): JudgeAgreement {
  const { cells, grouped, intervals, counts } = correlate(context, place, { isPooled: true });
  // All three are defined in the same cases, so they rest on the same policies.
  const { groupsUsed, groupsSkipped, isThin } = grouped.spearman;
  const of = (name: CorrelationName, which: "within" | "pooled") =>
    bootstrapped(grouped[name][which], intervals?.[name][which] ?? null, counts);
  return {
    judgeWithinPolicies: byCorrelation((name) => of(name, "within")),
    judgePolicies: { used: groupsUsed, skipped: groupsSkipped, isThin },
    shareOfCeiling: {
      spearman: shareOf(grouped.spearman.within, ceiling),
      pearson: shareOf(grouped.pearson.within, ceiling),
    },
    judgePooled: byCorrelation((name) => of(name, "pooled")),
    judgePolicyLevel: byCorrelation((name) => grouped[name].between),
    judgeWithin: {
      zero: shareWithin(cells, 0),
      one: shareWithin(cells, 1),
      two: shareWithin(cells, 2),
    },
  };
}

/** The correlations within policies alone, for the headline of another choice of raters. */
export function findJudgeWithinPolicies(context: AnalysisContext, place: number): AgreementRow["judgeWithinPolicies"] {
  const { grouped, intervals, counts } = correlate(context, place, { isPooled: false });
  return byCorrelation((name) => bootstrapped(grouped[name].within, intervals?.[name].within ?? null, counts));
}

/** Correlations on one dimension with what was resampled of them; `isPooled` says whether those over all policies are too. */
function correlate(context: AnalysisContext, place: number, { isPooled }: { isPooled: boolean }) {
  const cells = cellsOf(context, place, -1, "both");
  const clusters = compactClusters(clustersOfCells(cells, context.clusters.within));
  const groups = { of: cells.group, count: context.selection.groups.policies.length };
  const patterns = policyPatterns(cells, clusters, groups.count);
  const grouped = correlateGroups(cells, groups, patterns);
  const { isUsed } = grouped.spearman;
  const intervals = context.resample
    ? bootstrapJudgeCorrelations(patterns, { estimates: grouped, isUsed, isPooled }, resamplingOf(context))
    : null;
  return { cells, grouped, intervals, counts: { n: cells.unit.length, clusters: clusters.count } };
}

/** The correlations of the cells from how many have each pair of values, those between policies from the few means. */
function correlateGroups(
  { judge, human }: DimensionCells,
  groups: Clusters,
  { parts, pooled }: PolicyPatterns,
): Record<CorrelationName, GroupedCorrelation> {
  const sizes = clusterSizes(groups);
  const means = groupMeans(judge, human, groups);
  const together = correlationsOfCounts(pooled, pooled.counts);
  const byGroup = parts.map((part) => correlationsOfCounts(part, part.counts));
  return byCorrelation((name) =>
    combineGroups(
      { byGroup: byGroup.map((found) => found[name]), between: FUNCTIONS[name](...means), pooled: together[name] },
      sizes,
      FEWEST_PAIRS,
    ),
  );
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
