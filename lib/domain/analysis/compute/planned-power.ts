import { powerOfT } from "#lib/domain/statistics/power.ts";
import { smallestWhole } from "#lib/domain/statistics/smallest-whole.ts";
import type { Narrowing } from "../findings/planner.ts";

/** What a plan says of one true difference, at the two-sided level of 5 %. */
export type PlannedPower = {
  /** Clusters (per policy) with which it is found with chance 0.8; null beyond 5,000. */
  needed: number | null;
  /** The same if the spread is at its upper end. */
  neededAtMost: number | null;
  /** Chance to find it with the clusters that there are, 0 to 1; null below two clusters. */
  now: number | null;
};

const POWER = 0.8;
/** No plan goes beyond this many clusters. */
const MOST = 5_000;

/**
 * How many clusters a t test needs to find a true difference of `difference` points (at least 0.01 of the spread), when the error of the mean falls
 * as `narrowing` says, and how likely `have` clusters find it.
 */
export function plannedPower(narrowing: Narrowing, difference: number, have: number): PlannedPower {
  return {
    needed: clustersFor(narrowing, difference, 1),
    neededAtMost: clustersFor(narrowing, difference, narrowing.factor),
    now: have < 2 ? null : powerAt(narrowing, difference, have, 1),
  };
}

function powerAt(
  { clusterVariance, samples }: Narrowing,
  difference: number,
  clusters: number,
  factor: number,
): number {
  const se = factor * Math.sqrt(clusterVariance / clusters);
  return powerOfT(difference / se, samples * (clusters - 1));
}

function clustersFor(narrowing: Narrowing, difference: number, factor: number): number | null {
  const clusters = smallestWhole(2, (count) => powerAt(narrowing, difference, count, factor) >= POWER);
  return clusters > MOST ? null : clusters;
}
