import type { Values } from "./clusters.ts";

/** Variances at or below this share of the squared size of the values are rounding errors of 0. */
const ROUNDING = 1e-24;

/** Arithmetic mean of at least one value. */
export function mean(values: Values): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i]!;
  return sum / values.length;
}

/** Sum of (a - mean a)(b - mean b) over two lists of the same length; with one list, its sum of squares about the mean. */
export function crossDeviations(a: Values, b: Values = a): number {
  const centerA = mean(a);
  const centerB = a === b ? centerA : mean(b);
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i]! - centerA) * (b[i]! - centerB);
  return sum;
}

/** Variance with denominator n - 1; needs two values. */
export function sampleVariance(values: Values): number {
  return crossDeviations(values) / (values.length - 1);
}

/** True when all values are equal, or there is none. */
export function isConstant(values: Values): boolean {
  for (let i = 1; i < values.length; i += 1) if (values[i] !== values[0]) return false;
  return true;
}

/**
 * The square root of a variance of something measured in the units of `values`; exactly 0 where the variance is only the
 * rounding error of such values, so that "no variation" is recognised with fractional scores too.
 */
export function rootOfVariance(variance: number, values: Values): number {
  let largest = 0;
  for (let i = 0; i < values.length; i += 1) {
    const size = Math.abs(values[i]!);
    if (size > largest) largest = size;
  }
  return variance <= ROUNDING * largest * largest ? 0 : Math.sqrt(variance);
}

/** `a[i] - b[i]`, for lists of the same length. Throws RangeError when the lengths differ. */
export function differences(a: Values, b: Values): Float64Array {
  requireSameLength(a, b);
  const out = new Float64Array(a.length);
  for (let i = 0; i < out.length; i += 1) out[i] = a[i]! - b[i]!;
  return out;
}

/** Throws RangeError when two lists that belong together have different lengths: an error of the caller. */
export function requireSameLength(a: { length: number }, b: { length: number }): void {
  if (a.length !== b.length) throw new RangeError(`Two lists of pairs have ${a.length} and ${b.length} entries`);
}

/** A new list: `a`, then `b`. */
export function joined(a: Values, b: Values): Float64Array {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
