import { studentTQuantile, studentTTwoSided } from "./distributions.ts";
import type { Interval, UndefinedReason } from "./measured.ts";

/** Confidence of an interval where the user chooses none. */
export const DEFAULT_CONFIDENCE = 0.95;

/**
 * An estimate with what says how sure it is. `value` is null when there is nothing to estimate from; `interval`, `df` and
 * `p` are null when their spread is not known or is 0. `reason` says why the first missing part is missing.
 */
export type Estimate = {
  value: number | null;
  /** Standard error, in the units of the value; 0 when the data do not vary. */
  se: number | null;
  /** Degrees of freedom of the t distribution behind the interval. */
  df: number | null;
  interval: Interval | null;
  /** Two-sided p-value of "the true value is 0". */
  p: number | null;
  /** Cells. */
  n: number;
  /** Clusters that hold a cell. */
  clusters: number;
  reason: UndefinedReason | null;
};

/** The t interval, the degrees of freedom and the p-value that belong to a value and its standard error. */
type Inference = Pick<Estimate, "se" | "df" | "interval" | "p" | "reason">;

/** Interval and p-value from a standard error; a standard error of 0 has neither (`zero_variance`). */
export function inferByT(value: number, se: number, df: number, confidence: number): Inference {
  if (se === 0) return { se, df: null, interval: null, p: null, reason: "zero_variance" };
  return { se, df, interval: tInterval(value, se, df, confidence), p: studentTTwoSided(value / se, df), reason: null };
}

/** `value ± t·se` with t of `df` degrees of freedom. */
export function tInterval(value: number, se: number, df: number, confidence: number): Interval {
  const reach = studentTQuantile(1 - (1 - confidence) / 2, df) * se;
  return [value - reach, value + reach];
}

/** An estimate whose spread cannot be told, or that does not exist at all (`value` null). */
export function withoutSpread(
  value: number | null,
  reason: UndefinedReason,
  counts: { n: number; clusters: number },
): Estimate {
  return { value, se: null, df: null, interval: null, p: null, ...counts, reason };
}
