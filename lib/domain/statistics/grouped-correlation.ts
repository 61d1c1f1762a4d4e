import { type Clusters, clusterSizes, clusterSums, type Values } from "./clusters.ts";
import { type Measured, measured, notDefined } from "./measured.ts";
import { mean } from "./moments.ts";

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
  const isThin = !byGroup.some(({ value }, group) => value !== null && sizes[group]! >= leastPairs);
  const isUsed = byGroup.map(({ value }, group) => value !== null && (isThin || sizes[group]! >= leastPairs));
  const values = byGroup.flatMap(({ value }, group) => (value !== null && isUsed[group] ? [value] : []));
  const filled = Array.from(sizes.keys()).filter((group) => sizes[group]! > 0);
  const [meansX, meansY] = [x, y].map((side) => {
    const sums = clusterSums(side, groups);
    return filled.map((group) => sums[group]! / sizes[group]!);
  }) as [number[], number[]];
  return {
    within: values.length > 0 ? measured(mean(values)) : notDefined(firstReason(byGroup)),
    between: correlation(meansX, meansY),
    pooled: correlation(x, y),
    groupsUsed: values.length,
    groupsSkipped: filled.length - values.length,
    isUsed,
    isThin,
    byGroup,
  };
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
