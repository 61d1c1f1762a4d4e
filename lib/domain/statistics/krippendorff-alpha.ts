import { type ItemPatterns, itemPatterns, type PatternStatistic } from "./item-patterns.ts";
import type { MeasureCard } from "./measure-card.ts";
import { type Measured, measured, notDefined } from "./measured.ts";
import type { RatedItems } from "./rated-items.ts";

/** How far apart two values are: equal or not, by rank within the ratings at hand, or by their difference. */
export type AlphaLevel = "nominal" | "ordinal" | "interval";

/** Alpha with what it rests on. `itemCount` and `pairable` count items with two ratings and the ratings of those. */
export type KrippendorffAlpha = Measured & {
  itemCount: number;
  pairable: number;
  /** 1 − Do/De also where we call it undefined (one item); null without variation. */
  formula: number | null;
};

/**
 * Krippendorff's alpha: 1 − observed / expected disagreement, with any number of raters and with missing ratings. Items
 * with fewer than two ratings are left out. 1 is full agreement, 0 what chance gives, below 0 systematic disagreement.
 * Krippendorff 2011, Computing Krippendorff's Alpha-Reliability; statistics.md 2.6. O(ratings).
 */
export function krippendorffAlpha(items: RatedItems, level: AlphaLevel): KrippendorffAlpha {
  const patterns = itemPatterns(items);
  return alphaOfPatterns(patterns, level)(patterns.counts);
}

/**
 * Alpha as a function of the counts of patterns. The squared distances of the interval and ordinal levels are those of
 * positions on a line (the value itself, or its mid-rank among the pairable ratings), so that sums of squares about a
 * centre replace every loop over pairs.
 */
export function alphaOfPatterns(patterns: ItemPatterns, level: AlphaLevel): PatternStatistic<KrippendorffAlpha> {
  const totals = new Float64Array(patterns.values.length);
  const positions = new Float64Array(patterns.values.length);
  const nominal = level === "nominal" ? patterns.patterns.map(unequalPairs) : [];
  return (counts) => {
    const { itemCount, pairable } = tally(patterns, counts, totals);
    const result = (alpha: Measured, formula: number | null) => ({ ...alpha, itemCount, pairable, formula });
    if (itemCount === 0) return result(notDefined("no_item_with_two_ratings"), null);
    if (totals.reduce((used, total) => used + (total > 0 ? 1 : 0), 0) < 2)
      return result(notDefined("no_variation"), null);
    const observed =
      level === "nominal"
        ? weightedSum(nominal, counts)
        : squaresWithin(patterns, counts, place(positions, patterns.values, totals, pairable, level));
    const expected = level === "nominal" ? unequalInAll(totals, pairable) : squaresInAll(positions, totals, pairable);
    const formula = 1 - (observed * (pairable - 1)) / expected;
    return result(itemCount === 1 ? notDefined("single_item") : measured(formula), formula);
  };
}

/** Fills `totals` with the pairable ratings of each value. */
function tally({ patterns }: ItemPatterns, counts: ArrayLike<number>, totals: Float64Array) {
  totals.fill(0);
  let itemCount = 0;
  let pairable = 0;
  for (let index = 0; index < patterns.length; index += 1) {
    const pattern = patterns[index] as Int32Array;
    const count = counts[index] as number;
    if (count === 0 || pattern.length < 2) continue;
    itemCount += count;
    pairable += count * pattern.length;
    for (let rating = 0; rating < pattern.length; rating += 1) totals[pattern[rating] as number]! += count;
  }
  return { itemCount, pairable };
}

/** Where each value lies on the line, about the mean of all pairable ratings (which keeps squares small). */
function place(
  positions: Float64Array,
  values: Float64Array,
  totals: Float64Array,
  pairable: number,
  level: AlphaLevel,
): Float64Array {
  let below = 0;
  let sum = 0;
  for (let value = 0; value < values.length; value += 1) {
    const total = totals[value] as number;
    positions[value] = level === "ordinal" ? below + total / 2 : (values[value] as number);
    below += total;
    sum += total * (positions[value] as number);
  }
  const mean = sum / pairable;
  for (let value = 0; value < values.length; value += 1) positions[value]! -= mean;
  return positions;
}

/** Σ over items of Σ over ordered pairs (p − p')² / (m − 1), by m·Σp² − (Σp)². */
function squaresWithin({ patterns }: ItemPatterns, counts: ArrayLike<number>, positions: Float64Array): number {
  let within = 0;
  for (let index = 0; index < patterns.length; index += 1) {
    const pattern = patterns[index] as Int32Array;
    const m = pattern.length;
    if (counts[index] === 0 || m < 2) continue;
    let sum = 0;
    let squares = 0;
    for (let rating = 0; rating < m; rating += 1) {
      const position = positions[pattern[rating] as number] as number;
      sum += position;
      squares += position * position;
    }
    within += ((counts[index] as number) * 2 * (m * squares - sum * sum)) / (m - 1);
  }
  return within;
}

/** Σ over ordered pairs of all pairable ratings of (p − p')²; the positions have mean 0. */
function squaresInAll(positions: Float64Array, totals: Float64Array, pairable: number): number {
  return 2 * pairable * positions.reduce((sum, position, value) => sum + (totals[value] as number) * position ** 2, 0);
}

/** Ordered pairs of an item that are not equal, divided by m − 1; 0 for a single rating. */
function unequalPairs(pattern: Int32Array): number {
  const m = pattern.length;
  let unequal = 0;
  for (let a = 0; a < m; a += 1) for (let b = 0; b < m; b += 1) if (pattern[a] !== pattern[b]) unequal += 1;
  return m < 2 ? 0 : unequal / (m - 1);
}

function unequalInAll(totals: Float64Array, pairable: number): number {
  return pairable ** 2 - totals.reduce((sum, total) => sum + total ** 2, 0);
}

function weightedSum(perPattern: readonly number[], counts: ArrayLike<number>): number {
  return perPattern.reduce((sum, value, pattern) => sum + value * (counts[pattern] as number), 0);
}

const RANGE = "1: full agreement; 0: no more than by chance; below 0: raters disagree systematically.";
const UNDEFINED = "No item has two ratings, only one item has, or all ratings are equal.";
const EXAMPLE = [
  [7, 7],
  [3, 4],
  [5, 5],
  [8, 6],
];

/** The card of the headline coefficient, for the interval level. */
export const krippendorffIntervalCard: MeasureCard<readonly number[][]> = {
  id: "krippendorff_alpha_interval",
  name: "Krippendorff’s alpha (interval)",
  meaning:
    "How much better than chance raters agree on the same items, when a difference of 2 points counts four times as much as one of 1 point. Takes any number of raters and missing ratings.",
  range: RANGE,
  undefinedWhen: UNDEFINED,
  source: "Krippendorff 2011, Computing Krippendorff’s Alpha-Reliability",
  example: { words: "Items rated (7, 7), (3, 4), (5, 5) and (8, 6).", input: EXAMPLE, value: 0.779874213836478 },
};

/** The card for the ordinal level. */
export const krippendorffOrdinalCard: MeasureCard<readonly number[][]> = {
  id: "krippendorff_alpha_ordinal",
  name: "Krippendorff’s alpha (ordinal)",
  meaning:
    "The same for ratings read as ranks: the distance of two values is the number of ratings between them. Leaves the interval alpha where the scale is used unevenly.",
  range: RANGE,
  undefinedWhen: UNDEFINED,
  source: "Krippendorff 2011, Computing Krippendorff’s Alpha-Reliability",
  example: { words: "Items rated (7, 7), (3, 4), (5, 5) and (8, 6).", input: EXAMPLE, value: 0.7865853658536586 },
};

/** The card of “alpha (nominal)”. */
export const krippendorffNominalCard: MeasureCard<readonly number[][]> = {
  id: "krippendorff_alpha_nominal",
  name: "Krippendorff’s alpha (nominal)",
  meaning:
    "The same for ratings read as names: two values are equal or not, however far apart. For comparison with papers; on a scale of numbers it throws the distance away.",
  range: RANGE,
  undefinedWhen: UNDEFINED,
  source: "Krippendorff 2011, Computing Krippendorff’s Alpha-Reliability",
  example: { words: "Items rated (7, 7), (3, 4), (5, 5) and (8, 6).", input: EXAMPLE, value: 6 / 13 },
};
