import { type AgreementWeights, categoryPlaces, weightMatrix } from "./agreement-weights.ts";
import { type ItemPatterns, itemPatterns, type PatternStatistic } from "./item-patterns.ts";
import type { MeasureCard } from "./measure-card.ts";
import { type Measured, measured, notDefined } from "./measured.ts";
import { type RatedItems, ratedItems } from "./rated-items.ts";

/** Kappa with observed (`po`) and expected (`pe`) weighted agreement and the number of items. */
export type CohenKappa = Measured & {
  po: number | null;
  pe: number | null;
  n: number;
  /** One rater never varies: kappa is 0 exactly and says nothing. */
  oneRaterConstant: boolean;
};

/**
 * Cohen's kappa of two fixed raters over the same items (or of a judge and one human): (Po − Pe) / (1 − Pe) with agreement
 * weighted over the whole scale `categories`. Not for a changing pool of raters: who is "first" would be arbitrary. Items
 * where one rating is missing (null) are left out. Cohen 1960, 1968; statistics.md 2.2.
 */
export function cohenKappa(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  categories: ArrayLike<number>,
  weights: AgreementWeights,
): CohenKappa {
  const patterns = pairPatterns(ratedItems(a.map((score, item) => [score, b[item] ?? null])));
  return cohenOfPatterns(patterns, categories, weights)(patterns.counts);
}

/** The ordered patterns that {@link cohenOfPatterns} takes, of items that hold the first rater's rating, then the second's. */
function pairPatterns(pairs: RatedItems): ItemPatterns {
  return itemPatterns(pairs, { ordered: true });
}

/** Cohen's kappa as a function of the counts of ordered pairs. */
function cohenOfPatterns(
  patterns: ItemPatterns,
  categories: ArrayLike<number>,
  weights: AgreementWeights,
): PatternStatistic<CohenKappa> {
  const places = categoryPlaces(patterns.values, categories);
  const matrix = weightMatrix(categories, weights);
  const q = categories.length;
  const creditOf = (first: number, second: number) => matrix[first * q + second] as number;
  return (counts) => {
    const first = new Float64Array(q);
    const second = new Float64Array(q);
    let n = 0;
    let agreed = 0;
    patterns.patterns.forEach(([x, y], index) => {
      const count = counts[index] as number;
      if (x === undefined || y === undefined || count === 0) return;
      const [row, column] = [places[x] as number, places[y] as number];
      n += count;
      first[row]! += count;
      second[column]! += count;
      agreed += count * creditOf(row, column);
    });
    return kappaOf(first, second, agreed, n, creditOf);
  };
}

function kappaOf(
  first: Float64Array,
  second: Float64Array,
  agreed: number,
  n: number,
  creditOf: (first: number, second: number) => number,
): CohenKappa {
  if (n === 0) return { ...notDefined("no_data"), po: null, pe: null, n, oneRaterConstant: false };
  const po = agreed / n;
  const pe =
    first.reduce(
      (sum, ofFirst, row) =>
        sum + second.reduce((inner, of, column) => inner + ofFirst * of * creditOf(row, column), 0),
      0,
    ) /
    n ** 2;
  const used = [first, second].map((side) => side.filter((count) => count > 0).length);
  const sameConstant = first.some((count, category) => count === n && second[category] === n);
  const oneRaterConstant = !sameConstant && used.includes(1);
  const value = sameConstant ? notDefined("no_variation") : measured(oneRaterConstant ? 0 : (po - pe) / (1 - pe));
  return { ...value, po, pe, n, oneRaterConstant };
}

/** The card of Cohen's kappa with quadratic weights. */
export const cohenKappaCard: MeasureCard<{ a: number[]; b: number[]; categories: number[] }> = {
  id: "cohen_kappa_quadratic",
  name: "Cohen’s kappa (quadratic)",
  meaning:
    "How much better than chance two fixed raters agree on the same items, with part of the credit for near values. Not for raters who change from item to item.",
  range: "1: full agreement; 0: as by chance; below 0: less.",
  undefinedWhen: "No item has both ratings, or both raters always give the same rating.",
  source: "Cohen 1968, Weighted kappa",
  example: {
    words: "Raters give 0, 5, 10, 10 and 0, 10, 10, 5 on 0..10.",
    input: { a: [0, 5, 10, 10], b: [0, 10, 10, 5], categories: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
    value: 0.6363636363636364,
  },
};
