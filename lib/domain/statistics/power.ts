import { designEffect } from "./cluster-variance.ts";
import { noncentralTCdf, studentTQuantile } from "./distributions.ts";
import type { MeasureCard } from "./measure-card.ts";
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

/** The card of “Power”. */
export const powerCard: MeasureCard<{ noncentrality: number; df: number }> = {
  id: "power_t",
  name: "Power",
  meaning: "The chance that a two-sided t test at 5 % finds a true difference of a given size.",
  range: "0.05 (no difference) to 1.",
  undefinedWhen: "Never.",
  source: "Noncentral t distribution, as R power.t.test",
  example: {
    words: "A difference of 3 standard errors with 20 degrees of freedom.",
    input: { noncentrality: 3, df: 20 },
    value: 0.814169388986,
  },
};

/** The card of “Pairs for a paired t”. */
export const pairedSizeCard: MeasureCard<{ effectSize: number }> = {
  id: "power_paired_t",
  name: "Pairs for a paired t test",
  meaning:
    "How many pairs find a mean difference of a given size with a chance of 80 %. The size is counted in standard deviations of the differences.",
  range: "2 and more.",
  undefinedWhen: "The difference is 0: no number of pairs finds it.",
  source: "Noncentral t distribution, as R power.t.test",
  example: { words: "A difference of half a standard deviation.", input: { effectSize: 0.5 }, value: 34 },
};

/** The card of “Episodes for a difference”. */
export const differenceSizeCard: MeasureCard<{ sd: number; difference: number; cellsPerCluster: number; rho: number }> =
  {
    id: "sample_size_difference",
    name: "Episodes for a difference of bias",
    meaning:
      "How many episodes of each policy find a difference of bias of a given size with a chance of 80 %, two-sided at 5 %.",
    range: "2 and more, for each of two policies.",
    undefinedWhen: "The difference is 0: no number of episodes finds it.",
    source: "Two-sample t test with design effect 1 + (m − 1)ρ",
    example: {
      words: "Differences with SD 2, two agents that share 0.3, a difference of 1.06 points.",
      input: { sd: 2, difference: 1.06, cellsPerCluster: 2, rho: 0.3 },
      value: 38,
    },
  };
