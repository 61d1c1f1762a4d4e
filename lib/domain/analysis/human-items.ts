import { groupByItem, type RatedItems } from "#lib/domain/statistics/rated-items.ts";
import { type AnalysisContext, compactClusters, partOf } from "./context.ts";
import { secondRatings } from "./second-ratings.ts";

/** Single ratings by people on one dimension, grouped by unit, with the unit and policy of each item. */
export type HumanItems = RatedItems & { units: Int32Array; groups: Int16Array };

/**
 * The ratings that people gave on one dimension, never averaged, one of each person for a unit: what agreement and
 * reliability are computed from. Units without such a rating are left out, clusters are episodes numbered without gaps.
 * @param groups only units of these policies; all when it is null
 * @param isCentred takes the mean of each policy off, so that reliability is that within policies
 */
export function humanItems(
  context: AnalysisContext,
  dimension: number,
  { groups = null, isCentred = false }: { groups?: readonly number[] | null; isCentred?: boolean } = {},
): HumanItems {
  const name = `items ${dimension} ${groups?.join() ?? "all"} ${isCentred}`;
  return partOf(context, name, () => gatherItems(context, dimension, groups, isCentred));
}

function gatherItems(
  context: AnalysisContext,
  dimension: number,
  groups: readonly number[] | null,
  isCentred: boolean,
): HumanItems {
  if (isCentred) return centred(humanItems(context, dimension, { groups }));
  if (groups !== null) return pickItems(humanItems(context, dimension), groups);
  const { columns, selection } = context;
  const ratings = humanRatings(context, dimension);
  const places = new Int32Array(columns.units.count).fill(-1);
  const units: number[] = [];
  for (const rating of ratings) places[columns.unit[rating]!] = 0;
  for (let unit = 0; unit < places.length; unit += 1) if (places[unit] === 0) places[unit] = units.push(unit) - 1;
  const items = new Int32Array(ratings.length);
  const scores = new Float64Array(ratings.length);
  for (let i = 0; i < ratings.length; i += 1) {
    items[i] = places[columns.unit[ratings[i]!]!]!;
    scores[i] = columns.score[ratings[i]!]!;
  }
  const { within } = context.clusters;
  const { of } = compactClusters({ of: Int32Array.from(units, (unit) => within.of[unit]!), count: within.count });
  return {
    ...groupByItem(items, scores, of),
    units: Int32Array.from(units),
    groups: Int16Array.from(units, (unit) => selection.groups.of[unit]!),
  };
}

/** The items of some policies, in their order, with their clusters numbered anew. */
function pickItems(all: HumanItems, groups: readonly number[]): HumanItems {
  const isWanted = new Uint8Array(1 + Math.max(0, ...groups, ...all.groups));
  for (const group of groups) isWanted[group] = 1;
  const chosen: number[] = [];
  let ratings = 0;
  for (let item = 0; item < all.groups.length; item += 1) {
    if (isWanted[all.groups[item]!] === 0) continue;
    chosen.push(item);
    ratings += all.starts[item + 1]! - all.starts[item]!;
  }
  const starts = new Int32Array(chosen.length + 1);
  const scores = new Float64Array(ratings);
  for (const [place, item] of chosen.entries()) {
    const own = all.scores.subarray(all.starts[item], all.starts[item + 1]);
    scores.set(own, starts[place]);
    starts[place + 1] = starts[place]! + own.length;
  }
  const clusters = compactClusters({
    of: Int32Array.from(chosen, (item) => all.clusters[item]!),
    count: all.clusterCount,
  });
  return {
    starts,
    scores,
    clusters: clusters.of,
    clusterCount: clusters.count,
    units: Int32Array.from(chosen, (item) => all.units[item]!),
    groups: Int16Array.from(chosen, (item) => all.groups[item]!),
  };
}

/**
 * Indexes of the counted ratings by people on one dimension, of some policies or of all; of the ratings that one person
 * gave one unit the first alone, since nobody can agree with themself.
 */
export function humanRatings(
  context: AnalysisContext,
  dimension: number,
  groups: readonly number[] | null = null,
): Int32Array {
  const { columns, selection } = context;
  const own = partOf(context, `first ratings ${dimension}`, () => {
    const later = new Set(secondRatings(columns, context.humanRatings[dimension]!));
    const all = context.humanRatings[dimension]!;
    return later.size === 0 ? all : all.filter((rating) => !later.has(rating));
  });
  if (groups === null) return own;
  const isGroupIn = selection.groups.policies.map(({ position }) => groups.includes(position));
  return own.filter((rating) => isGroupIn[selection.groups.of[columns.unit[rating]!]!]);
}

/** The same items with the mean of each policy taken off its scores. */
function centred(items: HumanItems): HumanItems {
  const { starts, groups } = items;
  const count = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const [sums, sizes] = [new Float64Array(count), new Float64Array(count)];
  for (let item = 0; item < groups.length; item += 1) {
    for (let i = starts[item]!; i < starts[item + 1]!; i += 1) sums[groups[item]!]! += items.scores[i]!;
    sizes[groups[item]!]! += starts[item + 1]! - starts[item]!;
  }
  const scores = items.scores.slice();
  for (let item = 0; item < groups.length; item += 1) {
    const mean = sums[groups[item]!]! / sizes[groups[item]!]!;
    for (let i = starts[item]!; i < starts[item + 1]!; i += 1) scores[i]! -= mean;
  }
  return { ...items, scores };
}
