import type { Measured } from "#lib/domain/statistics/measured.ts";
import type { CorrelationName } from "#lib/domain/statistics/pair-patterns.ts";
import type { DimensionFacts, Estimate, FindingHead, Histogram } from "./common.ts";

/** View 6: whether people agree well enough to judge the judge, one row per dimension. */
export type AgreementFinding = FindingHead & { view: "agreement"; rows: AgreementRow[] };

/** People without the judge in every column but the last three. Single ratings, never means. */
export type AgreementRow = {
  dimension: DimensionFacts;
  /** Units with at least two ratings by people, ratings on them, and raters. */
  items: number;
  ratings: number;
  /** Ratings by somebody who had rated the same unit before: left out here, wherever means count them. */
  secondRatings: number;
  raters: number;
  /** How many of the raters are places in a list and no single people. */
  positions: number;
  /** Fewer than 5 items with two ratings: too few to interpret. */
  isThin: boolean;
  /** Clusters with a score other than the commonest one: what α and ICC and their intervals rest on. */
  variedClusters: number;
  withinOne: Estimate;
  exact: Measured;
  alphaInterval: Estimate;
  alphaOrdinal: Estimate;
  ac2: Estimate;
  iccSingle: Estimate;
  iccMean: Estimate;
  /** Ratings per item that ICC(1,k) speaks of (m0 where items have unequal numbers). */
  ratingsPerItem: number | null;
  /** Ratings per item for a mean with reliability 0.8 (Spearman–Brown); null where undefined. */
  ratingsForReliability: number | null;
  /** √ICC(1,k) within policies: what belongs beside a correlation within policies. */
  ceiling: Measured;
  /** √ICC(1,k) over all policies together: what belongs beside a pooled correlation. */
  pooledCeiling: Measured;
  distribution: Histogram;
  /** Correlation within policies, averaged over those where it is defined and rests on 5 pairs or more. */
  judgeWithinPolicies: Record<CorrelationName, Estimate>;
  /** `isThin` where no policy has 5 pairs, so that all with a value were taken: too few to interpret. */
  judgePolicies: { used: number; skipped: number; isThin: boolean };
  /** `judgeWithinPolicies` as a share of the ceiling, which limits correlations of scores and ranks but not tau-b. */
  shareOfCeiling: Record<"spearman" | "pearson", Measured>;
  /** Shown on request and always with the word “pooled”. */
  judgePooled: Record<CorrelationName, Estimate>;
  /** Correlation of the means of policies: of `used + skipped` of them. */
  judgePolicyLevel: Record<CorrelationName, Measured>;
  /** Share of cells where judge and mean of people are at most 0, 1 and 2 points apart. */
  judgeWithin: { zero: Measured; one: Measured; two: Measured };
  paperCompatible: PaperCompatible;
  /** The headline coefficients with the raters counted that are left out, where any are. */
  withExcluded: AgreementHeadline | null;
};

/** What is told twice where raters are left out. */
export type AgreementHeadline = Pick<
  AgreementRow,
  "items" | "raters" | "variedClusters" | "withinOne" | "alphaOrdinal" | "ac2" | "iccMean" | "judgeWithinPolicies"
>;

/** Binarised as in the original script, for comparison with papers only. */
export type PaperCompatible = {
  items: number;
  pairwiseAgreement: Measured;
  randolph: Measured;
  fleiss: Measured;
  legacyAlpha: Measured;
};
