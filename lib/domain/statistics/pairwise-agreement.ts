import { type ItemPatterns, itemPatterns, type PatternStatistic } from "./item-patterns.ts";
import type { MeasureCard } from "./measure-card.ts";
import { type Measured, measured, notDefined } from "./measured.ts";
import type { RatedItems } from "./rated-items.ts";

/** The mean over items in `value`, and beside it the share among all pairs (`micro`), where large items weigh more. */
export type PairwiseAgreement = Measured & { micro: number | null; itemCount: number; pairCount: number };

/**
 * Share of rater pairs that agree: equal ratings for `within` 0, else ratings at most `within` points apart. Each item
 * with two or more ratings counts once. Nothing is corrected for chance: on a skewed scale 95 % can be chance.
 * Range 0 to 1. Statistics.md 2.1.
 */
export function pairwiseAgreement(items: RatedItems, within = 0): PairwiseAgreement {
  const patterns = itemPatterns(items);
  return pairwiseAgreementOfPatterns(patterns, within)(patterns.counts);
}

/** Pairwise agreement as a function of the counts of patterns. */
export function pairwiseAgreementOfPatterns(patterns: ItemPatterns, within = 0): PatternStatistic<PairwiseAgreement> {
  const pairs = patterns.patterns.map((pattern) => (pattern.length * (pattern.length - 1)) / 2);
  const agreeing = patterns.patterns.map((pattern) => agreeingPairs(pattern, patterns.values, within));
  return (counts) => {
    let itemCount = 0;
    let pairCount = 0;
    let agreeingCount = 0;
    let shares = 0;
    pairs.forEach((pairsOfOne, pattern) => {
      const count = counts[pattern] as number;
      if (pairsOfOne === 0 || count === 0) return;
      itemCount += count;
      pairCount += count * pairsOfOne;
      agreeingCount += count * (agreeing[pattern] as number);
      shares += (count * (agreeing[pattern] as number)) / pairsOfOne;
    });
    if (itemCount === 0) return { ...notDefined("no_item_with_two_ratings"), micro: null, itemCount, pairCount };
    return { ...measured(shares / itemCount), micro: agreeingCount / pairCount, itemCount, pairCount };
  };
}

function agreeingPairs(pattern: Int32Array, values: Float64Array, within: number): number {
  let agreeing = 0;
  for (let a = 0; a < pattern.length; a += 1)
    for (let b = a + 1; b < pattern.length; b += 1) {
      const difference = (values[pattern[a] as number] as number) - (values[pattern[b] as number] as number);
      if (Math.abs(difference) <= within) agreeing += 1;
    }
  return agreeing;
}

/** The card of agreement within one point, which the screen shows beside the coefficients. */
export const pairwiseAgreementCard: MeasureCard<{ units: number[][]; within: number }> = {
  id: "pairwise_agreement_within_1",
  name: "Agreement within 1 point",
  meaning:
    "How often two raters of the same item are at most 1 point apart. Not corrected for chance: where nearly everybody gives the same rating it is high without telling much.",
  range: "0: never; 1: always.",
  undefinedWhen: "No item has two ratings.",
  source: "Share of agreeing pairs per item, averaged over items (observed agreement of Fleiss 1971)",
  example: {
    words: "Items rated (6, 7), (8, 6) and (5, 5, 9): shares 1, 0 and 1/3.",
    input: {
      units: [
        [6, 7],
        [8, 6],
        [5, 5, 9],
      ],
      within: 1,
    },
    value: 0.4444444444444444,
  },
};
