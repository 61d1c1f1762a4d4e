import type { MeasureCard } from "./measure-card.ts";
import { type Measured, measured, notDefined } from "./measured.ts";

/**
 * The agreement figures of the original SOTOPIA script, kept to reproduce papers and nothing else: ratings are binarised
 * first, so that nearly everything on a skewed scale becomes equal. Facts of the script: sotopia.md 5.10, statistics.md 2.5.
 */

type Units = readonly (readonly number[])[];

/** Rounds to the nearest whole number, and exact halves to the even one, as Python and numpy do. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  const up = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0);
  return floor + (up ? 1 : 0) + 0;
}

/**
 * Ratings divided by the largest absolute rating that was observed (not the scale's), rounded half to even: −1, 0 or 1.
 * Null where all ratings are 0 or there is none: the script divides by zero there and drops the dimension.
 */
export function binarise(units: Units): number[][] | null {
  let largest = 0;
  for (const unit of units) for (const score of unit) largest = Math.max(largest, Math.abs(score));
  if (largest === 0) return null;
  return units.map((unit) => unit.map((score) => roundHalfEven(score / largest) || 0));
}

/** Each item's first `count` ratings: how a third annotation of a few items was left out for the published table. */
export function firstRatings(units: Units, count: number): number[][] {
  return units.map((unit) => unit.slice(0, count));
}

/** The script's alpha with its two parts; `itemCount` counts items with two ratings. */
export type LegacyAlpha = Measured & {
  pairwiseAgreement: number | null;
  randomAgreement: number | null;
  itemCount: number;
};

/**
 * alpha = 1 − (1 − PA) / (1 − RA) of binarised ratings. PA is the mean over items of 1 − |a − b| over their pairs, RA the
 * same over all pairs of different ratings. Equal to Krippendorff's nominal alpha on 0/1 data only where all items have
 * the same number of ratings.
 */
export function legacyAlpha(binarised: Units): LegacyAlpha {
  const included = binarised.filter((unit) => unit.length > 1);
  const itemCount = included.length;
  if (itemCount === 0)
    return { ...notDefined("no_item_with_two_ratings"), pairwiseAgreement: null, randomAgreement: null, itemCount };
  const pairwise = included.reduce((sum, unit) => sum + closenessInside(unit), 0) / itemCount;
  const random = meanCloseness(countValues(included));
  const parts = { pairwiseAgreement: pairwise, randomAgreement: random, itemCount };
  return { ...(random === 1 ? notDefined("no_variation") : measured(1 - (1 - pairwise) / (1 - random))), ...parts };
}

/** Mean of 1 − |a − b| over the pairs of one item's few ratings. */
function closenessInside(unit: readonly number[]): number {
  let total = 0;
  for (let a = 1; a < unit.length; a += 1) for (let b = 0; b < a; b += 1) total += 1 - Math.abs(unit[a]! - unit[b]!);
  return total / ((unit.length * (unit.length - 1)) / 2);
}

/** The same over all pairs of ratings, from how often each value occurs. */
function meanCloseness(counts: ReadonlyMap<number, number>): number {
  let total = 0;
  let pairs = 0;
  for (const [a, ofA] of counts)
    for (const [b, ofB] of counts) {
      const count = a === b ? ofA * (ofA - 1) : ofA * ofB;
      pairs += count;
      total += count * (1 - Math.abs(a - b));
    }
  return total / pairs;
}

function countValues(units: Units): Map<number, number> {
  const counts = new Map<number, number>();
  for (const unit of units) for (const rating of unit) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  return counts;
}

/** The script's two kappas over the items that have at least the expected number of ratings. */
export type LegacyKappa = { randolph: Measured; fleiss: Measured; itemCount: number };

/**
 * Randolph's and Fleiss' kappa as the script has them: q is the number of OBSERVED categories, items with fewer than
 * `ratersPerItem` ratings are dropped, and Fleiss is 1 where everything is equal. The script also takes items with more
 * ratings and then gives impossible values (2.0 for 111, 00, 10); here they throw RangeError: cut them with
 * {@link firstRatings} first.
 */
export function legacyKappa(binarised: Units, ratersPerItem: number): LegacyKappa {
  if (binarised.some((unit) => unit.length > ratersPerItem))
    throw new RangeError(`An item has more than ${ratersPerItem} ratings, for which the original kappa is not defined`);
  const included = binarised.filter((unit) => unit.length === ratersPerItem);
  const itemCount = included.length;
  if (itemCount === 0 || ratersPerItem < 2) {
    const none = notDefined("no_item_with_two_ratings");
    return { randolph: none, fleiss: none, itemCount };
  }
  const totals = [...countValues(included).values()];
  const equal = included.reduce((sum, unit) => sum + 2 * equalPairs(unit), 0);
  const observed = equal / (itemCount * ratersPerItem * (ratersPerItem - 1));
  const blind = 1 / totals.length;
  const chance = squares(totals) / (itemCount * ratersPerItem) ** 2;
  return {
    randolph: blind === 1 ? notDefined("no_variation") : measured((observed - blind) / (1 - blind)),
    fleiss: measured(chance === 1 ? 1 : (observed - chance) / (1 - chance)),
    itemCount,
  };
}

function equalPairs(unit: readonly number[]): number {
  let equal = 0;
  for (let a = 1; a < unit.length; a += 1) for (let b = 0; b < a; b += 1) if (unit[a] === unit[b]) equal += 1;
  return equal;
}

function squares(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count ** 2, 0);
}

/** The card of the script's alpha. */
export const legacyAlphaCard: MeasureCard<Units> = {
  id: "sotopia_legacy_alpha",
  name: "Alpha, binarised, as in the original script",
  meaning:
    "The agreement figure of the original SOTOPIA script, to compare with published numbers. Ratings are first divided by the largest one observed and rounded, which leaves 0 and 1.",
  range: "1: full agreement; 0: as by chance; below 0: less.",
  undefinedWhen: "No item has two ratings, all ratings are 0, or all are equal once binarised.",
  source: "agreement.py of the SOTOPIA human evaluation",
  example: {
    words: "Items rated (8, 9), (2, 3), (5, 6), (10, 0) and (7, 7).",
    input: [
      [8, 9],
      [2, 3],
      [5, 6],
      [10, 0],
      [7, 7],
    ],
    value: 0.25,
  },
};

/** The card of “the script’s kappa”. */
export const legacyKappaCard: MeasureCard<Units> = {
  id: "sotopia_legacy_kappa",
  name: "Kappa, binarised, as in the original script",
  meaning:
    "Randolph’s kappa of the original SOTOPIA script on ratings that were made 0 or 1; the number of categories is that of the values that occur.",
  range: "1: full agreement; 0: as by chance; below 0: less.",
  undefinedWhen: "No item has two ratings, or one value alone occurs.",
  source: "agreement.py of the SOTOPIA human evaluation",
  example: {
    words: "Binary ratings (1, 1), (0, 0), (1, 1) and (0, 1): (0.75 − 0.5)/0.5.",
    input: [
      [1, 1],
      [0, 0],
      [1, 1],
      [0, 1],
    ],
    value: 0.5,
  },
};
