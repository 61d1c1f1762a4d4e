import { weightMatrix } from "./agreement-weights.ts";
import { categoryAgreement } from "./category-agreement.ts";
import { type ItemPatterns, itemPatterns, type PatternStatistic } from "./item-patterns.ts";
import type { MeasureCard } from "./measure-card.ts";
import { type Measured, measured, notDefined } from "./measured.ts";
import type { RatedItems } from "./rated-items.ts";

/** A chance-corrected coefficient with the observed (`pa`) and the expected (`pe`) agreement. */
export type ChanceCorrected = Measured & { pa: number | null; pe: number | null };

/**
 * Fleiss' kappa, (Pa − Pe) / (1 − Pe) with Pe = Σ π_c² from the shares of the categories. Nominal: 9 against 8 is as bad
 * as 9 against 0, so it is for comparison with papers only. With unequal numbers of ratings this is Gwet's form.
 * `categories` is the whole scale. Fleiss 1971; statistics.md 2.3.
 */
export function fleissKappa(items: RatedItems, categories: ArrayLike<number>): ChanceCorrected {
  const patterns = itemPatterns(items);
  return fleissOfPatterns(patterns, categories)(patterns.counts);
}

/** Fleiss' kappa as a function of the counts of patterns. */
export function fleissOfPatterns(
  patterns: ItemPatterns,
  categories: ArrayLike<number>,
): PatternStatistic<ChanceCorrected> {
  const agreementOf = categoryAgreement(patterns, categories, weightMatrix(categories, "none"));
  return (counts) => {
    const { pa, shares } = agreementOf(counts);
    if (pa === null) return { ...notDefined("no_item_with_two_ratings"), pa, pe: null };
    const pe = shares.reduce((sum, share) => sum + share ** 2, 0);
    if (shares.filter((share) => share > 0).length < 2) return { ...notDefined("no_variation"), pa, pe };
    return { ...measured((pa - pe) / (1 - pe)), pa, pe };
  };
}

/** The card of Fleiss' kappa. */
export const fleissKappaCard: MeasureCard<{ units: number[][]; categories: number[] }> = {
  id: "fleiss_kappa",
  name: "Fleiss’ kappa",
  meaning:
    "How much more often than by chance two raters of an item give exactly the same rating. Treats neighbouring values as entirely different.",
  range: "1: always the same; 0: as often as by chance; below 0: less often.",
  undefinedWhen: "No item has two ratings, or all ratings are equal.",
  source: "Fleiss 1971, Measuring nominal scale agreement among many raters",
  example: {
    words: "Items rated (1, 1), (0, 0), (0, 1) and (1, 1): Pa 3/4, Pe 34/64.",
    input: {
      units: [
        [1, 1],
        [0, 0],
        [0, 1],
        [1, 1],
      ],
      categories: [0, 1],
    },
    value: 0.4666666666666667,
  },
};
