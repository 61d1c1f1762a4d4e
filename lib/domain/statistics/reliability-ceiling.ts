import type { MeasureCard } from "./measure-card.ts";
import { type Measured, measured, notDefined } from "./measured.ts";

/**
 * The largest correlation that a perfect judge could reach with the mean of the human ratings of a cell, √R, where
 * `reliability` is R = ICC(1,k). 0 to 1. Not defined where R is not, or where R ≤ 0 (`no_reliability`). Spearman 1904.
 */
export function reliabilityCeiling(reliability: Measured): Measured {
  if (reliability.value === null) return reliability;
  return reliability.value > 0 ? measured(Math.sqrt(Math.min(1, reliability.value))) : notDefined("no_reliability");
}

/** The card of “Ceiling”. */
export const reliabilityCeilingCard: MeasureCard<{ reliability: number }> = {
  id: "reliability_ceiling",
  name: "Ceiling",
  meaning:
    "About the largest correlation with the mean human rating that even a perfect judge could reach, because people themselves do not agree fully.",
  range: "0 to 1; read every correlation of the judge as a share of it.",
  undefinedWhen: "The reliability of the mean human rating is not known, or is not above 0.",
  source: "The correction for attenuation of Spearman 1904: the square root of ICC(1,k).",
  example: { words: "A reliability of 0.64.", input: { reliability: 0.64 }, value: 0.8 },
};
