import { clusterRegression, regressionContrast } from "./cluster-regression.ts";
import { type Clusters, clusterSizes, countFilled, type Values } from "./clusters.ts";
import { DEFAULT_CONFIDENCE, type Estimate, withoutSpread } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
import type { Measured, UndefinedReason } from "./measured.ts";
import { isConstant } from "./moments.ts";

/** Cells of two policies in one list: `trained[i]` is 1 for the policy that is compared, 0 for the base. */
export type TwoPolicyCells = { judge: Values; human: Values; trained: Values; clusters: Clusters };

/**
 * The difference in differences that is left when the judge may stretch or squeeze the scale for everybody alike. The
 * slope of judge on people comes out too flat because the human means are noisy; `asMeasured` leaves it so and `corrected`
 * divides it by the reliability of the human means, so the truth lies between the two.
 */
export type SlopeAdjustedDifference = {
  asMeasured: Estimate;
  corrected: Estimate;
  /** Slope of judge on human mean within policies, as measured. */
  slope: number | null;
};

/**
 * Fits J ~ 1 + H + trained with CR2 errors by cluster (specification of statistics, section 7, trap 2). `asMeasured` is
 * the coefficient of `trained`. Since that coefficient is ΔJ - slope·ΔH, `corrected` adds slope·(1 - 1/R)·ΔH, where R is
 * `reliability`, the ICC(1,k) of human means within policies, taken as known.
 *
 * A policy without cells: `no_data`; human means that do not vary within policies: `constant_variable`; R not above 0:
 * `corrected` has the reason `no_reliability`.
 */
export function slopeAdjustedDifference(
  { judge, human, trained, clusters }: TwoPolicyCells,
  reliability: Measured,
  confidence: number = DEFAULT_CONFIDENCE,
): SlopeAdjustedDifference {
  const counts = { n: judge.length, clusters: countFilled(clusterSizes(clusters)) };
  const nothing = (reason: UndefinedReason) => withoutSpread(null, reason, counts);
  const undefinedBoth = (reason: UndefinedReason) => ({
    asMeasured: nothing(reason),
    corrected: nothing(reason),
    slope: null,
  });
  if (judge.length === 0 || isConstant(trained)) return undefinedBoth("no_data");
  const ones = new Float64Array(judge.length).fill(1);
  const fit = clusterRegression(judge, [ones, trained, human], clusters);
  if (fit === null) return undefinedBoth("constant_variable");
  return {
    asMeasured: regressionContrast(fit, [0, 1, 0], confidence),
    corrected: isUsable(reliability)
      ? regressionContrast(fit, [0, 1, (1 - 1 / reliability.value) * humanDifference(human, trained)], confidence)
      : nothing(reliability.reason ?? "no_reliability"),
    slope: fit.coefficients[2]!,
  };
}

function isUsable(reliability: Measured): reliability is { value: number; reason: null } {
  return reliability.value !== null && reliability.value > 0;
}

function humanDifference(human: Values, trained: Values): number {
  const [sums, sizes] = [new Float64Array(2), new Float64Array(2)];
  for (let i = 0; i < human.length; i += 1) {
    sums[trained[i]!]! += human[i]!;
    sizes[trained[i]!]! += 1;
  }
  return sums[1]! / sizes[1]! - sums[0]! / sizes[0]!;
}

/** The card of “Slope-adjusted difference”. */
export const slopeAdjustedDifferenceCard: MeasureCard<{ judge: number[]; human: number[]; trained: number[] }> = {
  id: "slope_adjusted_difference",
  name: "Slope-adjusted difference",
  meaning:
    "What is left of the difference in differences once the judge is allowed to stretch or squeeze the scale for everybody alike. If it falls to 0, the judge does not favour a policy: it exaggerates or plays down all differences.",
  range: "Any number of points; 0 means that policies with the same human score get the same judge score.",
  undefinedWhen:
    "A policy has no rated cell, or people’s means do not vary within policies. The version corrected for noise also needs a reliability above 0.",
  source:
    "Coefficient of the policy in the regression of judge on human mean and policy, CR2 by cluster; the slope is divided by ICC(1,k) for the corrected version (Spearman 1904).",
  example: {
    words: "The judge gives 1 + half of what people give to either policy.",
    input: { judge: [2, 3, 3, 4], human: [2, 4, 4, 6], trained: [0, 0, 1, 1] },
    value: 0,
  },
};
