import type { Interval } from "#lib/domain/statistics/measured.ts";
import type { DimensionFacts, EndShares, Estimate, FindingHead, PolicyFacts } from "./common.ts";

/** View 1: by how much the judge lies above people, per policy and dimension, and how much more than for the base. */
export type BiasFinding = FindingHead & { view: "bias"; byDimension: DimensionBias[] };

/** One dimension of view 1. `family` names the p-values that are adjusted together, the same on all dimensions. */
export type DimensionBias = {
  dimension: DimensionFacts;
  family: string;
  policies: PolicyBias[];
  differences: BiasDifference[];
};

/** Mean signed error J − H of one policy with its CR2 interval; p-values are two-sided and null where undefined. */
export type PolicyBias = {
  policy: PolicyFacts;
  bias: Estimate;
  /** Who is missing where nobody can be compared (“the judge has not rated these”); null where cells are rated by both. */
  absence: string | null;
  /** Means over the cells that both rated; where there are none, over those that people or the judge rated. */
  humanMean: number | null;
  judgeMean: number | null;
  /** `bias.p` after Holm over all policies and dimensions. */
  pAdjusted: number | null;
  /** Sign-flip permutation over clusters; never below `smallestPermutationP`. */
  permutationP: number | null;
  smallestPermutationP: number | null;
  /** Their intervals come from the cluster bootstrap and need 20 clusters. */
  meanAbsoluteError: Estimate;
  rootMeanSquareError: Estimate;
  /** The bootstrap's interval of the bias, a check of the one beside it; null below 20 clusters and above 500. */
  biasBootstrap: Interval | null;
  /** Mean absolute distance of one person from the others who rated the same cell: the yardstick for the judge’s. */
  humanMeanAbsoluteDifference: number | null;
  /** Over the cells that both rated; null where there are none. */
  judgeEnds: EndShares | null;
  humanEnds: EndShares | null;
  /** The same with raters counted that are left out now, where any are. */
  withExcluded: Estimate | null;
};

/** How much more the judge adds for a policy than for the base: difference in differences, with the slope-adjusted twin. */
export type BiasDifference = {
  policy: PolicyFacts;
  base: PolicyFacts;
  difference: Estimate;
  /** Who is missing for the policy or the base; null where both have cells that are rated by both. */
  absence: string | null;
  /** `difference.p` after Holm over all pairs and dimensions. */
  pAdjusted: number | null;
  /** J ~ H + policy: the coefficient of policy with the slope as it is. */
  adjusted: Estimate;
  /** The same with the slope corrected for the noise of people (divided by ICC(1,k)). */
  adjustedForNoise: Estimate;
  /** ICC(1,k) used for the correction; null where it is undefined or not above 0. */
  reliability: number | null;
  /** Slope of J on H within policies, as it is. */
  slope: number | null;
  /** The difference with raters counted that are left out now, where any are. */
  withExcluded: Estimate | null;
};
