import { categoryPlaces } from "./agreement-weights.ts";
import type { ItemPatterns, PatternStatistic } from "./item-patterns.ts";

/** What Fleiss', Randolph's and Gwet's coefficients have in common. */
export type CategoryAgreement = {
  /** Mean over items with two ratings of their (weighted) agreement; null without such an item. */
  pa: number | null;
  /** Mean over items of the share of each category among the item's ratings. */
  shares: Float64Array;
  itemCount: number;
  pairedItems: number;
};

/** Per pattern the weighted agreement of its pairs, null with one rating: Σ n_c (n*_c − 1) / (m (m − 1)). */
export function patternAgreement(
  patterns: ItemPatterns,
  categories: ArrayLike<number>,
  weights: Float64Array,
): (number | null)[] {
  const places = categoryPlaces(patterns.values, categories);
  return patterns.patterns.map((pattern) => {
    const m = pattern.length;
    if (m < 2) return null;
    let credit = 0;
    for (const a of pattern)
      for (const b of pattern)
        credit += weights[(places[a] as number) * categories.length + (places[b] as number)] as number;
    return (credit - m) / (m * (m - 1));
  });
}

/**
 * Observed agreement and shares of the categories as a function of the counts of patterns. `categories` is the whole
 * scale, `weights` its matrix of credits. Throws RangeError for a rating outside the scale.
 */
export function categoryAgreement(
  patterns: ItemPatterns,
  categories: ArrayLike<number>,
  weights: Float64Array,
): PatternStatistic<CategoryAgreement> {
  const agreement = patternAgreement(patterns, categories, weights);
  const places = categoryPlaces(patterns.values, categories);
  return (counts) => {
    const shares = new Float64Array(categories.length);
    let itemCount = 0;
    let pairedItems = 0;
    let agreed = 0;
    for (let index = 0; index < patterns.patterns.length; index += 1) {
      const pattern = patterns.patterns[index] as Int32Array;
      const count = counts[index] as number;
      if (count === 0) continue;
      itemCount += count;
      const each = count / pattern.length;
      for (let rating = 0; rating < pattern.length; rating += 1)
        shares[places[pattern[rating] as number] as number]! += each;
      const own = agreement[index];
      if (typeof own !== "number") continue;
      pairedItems += count;
      agreed += count * own;
    }
    return {
      pa: pairedItems > 0 ? agreed / pairedItems : null,
      shares: shares.map((share) => share / itemCount),
      itemCount,
      pairedItems,
    };
  };
}
