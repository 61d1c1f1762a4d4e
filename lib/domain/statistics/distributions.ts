import jstat from "jstat";

/** The distributions that intervals and tests need. Numbers come from jstat (errors below 1e-7); estimators are ours. */

/** P(T ≤ t) of Student's t with `df` > 0 degrees of freedom, which need not be whole. */
export function studentTCdf(t: number, df: number): number {
  return jstat.studentt.cdf(t, df);
}

/** Quantiles of t found before: each takes a search of its own, and a plan asks for the same few a thousand times. */
const knownQuantiles = new Map<number, Map<number, number>>();
const MOST_KNOWN = 5_000;

/** The t with P(T ≤ t) = p, 0 < p < 1, for `df` > 0 degrees of freedom. */
export function studentTQuantile(p: number, df: number): number {
  const ofP = knownQuantiles.get(p) ?? new Map<number, number>();
  const known = ofP.get(df);
  if (known !== undefined) return known;
  if (ofP.size >= MOST_KNOWN) ofP.clear();
  if (knownQuantiles.size >= MOST_KNOWN) knownQuantiles.clear();
  knownQuantiles.set(p, ofP);
  const found = jstat.studentt.inv(p, df);
  ofP.set(df, found);
  return found;
}

/** Two-sided p-value of a t statistic with `df` > 0 degrees of freedom, 0 to 1. */
export function studentTTwoSided(t: number, df: number): number {
  return Math.min(1, 2 * studentTCdf(-Math.abs(t), df));
}

/** P(T ≤ t) of the noncentral t with noncentrality `ncp`: what the power of a t test is computed from. */
export function noncentralTCdf(t: number, df: number, ncp: number): number {
  return jstat.noncentralt.cdf(t, df, ncp);
}

/** The F with P(F ≤ f) = p for `df1`, `df2` > 0 degrees of freedom. */
export function fQuantile(p: number, df1: number, df2: number): number {
  return jstat.centralF.inv(p, df1, df2);
}

/** The x with P(X ≤ x) = p of the chi-square distribution with `df` > 0 degrees of freedom. */
export function chiSquareQuantile(p: number, df: number): number {
  return jstat.chisquare.inv(p, df);
}

/** P(Z ≤ z) of the standard normal distribution. */
export function normalCdf(z: number): number {
  return jstat.normal.cdf(z, 0, 1);
}

/** The z with P(Z ≤ z) = p, 0 < p < 1. */
export function normalQuantile(p: number): number {
  return jstat.normal.inv(p, 0, 1);
}
