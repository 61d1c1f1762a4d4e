import { weightMatrix } from "./agreement-weights.ts";
import { categoryAgreement } from "./category-agreement.ts";
import type { ChanceCorrected } from "./fleiss-kappa.ts";
import { type ItemPatterns, itemPatterns, type PatternStatistic } from "./item-patterns.ts";
import type { MeasureCard } from "./measure-card.ts";
import { measured, notDefined } from "./measured.ts";
import type { RatedItems } from "./rated-items.ts";

/**
 * Randolph's free-marginal kappa, (q·Pa − 1) / (q − 1): chance is a blind choice among the q categories of the scale. It
 * does not fall on skewed ratings, but grows with q: values with different q must not be compared. `categories` is the
 * whole scale; with one category alone nothing can vary. Randolph 2005; statistics.md 2.4.
 */
export function randolphKappa(items: RatedItems, categories: ArrayLike<number>): ChanceCorrected {
  const patterns = itemPatterns(items);
  return randolphOfPatterns(patterns, categories)(patterns.counts);
}

/** Randolph's kappa as a function of the counts of patterns. */
export function randolphOfPatterns(
  patterns: ItemPatterns,
  categories: ArrayLike<number>,
): PatternStatistic<ChanceCorrected> {
  const agreementOf = categoryAgreement(patterns, categories, weightMatrix(categories, "none"));
  const q = categories.length;
  return (counts) => {
    const { pa } = agreementOf(counts);
    if (pa === null) return { ...notDefined("no_item_with_two_ratings"), pa, pe: null };
    if (q < 2) return { ...notDefined("no_variation"), pa, pe: 1 };
    return { ...measured((q * pa - 1) / (q - 1)), pa, pe: 1 / q };
  };
}

/** The card of Randolph's kappa. */
export const randolphKappaCard: MeasureCard<{ units: number[][]; categories: number[] }> = {
  id: "randolph_kappa",
  name: "Randolph’s kappa",
  meaning:
    "How much more often than by blind choice among all values of the scale two raters give exactly the same rating. Compare it only between scales with the same number of values.",
  range: "1: always the same; 0: as often as by blind choice; −1 / (q − 1) with q values: never.",
  undefinedWhen: "No item has two ratings.",
  source: "Randolph 2005, Free-marginal multirater kappa",
  example: {
    words: "Items rated (1, 1), (0, 0), (0, 1) and (1, 1) on two values: Pa 3/4.",
    input: {
      units: [
        [1, 1],
        [0, 0],
        [0, 1],
        [1, 1],
      ],
      categories: [0, 1],
    },
    value: 0.5,
  },
};
