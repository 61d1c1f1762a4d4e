import { chiSquareQuantile } from "./distributions.ts";
import { DEFAULT_CONFIDENCE } from "./estimate.ts";
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
