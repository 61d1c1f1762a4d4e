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
