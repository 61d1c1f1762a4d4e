import { filled } from "#lib/domain/shared/filled.ts";
import { type OneWayIcc, oneWayIccWithin, oneWaySums } from "#lib/domain/statistics/icc-one-way.ts";
import { groupByItem, type RatedItems } from "#lib/domain/statistics/rated-items.ts";
import { type AnalysisContext, compactClusters, partOf } from "./context.ts";
import { secondRatings } from "./second-ratings.ts";

/** Single ratings by people on one dimension, grouped by unit, with the unit and policy of each item. */
export type HumanItems = RatedItems & { units: Int32Array; groups: Int16Array };

/**
 * The ratings that people gave on one dimension, never averaged, one of each person for a unit: what agreement and
 * reliability are computed from. Units without such a rating are left out, clusters are episodes numbered without gaps.
 */
export function humanItems(context: AnalysisContext, dimension: number): HumanItems {
  return partOf(context, `items ${dimension}`, () => gatherItems(context, dimension));
}

function gatherItems(context: AnalysisContext, dimension: number): HumanItems {
  const { columns, selection } = context;
  const ratings = humanRatings(context, dimension);
  const places = new Int32Array(columns.units.count);
  for (let i = 0; i < ratings.length; i += 1) places[columns.unit[ratings[i]!]!] = 1;
  const units = new Int32Array(countOnes(places));
  for (let unit = 0, next = 0; unit < places.length; unit += 1) {
    if (places[unit] === 0) continue;
    units[next] = unit;
    places[unit] = next;
    next += 1;
  }
  const items = new Int32Array(ratings.length);
  const scores = new Float64Array(ratings.length);
  for (let i = 0; i < ratings.length; i += 1) {
    items[i] = places[columns.unit[ratings[i]!]!]!;
    scores[i] = columns.score[ratings[i]!]!;
  }
  const { within } = context.clusters;
  const { of } = compactClusters({ of: units.map((unit) => within.of[unit]!), count: within.count });
  return {
    ...groupByItem(items, scores, of),
    units,
    groups: filled(new Int16Array(units.length), units, (unit) => selection.groups.of[unit]!),
  };
}

function countOnes(marks: Int32Array): number {
  let count = 0;
  for (let place = 0; place < marks.length; place += 1) count += marks[place]!;
  return count;
}

/**
 * Reliability of ratings by people within policies, the mean of each taken off: of those in `policies` (places among the
 * policies), or of all.
 */
export function withinReliability(
  context: AnalysisContext,
  dimension: number,
  policies?: readonly number[],
): OneWayIcc {
  const sums = partOf(context, `reliability ${dimension}`, () => {
    const items = humanItems(context, dimension);
    return oneWaySums(items, items.groups, context.selection.groups.policies.length);
  });
  return oneWayIccWithin(policies ? policies.map((policy) => sums[policy]!) : sums);
}

/**
 * Indexes of the counted ratings by people on one dimension; of the ratings that one person gave one unit the first alone,
 * since nobody can agree with themself.
 */
export function humanRatings(context: AnalysisContext, dimension: number): Int32Array {
  return partOf(context, `first ratings ${dimension}`, () => {
    const all = context.humanRatings[dimension]!;
    const later = new Set(secondRatings(context.columns, all));
    return later.size === 0 ? all : all.filter((rating) => !later.has(rating));
  });
}
