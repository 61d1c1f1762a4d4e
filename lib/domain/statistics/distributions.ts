import jstat from "jstat";

/** The distributions that intervals and tests need. Numbers come from jstat (errors below 1e-7); estimators are ours. */

/** P(T ≤ t) of Student's t with `df` > 0 degrees of freedom, which need not be whole. */
export function studentTCdf(t: number, df: number): number {
  return jstat.studentt.cdf(t, df);
}

/** The t with P(T ≤ t) = p, 0 < p < 1, for `df` > 0 degrees of freedom. */
export function studentTQuantile(p: number, df: number): number {
  return jstat.studentt.inv(p, df);
}

/** Two-sided p-value of a t statistic. */
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
