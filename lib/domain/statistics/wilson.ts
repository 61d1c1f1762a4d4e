import { normalQuantile } from "./distributions.ts";
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
