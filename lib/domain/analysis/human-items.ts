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
  const { columns, selection } = context;
  const ratings = humanRatings(context, dimension, groups);
  const places = new Int32Array(columns.units.count).fill(-1);
  const units: number[] = [];
  for (const rating of ratings) places[columns.unit[rating]!] = 0;
  for (let unit = 0; unit < places.length; unit += 1) if (places[unit] === 0) places[unit] = units.push(unit) - 1;
  const groupOf = Int16Array.from(units, (unit) => selection.groups.of[unit]!);
  const items = ratings.map((rating) => places[columns.unit[rating]!]!);
  const scores = Float64Array.from(ratings, (rating) => columns.score[rating]!);
  if (isCentred) centre(scores, items, groupOf);
  const { of } = compactClusters({
    of: Int32Array.from(units, (unit) => context.clusters.within.of[unit]!),
    count: context.clusters.within.count,
  });
  return { ...groupByItem(items, scores, of), units: Int32Array.from(units), groups: groupOf };
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

function centre(scores: Float64Array, items: Int32Array, groups: Int16Array): void {
  const count = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const [sums, sizes] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < scores.length; i += 1) {
    const group = groups[items[i]!]!;
    sums[group]! += scores[i]!;
    sizes[group]! += 1;
  }
  for (let i = 0; i < scores.length; i += 1) {
    const group = groups[items[i]!]!;
    scores[i]! -= sums[group]! / sizes[group]!;
  }
}
