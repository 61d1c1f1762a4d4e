import { clusterMean } from "./cluster-mean.ts";
import { clusterRegression, regressionContrast } from "./cluster-regression.ts";
import { varianceComponents } from "./cluster-variance.ts";
import type { Clusters, Values } from "./clusters.ts";
import { studentTQuantile } from "./distributions.ts";
import { DEFAULT_CONFIDENCE, type Estimate, tInterval } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
import type { Interval, UndefinedReason } from "./measured.ts";
import { differences, mean, rootOfVariance, sampleVariance } from "./moments.ts";

/** Normal values that hold 95 of 100 differences lie within this many standard deviations; Bland & Altman used 2. */
const REACH = 1.96;

/** How far a single score of the judge lies from people's: the limits describe one new cell, `biasInterval` the mean. */
export type BlandAltman = {
  /** Mean of judge minus human, in points. */
  bias: number | null;
  /** Standard deviation of the differences. */
  sd: number | null;
  /** Between these, 95 of 100 single differences lie. */
  limits: Interval | null;
  biasInterval: Interval | null;
  lowLimitInterval: Interval | null;
  highLimitInterval: Interval | null;
  n: number;
  reason: UndefinedReason | null;
};

/** As {@link BlandAltman} for cells in clusters, with the check that the limits may be quoted at all. */
export type ClusteredBlandAltman = BlandAltman & {
  clusters: number;
  /** Slope of the difference on the mean of the two, with its CR2 interval; its `value` is null where it has none. */
  trend: Trend | null;
  /** False when the trend's interval leaves out 0: then the regression band stands in place of the limits. */
  limitsHold: boolean;
};

/** difference = intercept + slope · (judge + human)/2, with the standard deviation of what is left. */
export type Trend = { intercept: number; slope: Estimate; residualSd: number };

/**
 * Bias and 95 % limits of agreement of pairs that are independent (Bland & Altman 1986, 1999). `judge[i]` and `human[i]`
 * are the two values of cell i. One pair: `single_pair`; differences that do not vary: limits equal to the bias and no
 * interval (`zero_variance`).
 */
export function blandAltman(judge: Values, human: Values, confidence: number = DEFAULT_CONFIDENCE): BlandAltman {
  const d = differences(judge, human);
  const n = d.length;
  if (n === 0) return withoutLimits(null, n, "no_data");
  const bias = mean(d);
  if (n === 1) return withoutLimits(bias, n, "single_pair");
  const sd = rootOfVariance(sampleVariance(d), d);
  const limits = limitsAround(bias, sd);
  if (sd === 0) return { ...withoutLimits(bias, n, "zero_variance"), sd, limits };
  return {
    bias,
    sd,
    limits,
    biasInterval: tInterval(bias, sd / Math.sqrt(n), n - 1, confidence),
    ...limitIntervals(limits, sd, n, confidence),
    n,
    reason: null,
  };
}

/**
 * Bland–Altman for cells in clusters (specification of statistics, section 4): the bias interval is CR2, the standard
 * deviation adds the variance between and within clusters, and a trend of the difference over the scale is looked for.
 */
export function clusteredBlandAltman(
  judge: Values,
  human: Values,
  clusters: Clusters,
  confidence: number = DEFAULT_CONFIDENCE,
): ClusteredBlandAltman {
  const d = differences(judge, human);
  const simple = blandAltman(judge, human, confidence);
  const bias = clusterMean(d, clusters, confidence);
  const trend = trendOf(d, judge, human, clusters, confidence);
  const clustered = { clusters: bias.clusters, biasInterval: bias.interval, trend, limitsHold: !leavesOutZero(trend) };
  if (simple.reason !== null || bias.reason !== null)
    return { ...simple, ...clustered, reason: simple.reason ?? bias.reason };
  const sd = Math.sqrt(varianceComponents(d, clusters).total);
  const limits = limitsAround(bias.value!, sd);
  return { ...simple, ...clustered, sd, limits, ...limitIntervals(limits, sd, bias.clusters, confidence) };
}

function withoutLimits(bias: number | null, n: number, reason: UndefinedReason): BlandAltman {
  const none = { sd: null, limits: null, biasInterval: null, lowLimitInterval: null, highLimitInterval: null };
  return { bias, ...none, n, reason };
}

function limitsAround(bias: number, sd: number): Interval {
  return [bias - REACH * sd, bias + REACH * sd];
}

/** Each limit ± t·s·√(1/n + 1.96²/(2(n - 1))), n being the number of independent differences. */
function limitIntervals([low, high]: Interval, sd: number, n: number, confidence: number) {
  const t = studentTQuantile(1 - (1 - confidence) / 2, n - 1);
  const reach = t * sd * Math.sqrt(1 / n + REACH ** 2 / (2 * (n - 1)));
  return {
    lowLimitInterval: [low - reach, low + reach] as Interval,
    highLimitInterval: [high - reach, high + reach] as Interval,
  };
}

function trendOf(d: Values, judge: Values, human: Values, clusters: Clusters, confidence: number): Trend | null {
  const ones = new Float64Array(d.length).fill(1);
  const means = Float64Array.from(judge, (value, i) => (value + human[i]!) / 2);
  const fit = clusterRegression(d, [ones, means], clusters);
  if (fit === null) return null;
  const [intercept, slope] = fit.coefficients as unknown as [number, number];
  const residuals = Float64Array.from(d, (value, i) => value - intercept - slope * means[i]!);
  const residualSd = rootOfVariance((sampleVariance(residuals) * (d.length - 1)) / (d.length - 2), d);
  return { intercept, slope: regressionContrast(fit, [0, 1], confidence), residualSd };
}

function leavesOutZero(trend: Trend | null): boolean {
  const interval = trend?.slope.interval;
  return interval ? interval[0] > 0 || interval[1] < 0 : false;
}

/** The card of “Limits of agreement”. */
export const limitsOfAgreementCard: MeasureCard<{ judge: number[]; human: number[] }> = {
  id: "bland_altman",
  name: "Limits of agreement",
  meaning:
    "How wrong the judge can be about one agent of one episode: 95 of 100 differences to people are expected between the two limits. The interval of the bias is about the mean and is much narrower.",
  range:
    "Two numbers of points, symmetric about the bias. Values outside the possible differences are cut in the drawing.",
  undefinedWhen:
    "There are fewer than two cells. If the difference rises or falls over the scale, the limits are replaced by a regression band.",
  source: "Bland & Altman 1986 and 1999, with 1.96 standard deviations; clusters by variance components.",
  example: {
    words: "The judge is 0, 1 and 2 points above people. The bias, the mean of the two limits, is 1.",
    input: { judge: [5, 7, 8], human: [5, 6, 6] },
    value: 1,
  },
};
