import type { Interval } from "#lib/domain/statistics/measured.ts";
import type { DimensionFacts, Estimate, FindingHead, PolicyFacts } from "./common.ts";

/** View 5: differences J − H against their means, with bias and limits of agreement. */
export type BlandAltmanFinding = FindingHead & { view: "bland-altman"; byDimension: DimensionBlandAltman[] };

/** One dimension: a panel per policy, and all of them pooled. */
export type DimensionBlandAltman = {
  dimension: DimensionFacts;
  facets: (BlandAltmanFacet & { policy: PolicyFacts })[];
  pooled: BlandAltmanFacet;
};

/** One panel. Bubbles are counts at (mean, difference), rounded to 0.25. Limits tell of one new cell, the bias of the mean. */
export type BlandAltmanFacet = {
  bubbles: { mean: number; difference: number; count: number }[];
  bias: Estimate;
  deviation: number | null;
  lower: LimitOfAgreement | null;
  upper: LimitOfAgreement | null;
  trend: DifferenceTrend | null;
  cells: number;
};

/** One limit of agreement, in points, with its interval. */
export type LimitOfAgreement = { value: number; interval: Interval | null };

/**
 * Slope of the difference on the mean with its cluster interval. Where the interval leaves 0 out, the limits are not to be
 * quoted: `band` holds the regression line with its limits instead, at the two ends of the scale and in between.
 */
export type DifferenceTrend = {
  intercept: number;
  slope: Estimate;
  isNotFlat: boolean;
  band: { mean: number; line: number; low: number; high: number }[];
};
