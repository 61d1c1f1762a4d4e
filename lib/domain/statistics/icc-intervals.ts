import { fQuantile } from "./distributions.ts";
import type { MeanSquares } from "./icc-mean-squares.ts";
import type { Interval } from "./measured.ts";

/** Exact interval of ICC(1,1) from the F distribution of between / within; both mean squares positive. */
export function icc1Interval({ between, within, n, k }: MeanSquares, confidence: number): Interval {
  return fromF(between / within, n - 1, n * (k - 1), k, confidence);
}

/** Exact interval of ICC(3,1) from the F distribution of between / residual; both mean squares positive. */
export function icc3Interval({ between, residual, n, k }: MeanSquares, confidence: number): Interval {
  return fromF(between / residual, n - 1, (n - 1) * (k - 1), k, confidence);
}

/** The interval of a ratio of expected mean squares from the observed ratio with df1 and df2 degrees of freedom. */
export function fFromRatio(ratio: number, df1: number, df2: number, confidence: number): Interval {
  const p = (1 + confidence) / 2;
  return [ratio / fQuantile(p, df1, df2), ratio * fQuantile(p, df2, df1)];
}

function fromF(ratio: number, df1: number, df2: number, k: number, confidence: number): Interval {
  const [low, high] = fFromRatio(ratio, df1, df2, confidence);
  return [(low - 1) / (low + k - 1), (high - 1) / (high + k - 1)];
}

/**
 * Interval of ICC(2,1) with Satterthwaite's degrees of freedom v for the denominator, which adds the mean squares of
 * raters and residual. Shrout & Fleiss 1979, p. 424; McGraw & Wong 1996, table 7. The residual must be positive.
 */
export function icc2Interval({ between, raters, residual, n, k }: MeanSquares, confidence: number): Interval {
  const rho = (between - residual) / (between + (k - 1) * residual + (k * (raters - residual)) / n);
  const ratio = raters / residual;
  const common = n * (1 + (k - 1) * rho) - k * rho;
  const v =
    ((k - 1) * (n - 1) * (k * rho * ratio + common) ** 2) / ((n - 1) * k ** 2 * rho ** 2 * ratio ** 2 + common ** 2);
  const p = (1 + confidence) / 2;
  const noise = k * raters + (k * n - k - n) * residual;
  const lowF = fQuantile(p, n - 1, v);
  const highF = fQuantile(p, v, n - 1);
  const low = (n * (between - lowF * residual)) / (lowF * noise + n * between);
  const high = (n * (highF * between - residual)) / (noise + n * highF * between);
  return [low, high];
}
