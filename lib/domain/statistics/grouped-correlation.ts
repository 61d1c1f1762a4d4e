import { type Clusters, clusterSizes, clusterSums, countFilled, type Values } from "./clusters.ts";
import type { MeasureCard } from "./measure-card.ts";
import { type Measured, measured, notDefined } from "./measured.ts";
import { mean } from "./moments.ts";

/** Digits of a mean of many thirds and halves that do not depend on the order in which they are added. */
const SURE_DIGITS = 12;

/** A correlation of pairs, such as `pearson`, `spearman` or `kendallTauB`. */
export type Correlation = (x: Values, y: Values) => Measured;

/**
 * One correlation looked at three ways. Pooling can show a high value although the judge cannot order the episodes of any
 * one policy, so `within` comes first and `pooled` is always named as such.
 */
export type GroupedCorrelation = {
  /** Mean of the values of the groups that have one. */
  within: Measured;
  /** Correlation of the groups' means. */
  between: Measured;
  /** All cells together, groups ignored. */
  pooled: Measured;
  /** Groups whose value enters `within`, and groups with cells that were left out of it. */
  groupsUsed: number;
  groupsSkipped: number;
  /** By group: whether its value enters `within`. */
  isUsed: boolean[];
  /** No group has enough pairs, so that `within` is the mean of values that say little. */
  isThin: boolean;
  /** The value of each group, by its number. */
  byGroup: Measured[];
};

/**
 * Correlation within groups (policies), between them, and pooled (specification of statistics, section 3). Groups that
 * have no value are left out of the mean and counted, because leaving them out favours groups with spread. So are groups
 * with fewer than `leastPairs` pairs, since two pairs are always ±1; where no group has more, all that have a value count.
 */
export function groupedCorrelation(
  correlation: Correlation,
  x: Values,
  y: Values,
  groups: Clusters,
  leastPairs = 2,
): GroupedCorrelation {
  const sizes = clusterSizes(groups);
  const byGroup = splitByGroup(x, y, groups, sizes).map((pairs) => correlation(pairs.x, pairs.y));
  const between = correlation(...groupMeans(x, y, groups));
  return combineGroups({ byGroup, between, pooled: correlation(x, y) }, sizes, leastPairs);
}

/** {@link groupedCorrelation} of values that are known: of each group (`sizes` pairs in each), of the groups' means, of all pairs. */
export function combineGroups(
  { byGroup, between, pooled }: Pick<GroupedCorrelation, "byGroup" | "between" | "pooled">,
  sizes: Float64Array,
  leastPairs: number,
): GroupedCorrelation {
  const isThin = !byGroup.some(({ value }, group) => value !== null && sizes[group]! >= leastPairs);
  const isUsed = byGroup.map(({ value }, group) => value !== null && (isThin || sizes[group]! >= leastPairs));
  const values = byGroup.flatMap(({ value }, group) => (value !== null && isUsed[group] ? [value] : []));
  return {
    within: values.length > 0 ? measured(mean(values)) : notDefined(firstReason(byGroup)),
    between,
    pooled,
    groupsUsed: values.length,
    groupsSkipped: countFilled(sizes) - values.length,
    isUsed,
    isThin,
    byGroup,
  };
}

/** The means of either side in the groups that have a pair. */
export function groupMeans(x: Values, y: Values, groups: Clusters): [x: number[], y: number[]] {
  const sizes = clusterSizes(groups);
  const filled = Array.from(sizes.keys()).filter((group) => sizes[group]! > 0);
  return [x, y].map((side) => {
    const sums = clusterSums(side, groups);
    return filled.map((group) => withoutRounding(sums[group]! / sizes[group]!));
  }) as [number[], number[]];
}

/** A mean without the last digits, which depend on the order of adding: means that are equal have to stay ties. */
function withoutRounding(value: number): number {
  return Number(value.toPrecision(SURE_DIGITS));
}

function splitByGroup(x: Values, y: Values, groups: Clusters, sizes: Float64Array) {
  const parts = Array.from(sizes, (size) => ({ x: new Float64Array(size), y: new Float64Array(size), filled: 0 }));
  for (let i = 0; i < x.length; i += 1) {
    const part = parts[groups.of[i]!]!;
    part.x[part.filled] = x[i]!;
    part.y[part.filled] = y[i]!;
    part.filled += 1;
  }
  return parts;
}

function firstReason(results: readonly Measured[]) {
  const known = results.find(({ reason }) => reason !== null && reason !== "no_data");
  return known?.reason ?? "no_data";
}

/** The card of “Correlation within policies”. */
export const withinCorrelationCard: MeasureCard<{ judge: number[]; human: number[]; policies: number[] }> = {
  id: "correlation_within_policies",
  name: "Correlation within policies",
  meaning:
    "Whether the judge orders the items of one policy as people do: the correlation of each policy by itself, averaged. Pooled over policies it can be high because policies differ, though the judge cannot order the items of any one.",
  range: "−1 (the opposite order) to 1 (the same order); 0 is no order in common.",
  undefinedWhen: "No policy has a correlation. Policies with fewer than five pairs stay out of the mean.",
  source: "Mean of the coefficients of groups; Simpson 1951 on pooling",
  example: {
    words: "One policy in the same order (1), one in the opposite order (−1).",
    input: { judge: [1, 2, 3, 5, 6, 7], human: [1, 2, 3, 9, 8, 7], policies: [0, 0, 0, 1, 1, 1] },
    value: 0,
  },
};
