import { groupByItem, type RatedItems } from "#lib/domain/statistics/rated-items.ts";
import { type AnalysisContext, compactClusters } from "./context.ts";

/** Single ratings by people on one dimension, grouped by unit, with the unit and policy of each item. */
export type HumanItems = RatedItems & { units: Int32Array; groups: Int16Array };

/**
 * The ratings that people gave on one dimension, never averaged: what agreement and reliability are computed from. Units
 * without such a rating are left out, clusters are episodes numbered without gaps.
 * @param groups only units of these policies; all when it is null
 * @param isCentred takes the mean of each policy off, so that reliability is that within policies
 */
export function humanItems(
  context: AnalysisContext,
  dimension: number,
  { groups = null, isCentred = false }: { groups?: readonly number[] | null; isCentred?: boolean } = {},
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

/** Indexes of the counted ratings by people on one dimension. */
export function humanRatings(
  { columns, selection }: AnalysisContext,
  dimension: number,
  groups: readonly number[] | null = null,
): Int32Array {
  const isHuman = columns.raters.map((rater) => rater.kind === "human");
  const isGroupIn = selection.groups.policies.map(({ position }) => groups === null || groups.includes(position));
  const chosen = new Int32Array(columns.score.length);
  let count = 0;
  for (let rating = 0; rating < columns.score.length; rating += 1) {
    if (selection.counts[rating] === 0 || columns.dimension[rating] !== dimension) continue;
    if (!isHuman[columns.rater[rating]!] || !isGroupIn[selection.groups.of[columns.unit[rating]!]!]) continue;
    chosen[count] = rating;
    count += 1;
  }
  return chosen.slice(0, count);
}

function centre(scores: Float64Array, items: Int32Array, groups: Int16Array): void {
  const sums = new Map<number, { sum: number; count: number }>();
  for (let i = 0; i < scores.length; i += 1) {
    const group = groups[items[i]!]!;
    const sum = sums.get(group) ?? { sum: 0, count: 0 };
    sums.set(group, { sum: sum.sum + scores[i]!, count: sum.count + 1 });
  }
  const means = new Map([...sums].map(([group, { sum, count }]) => [group, sum / count]));
  for (let i = 0; i < scores.length; i += 1) scores[i]! -= means.get(groups[items[i]!]!)!;
}
