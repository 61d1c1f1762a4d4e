import { rootOfVariance, sampleVariance } from "#lib/domain/statistics/moments.ts";
import { neymanAllocation, type Stratum } from "#lib/domain/statistics/neyman-allocation.ts";
import type { AnalysisContext } from "../context.ts";
import type { AllocationRow, PlannerCurve } from "../findings/planner.ts";
import { type ItemStratum, itemStrata } from "./item-strata.ts";
import { PILOT_CLUSTERS } from "./plan-sentence.ts";

/** This share of what is asked for next falls on all items alike, so that none has a chance near 0. */
const UNIFORM_SHARE = 0.2;

/**
 * Where people should rate for the surest bias: Neyman's allocation over policy and band of the judge's score, by the
 * spread of the differences in each. As many items of every policy are wanted as the bias needs with the spread at its
 * upper limit. What is asked for next is drawn at random within its stratum, with the probability that stands beside it.
 */
export function allocateRatings(
  context: AnalysisContext,
  place: number,
  curves: readonly PlannerCurve[],
): AllocationRow[] {
  const strata = itemStrata(context, place);
  if (strata.length === 0) return [];
  const sizes = strata.map(sizeOf);
  const overall = deviation(strata.flatMap(({ errors }) => errors)) || 1;
  const spread = strata.map(({ errors }, i): Stratum => ({ size: sizes[i]!, sd: deviation(errors) ?? overall }));
  const wanted = clustersWanted(curves) * context.selection.groups.policies.length * itemsPerCluster(context);
  const want = neymanAllocation(spread, clampCount(spread, Math.ceil(wanted))).integer;
  const next = nextInStrata(
    strata.map(({ errors, rest }, i) => ({ rest: rest.length, missing: Math.max(0, want[i]! - errors.length) })),
  );
  return strata.map(({ policies, band, errors, rest }, i) => ({
    policies,
    band,
    available: sizes[i]!,
    have: errors.length,
    want: want[i]!,
    next: next[i]!,
    inclusionProbability: next[i]! > 0 ? next[i]! / rest.length : null,
  }));
}

/**
 * How many to ask for next in strata where `missing` items are wanted and `rest` are left: what is missing, and at least a
 * share in proportion to the rest, so that every item that is left can be drawn. Nothing where nothing is missing.
 */
export function nextInStrata(strata: readonly { rest: number; missing: number }[]): number[] {
  const missing = strata.reduce((sum, stratum) => sum + stratum.missing, 0);
  const rest = strata.reduce((sum, stratum) => sum + stratum.rest, 0);
  return strata.map((stratum) => {
    const uniform = rest === 0 ? 0 : Math.ceil((UNIFORM_SHARE * missing * stratum.rest) / rest);
    return Math.min(stratum.rest, Math.max(stratum.missing, uniform));
  });
}

/** How many of the items that nobody has rated a study can be drawn from: those with an episode of ours. */
export function countDrawable(context: AnalysisContext, place: number): number {
  const { episodeId } = context.columns.units.items;
  return itemStrata(context, place).reduce(
    (sum, { rest }) => sum + rest.filter((item) => episodeId[item] !== null).length,
    0,
  );
}

/**
 * Clusters that each policy should have: what its bias needs at the upper limit of the spread, for the policy that needs
 * most. As long as some policy has no pilot the spread is hardly known, so what is expected counts, or the pilot.
 */
function clustersWanted(curves: readonly PlannerCurve[]): number {
  const bias = curves.filter(({ kind }) => kind === "bias");
  const isPilot = bias.length === 0 || bias.some(({ have }) => have < PILOT_CLUSTERS);
  const most = bias.map(({ needed, neededAtMost }) => (isPilot ? needed : neededAtMost) ?? needed ?? 0);
  return Math.max(PILOT_CLUSTERS, ...most);
}

/** Items of a cluster on average: 1 where episodes are the clusters. */
function itemsPerCluster({ columns, clusters }: AnalysisContext): number {
  const filled = new Set(clusters.within.of).size;
  return filled === 0 ? 1 : columns.units.items.key.length / filled;
}

/** At least two ratings per stratum, at most all items. */
function clampCount(strata: readonly Stratum[], wanted: number): number {
  const least = strata.reduce((sum, { size }) => sum + Math.min(2, size), 0);
  const most = strata.reduce((sum, { size }) => sum + size, 0);
  return Math.min(most, Math.max(least, wanted));
}

function sizeOf({ errors, rest }: ItemStratum): number {
  return errors.length + rest.length;
}

function deviation(d: readonly number[]): number | null {
  return d.length < 2 ? null : rootOfVariance(sampleVariance(d), d);
}
