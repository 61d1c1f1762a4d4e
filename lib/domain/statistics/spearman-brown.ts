import type { MeasureCard } from "./measure-card.ts";
import { type Measured, measured, notDefined } from "./measured.ts";

/**
 * The reliability of the mean of `factor` times as many ratings, from the reliability of what there is: kρ / (1 + (k − 1)ρ).
 * From ICC(1,1) and a factor k it gives ICC(1,k). Spearman 1910, Brown 1910.
 */
export function spearmanBrown(reliability: number, factor: number): number {
  return (factor * reliability) / (1 + (factor - 1) * reliability);
}

/**
 * How many ratings per item their mean needs to reach `target` (between 0 and 1), from the reliability of one rating:
 * target (1 − ρ) / (ρ (1 − target)), not rounded. No number of ratings is enough where ρ ≤ 0.
 */
export function ratingsNeeded(reliabilityOfOne: number, target: number): Measured {
  if (reliabilityOfOne <= 0) return notDefined("no_reliability");
  return measured((target * (1 - reliabilityOfOne)) / (reliabilityOfOne * (1 - target)));
}

/** The card of “Reliability of a mean”. */
export const spearmanBrownCard: MeasureCard<{ reliability: number; factor: number }> = {
  id: "spearman_brown",
  name: "Reliability of a mean of ratings",
  meaning: "How reliable the mean of several ratings is, from the reliability of one.",
  range: "Up to 1; more ratings bring it nearer to 1.",
  undefinedWhen: "Never.",
  source: "Spearman 1910; Brown 1910",
  example: { words: "One rating has 0.5; the mean of two.", input: { reliability: 0.5, factor: 2 }, value: 2 / 3 },
};

/** The card of “Ratings for a reliability”. */
export const ratingsNeededCard: MeasureCard<{ reliability: number; target: number }> = {
  id: "ratings_for_reliability",
  name: "Ratings for a reliability of 0.8",
  meaning: "How many people must rate an item for the mean of their ratings to reach a reliability.",
  range: "Above 0, not rounded.",
  undefinedWhen: "One rating has a reliability of 0 or less: no number is enough.",
  source: "Spearman–Brown formula solved for the number of ratings",
  example: { words: "One rating has 0.5; for 0.8.", input: { reliability: 0.5, target: 0.8 }, value: 4 },
};
