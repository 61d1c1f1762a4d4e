import { fFromRatio } from "./icc-intervals.ts";
import { type ItemPatterns, itemPatterns, type PatternStatistic } from "./item-patterns.ts";
import type { MeasureCard } from "./measure-card.ts";
import { type Interval, type Measured, measured, notDefined, type UndefinedReason } from "./measured.ts";
import type { RatedItems } from "./rated-items.ts";

/** ICC(1,1) and ICC(1,k) of items with any number of ratings; `m0` is the k that ICC(1,k) speaks of. */
export type OneWayIcc = {
  icc1: Measured;
  icc1k: Measured;
  /** Typical ratings per item, (N − Σm²/N) / (n − 1); null where it cannot be computed. */
  m0: number | null;
  between: number | null;
  within: number | null;
  itemCount: number;
  ratingCount: number;
};

/**
 * One-way intraclass correlation when raters differ from item to item and items have unequal numbers of ratings:
 * (MSB − MSW) / (MSB + (m0 − 1) MSW), and for the mean of the ratings (MSB − MSW) / MSB, which is its Spearman–Brown value
 * at m0. Items with one rating count towards the variance between items. Donner 1986; statistics.md 2.8 and 6.1.
 */
export function oneWayIcc(items: RatedItems): OneWayIcc {
  const patterns = itemPatterns(items);
  return oneWayIccOfPatterns(patterns)(patterns.counts);
}

/** The one-way coefficients as a function of the counts of patterns. */
export function oneWayIccOfPatterns({ patterns, values }: ItemPatterns): PatternStatistic<OneWayIcc> {
  const sizes = patterns.map((pattern) => pattern.length);
  const means = patterns.map(
    (pattern) => pattern.reduce((sum, value) => sum + (values[value] as number), 0) / pattern.length,
  );
  const squares = patterns.map((pattern, index) =>
    pattern.reduce((sum, value) => sum + ((values[value] as number) - (means[index] as number)) ** 2, 0),
  );
  return (counts) => {
    let [itemCount, ratingCount, sizesSquared, total, within] = [0, 0, 0, 0, 0];
    sizes.forEach((size, index) => {
      const count = counts[index] as number;
      itemCount += count;
      ratingCount += count * size;
      sizesSquared += count * size ** 2;
      total += count * size * (means[index] as number);
      within += count * (squares[index] as number);
    });
    const grand = total / ratingCount;
    const between = sizes.reduce(
      (sum, size, index) => sum + (counts[index] as number) * size * ((means[index] as number) - grand) ** 2,
      0,
    );
    return oneWayIccWithin([{ itemCount, ratingCount, sizesSquared, between, within }]);
  };
}

/** What the coefficients are made of: counts, and squares of item means about the mean of all ratings and of ratings about their item's. */
type Sums = { itemCount: number; ratingCount: number; sizesSquared: number; between: number; within: number };

/**
 * The same for each of `count` groups of items (policies) by itself, about its own mean; `groups` has the group of each item. Scores
 * are taken less the first of their group, so that equal ones leave exactly no variation. O(ratings).
 */
export function oneWaySums({ starts, scores }: RatedItems, groups: ArrayLike<number>, count: number): Sums[] {
  const all = Array.from({ length: count }, () => ({
    sizesSquared: 0,
    itemCount: 0,
    ratingCount: 0,
    between: 0,
    within: 0,
  }));
  const [origins, totals] = [new Float64Array(count).fill(Number.NaN), new Float64Array(count)];
  const means = new Float64Array(groups.length);
  for (let item = 0; item < means.length; item += 1) {
    const [group, size] = [groups[item]!, starts[item + 1]! - starts[item]!];
    if (size === 0) continue;
    const origin = Number.isNaN(origins[group]!) ? scores[starts[item]!]! : origins[group]!;
    origins[group] = origin;
    let [total, within] = [0, 0];
    for (let i = starts[item]!; i < starts[item + 1]!; i += 1) total += scores[i]! - origin;
    means[item] = total / size;
    for (let i = starts[item]!; i < starts[item + 1]!; i += 1) within += (scores[i]! - origin - means[item]!) ** 2;
    totals[group]! += total;
    addItem(all[group]!, size, within);
  }
  for (let item = 0; item < means.length; item += 1) {
    const [own, size] = [all[groups[item]!]!, starts[item + 1]! - starts[item]!];
    if (size > 0) own.between += size * (means[item]! - totals[groups[item]!]! / own.ratingCount) ** 2;
  }
  return all;
}

function addItem(sums: Sums, size: number, within: number): void {
  sums.itemCount += 1;
  sums.ratingCount += size;
  sums.sizesSquared += size * size;
  sums.within += within;
}

/**
 * The coefficients within groups: those of all their items once the mean of its group is taken off each rating, for which
 * each group gives one degree of freedom.
 */
export function oneWayIccWithin(all: readonly Sums[]): OneWayIcc {
  const groups = all.filter(({ itemCount }) => itemCount > 0);
  const total = (of: (sums: Sums) => number) => groups.reduce((sum, each) => sum + of(each), 0);
  const itemCount = total((sums) => sums.itemCount);
  const ratingCount = total((sums) => sums.ratingCount);
  const counted = { itemCount, ratingCount };
  const none = (reason: UndefinedReason): OneWayIcc => {
    const undefinedValue = notDefined(reason);
    return { icc1: undefinedValue, icc1k: undefinedValue, m0: null, between: null, within: null, ...counted };
  };
  if (ratingCount === 0) return none("no_data");
  if (ratingCount === itemCount) return none("no_item_with_two_ratings");
  const freedom = itemCount - groups.length;
  if (freedom === 0) return none("single_item");
  const m0 = total((sums) => sums.ratingCount - sums.sizesSquared / sums.ratingCount) / freedom;
  const msb = total((sums) => sums.between) / freedom;
  const msw = total((sums) => sums.within) / (ratingCount - itemCount);
  if (msb === 0 && msw === 0) return none("no_variation");
  // It is 0 where items with one rating alone could differ, and do not.
  const whole = msb + (m0 - 1) * msw;
  return {
    icc1: whole > 0 ? measured((msb - msw) / whole) : notDefined("no_reliability"),
    icc1k: msb > 0 ? measured((msb - msw) / msb) : notDefined("no_reliability"),
    m0,
    between: msb,
    within: msw,
    ...counted,
  };
}

/** Exact F interval of ICC(1,1), right where items have equally many ratings and close where they nearly do. */
export function oneWayInterval(result: OneWayIcc, confidence: number): Interval | null {
  const { between, within, m0, itemCount, ratingCount } = result;
  if (!between || !within || !m0) return null;
  const [low, high] = fFromRatio(between / within, itemCount - 1, ratingCount - itemCount, confidence);
  return [(low - 1) / (low + m0 - 1), (high - 1) / (high + m0 - 1)];
}

/** The card of ICC(1,1). */
export const icc1Card: MeasureCard<readonly number[][]> = {
  id: "icc_1_1",
  name: "ICC(1,1)",
  meaning:
    "Share of the variance of a single human rating that is due to the item, when other people rate each item. It says how far one rating can be trusted.",
  range: "1: all raters of an item agree; 0 and below: a rating tells nothing about the item.",
  undefinedWhen: "There is one item only, no item has two ratings, or all ratings are equal.",
  source: "Shrout & Fleiss 1979; with unequal numbers of ratings the analysis-of-variance estimator of Donner 1986",
  example: {
    words: "Items rated (1, 3), (4, 6), (6, 8) and (8, 10).",
    input: [
      [1, 3],
      [4, 6],
      [6, 8],
      [8, 10],
    ],
    value: 0.7983193277310924,
  },
};

/** The card of ICC(1,k). */
export const icc1kCard: MeasureCard<readonly number[][]> = {
  id: "icc_1_k",
  name: "ICC(1,k)",
  meaning:
    "Reliability of the mean of the human ratings of an item. A judge can correlate with that mean by at most about its square root, the ceiling.",
  range: "1: the mean is free of rater noise; 0 and below: it is nothing but noise.",
  undefinedWhen:
    "There is one item only, no item has two ratings, all ratings are equal, or all items have the same mean. No number below −1 is shown.",
  source: "Shrout & Fleiss 1979; Spearman–Brown value of ICC(1,1)",
  example: {
    words: "Items rated (1, 3), (4, 6), (6, 8) and (8, 10).",
    input: [
      [1, 3],
      [4, 6],
      [6, 8],
      [8, 10],
    ],
    value: 0.8878504672897196,
  },
};
