import { normalQuantile } from "./distributions.ts";
import type { MeasureCard } from "./measure-card.ts";
import type { Interval } from "./measured.ts";

/**
 * Wilson's score interval for a share of `hits` among `n` ≥ 1 trials; right for few trials and shares near 0 or 1. Within
 * [0, 1]. Wilson 1927; statistics.md 10.2. Null without a trial.
 */
export function wilsonInterval(hits: number, n: number, confidence = 0.95): Interval | null {
  if (n === 0) return null;
  const z = normalQuantile((1 + confidence) / 2);
  const share = hits / n;
  const centre = share + z ** 2 / (2 * n);
  const reach = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  const scale = 1 + z ** 2 / n;
  return [Math.max(0, (centre - reach) / scale), Math.min(1, (centre + reach) / scale)];
}

/** The card of “Wilson interval”. */
export const wilsonCard: MeasureCard<{ hits: number; n: number }> = {
  id: "wilson_interval",
  name: "Wilson interval of a share",
  meaning: "From where to where the true share may lie, right for few trials and for shares near 0 or 1.",
  range: "Within 0 to 1.",
  undefinedWhen: "There is no trial.",
  source: "Wilson 1927",
  example: { words: "3 of 4: the lower limit. The upper one is 0.954.", input: { hits: 3, n: 4 }, value: 0.3006418423 },
};
