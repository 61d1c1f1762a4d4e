import { designEffect } from "./cluster-variance.ts";
import { noncentralTCdf, studentTQuantile } from "./distributions.ts";
import type { CellDesign, SampleSize } from "./sample-size.ts";
import { smallestWhole } from "./smallest-whole.ts";

/** A two-sided test at level `alpha` that is to find a true effect with chance `power`. */
export type PowerTarget = { alpha?: number; power?: number };

const USUAL_ALPHA = 0.05;
const USUAL_POWER = 0.8;

/**
 * Chance that a two-sided t test finds an effect whose expected t statistic is `noncentrality`. The tail on the wrong side
 * is left out, as R power.t.test does.
 */
export function powerOfT(noncentrality: number, df: number, alpha: number = USUAL_ALPHA): number {
  return 1 - noncentralTCdf(studentTQuantile(1 - alpha / 2, df), df, Math.abs(noncentrality));
}

/**
 * Pairs (episodes) that a paired t test needs for an effect of `effectSize` standard deviations of the differences. Throws
 * RangeError for an effect of 0, which no study finds.
 */
export function sampleSizeForPairedT(
  effectSize: number,
  { alpha = USUAL_ALPHA, power = USUAL_POWER }: PowerTarget = {},
): number {
  return smallestWhole(2, (n) => powerOfT(effectSize * Math.sqrt(n), n - 1, alpha) >= power);
}

/**
 * Episodes per policy that a difference in differences of `difference` points needs, for policies of equal size that share
 * no episodes; `sd` is that of one difference J - H. The test has 2(G - 1) degrees of freedom. Throws RangeError for a
 * difference of 0.
 */
export function sampleSizeForDifference(
  { sd, difference, cellsPerCluster, rho }: CellDesign & { sd: number; difference: number },
  { alpha = USUAL_ALPHA, power = USUAL_POWER }: PowerTarget = {},
): SampleSize {
  const deff = designEffect(cellsPerCluster, rho);
  const clusters = smallestWhole(2, (count) => {
    const se = Math.sqrt((2 * sd * sd * deff) / (count * cellsPerCluster));
    return powerOfT(difference / se, 2 * (count - 1), alpha) >= power;
  });
  return { clusters, cells: clusters * cellsPerCluster, designEffect: deff };
}
