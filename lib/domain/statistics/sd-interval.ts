import { chiSquareQuantile } from "./distributions.ts";
import { DEFAULT_CONFIDENCE } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
import type { Interval } from "./measured.ts";

/**
 * How far the true standard deviation may lie from one measured on `n` independent values, as factors of it: with 10
 * episodes 0.69 to 1.83. A plan uses the upper part. Null below two values.
 */
export function sdFactors(n: number, confidence: number = DEFAULT_CONFIDENCE): Interval | null {
  if (n < 2) return null;
  const tail = (1 - confidence) / 2;
  const factor = (p: number) => Math.sqrt((n - 1) / chiSquareQuantile(p, n - 1));
  return [factor(1 - tail), factor(tail)];
}

/** The card of “Uncertainty of a pilot’s spread”. */
export const sdFactorCard: MeasureCard<{ n: number }> = {
  id: "sd_interval",
  name: "Uncertainty of a pilot’s spread",
  meaning:
    "How many times larger the true standard deviation may be than the one that a pilot measured. Plans use this upper end.",
  range: "Above 1; near 1 after many episodes.",
  undefinedWhen: "There are fewer than two values.",
  source: "Interval of a variance by chi-square",
  example: { words: "After 10 episodes; the lower end is 0.69.", input: { n: 10 }, value: 1.8256101825195732 },
};
