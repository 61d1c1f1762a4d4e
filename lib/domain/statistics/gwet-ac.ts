import { type AgreementWeights, categoryPlaces, weightMatrix } from "./agreement-weights.ts";
import { categoryAgreement, patternAgreement } from "./category-agreement.ts";
import type { ChanceCorrected } from "./fleiss-kappa.ts";
import { type ItemPatterns, itemPatterns, type PatternStatistic } from "./item-patterns.ts";
import type { MeasureCard } from "./measure-card.ts";
import { measured, notDefined } from "./measured.ts";
import type { RatedItems } from "./rated-items.ts";

/**
 * Gwet's AC1 (`none`) and AC2 (`linear`, `quadratic`): stable where nearly all ratings are the same, hence the companion
 * of alpha on skewed scales. Expected agreement is T_w / (q(q − 1)) · Σ π_c (1 − π_c) with T_w the sum of the weights. All
 * ratings equal gives 1. Compare AC2 only with AC2. `se` is by linearisation and takes items as independent: null with
 * fewer than two items; the screen shows the episode bootstrap. `categories` is the whole scale.
 * Gwet 2008, 2014; statistics.md 2.7.
 */
export function gwetAc(
  items: RatedItems,
  categories: ArrayLike<number>,
  weights: AgreementWeights,
): ChanceCorrected & { se: number | null } {
  const patterns = itemPatterns(items);
  const result = gwetOfPatterns(patterns, categories, weights)(patterns.counts);
  return { ...result, se: linearisedError(patterns, categories, weightMatrix(categories, weights), result) };
}

/** Gwet's coefficient as a function of the counts of patterns. */
export function gwetOfPatterns(
  patterns: ItemPatterns,
  categories: ArrayLike<number>,
  weights: AgreementWeights,
): PatternStatistic<ChanceCorrected> {
  const matrix = weightMatrix(categories, weights);
  const agreementOf = categoryAgreement(patterns, categories, matrix);
  const chance = chanceFactor(matrix, categories.length);
  return (counts) => {
    const { pa, shares } = agreementOf(counts);
    if (pa === null) return { ...notDefined("no_item_with_two_ratings"), pa, pe: null };
    if (categories.length < 2) return { ...notDefined("no_variation"), pa, pe: 1 };
    const pe = chance * shares.reduce((sum, share) => sum + share * (1 - share), 0);
    return { ...measured((pa - pe) / (1 - pe)), pa, pe };
  };
}

function chanceFactor(matrix: Float64Array, q: number): number {
  return matrix.reduce((sum, weight) => sum + weight, 0) / (q * (q - 1));
}

/** Standard error over independent items by linearisation of the coefficient. */
function linearisedError(
  patterns: ItemPatterns,
  categories: ArrayLike<number>,
  matrix: Float64Array,
  { value, pe }: ChanceCorrected,
): number | null {
  const { shares, itemCount, pairedItems } = categoryAgreement(patterns, categories, matrix)(patterns.counts);
  if (value === null || pe === null || itemCount < 2) return null;
  const agreement = patternAgreement(patterns, categories, matrix);
  const places = categoryPlaces(patterns.values, categories);
  const chance = chanceFactor(matrix, categories.length);
  const squares = patterns.patterns.reduce((sum, pattern, index) => {
    const own = agreement[index];
    const excess = typeof own === "number" ? ((itemCount / pairedItems) * (own - pe)) / (1 - pe) : 0;
    const others = pattern.reduce((total, rating) => total + 1 - (shares[places[rating] as number] as number), 0);
    const ownChance = (chance * others) / pattern.length;
    const influence = excess - (2 * (1 - value) * (ownChance - pe)) / (1 - pe);
    return sum + (patterns.counts[index] as number) * (influence - value) ** 2;
  }, 0);
  return Math.sqrt(squares / (itemCount * (itemCount - 1)));
}

/** One example for both cards, so that their values show what credit for near values does. */
const EXAMPLE = {
  words: "Items rated (0, 0), (0, 0), (−1, 0) and (0, 0) on −10..0.",
  input: {
    units: [
      [0, 0],
      [0, 0],
      [-1, 0],
      [0, 0],
    ],
    categories: [-10, -9, -8, -7, -6, -5, -4, -3, -2, -1, 0],
  },
};

/** The card of AC2 with quadratic weights. */
export const gwetAc2Card: MeasureCard<{ units: number[][]; categories: number[] }> = {
  id: "gwet_ac2_quadratic",
  name: "Gwet’s AC2 (quadratic)",
  meaning:
    "Agreement beyond chance that stays meaningful where nearly all ratings are the same, as on secret and social rules. Near values get part of the credit. Generous on long scales: compare it only with other AC2 values.",
  range: "1: full agreement; 0: as by chance; below 0: less.",
  undefinedWhen: "No item has two ratings.",
  source: "Gwet 2008, Computing inter-rater reliability in the presence of high agreement; Gwet 2014, weighted form",
  example: {
    ...EXAMPLE,
    value: 0.9969040247678019,
  },
};

/** The card of “AC1”. */
export const gwetAc1Card: MeasureCard<{ units: number[][]; categories: number[] }> = {
  id: "gwet_ac1",
  name: "Gwet’s AC1",
  meaning: "AC2 without credit for near values: only equal ratings agree.",
  range: "1: full agreement; 0: as by chance; below 0: less.",
  undefinedWhen: "No item has two ratings.",
  source: "Gwet 2008, Computing inter-rater reliability in the presence of high agreement",
  example: {
    ...EXAMPLE,
    value: 0.728125 / 0.978125,
  },
};
