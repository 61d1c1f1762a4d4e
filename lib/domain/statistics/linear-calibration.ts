import { clusterRegression, regressionContrast } from "./cluster-regression.ts";
import type { Clusters, Values } from "./clusters.ts";
import { DEFAULT_CONFIDENCE, type Estimate } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
import { type Measured, measured, notDefined, type UndefinedReason } from "./measured.ts";
import { crossDeviations, isConstant, mean, requireSameLength } from "./moments.ts";

/** human = intercept + slope · judge. */
export type LinearCalibration = {
  slope: number | null;
  intercept: number | null;
  /** Share of the variance of people that the line explains, 0 to 1; null when people do not vary. */
  r2: number | null;
  /** As if cells were independent; null below three cells. */
  slopeSe: number | null;
  reason: UndefinedReason | null;
};

/**
 * The straight line that predicts people from the judge by least squares (the unknown on the known; the reverse line is
 * another one). A judge that always gives the same score: `constant_judge`; no cell: `no_data`.
 */
export function linearCalibration(judge: Values, human: Values): LinearCalibration {
  requireSameLength(judge, human);
  const nothing = { slope: null, intercept: null, r2: null, slopeSe: null };
  if (judge.length === 0) return { ...nothing, reason: "no_data" };
  if (isConstant(judge)) return { ...nothing, reason: "constant_judge" };
  const [spread, shared, total] = [crossDeviations(judge), crossDeviations(judge, human), crossDeviations(human)];
  const slope = shared / spread;
  const left = Math.max(0, total - slope * shared);
  return {
    slope,
    intercept: mean(human) - slope * mean(judge),
    r2: total > 0 ? 1 - left / total : null,
    slopeSe: judge.length > 2 ? Math.sqrt(left / (judge.length - 2) / spread) : null,
    reason: null,
  };
}

/** The slope of {@link linearCalibration} with its CR2 interval; null where there is no line. */
export function calibrationSlope(
  judge: Values,
  human: Values,
  clusters: Clusters,
  confidence: number = DEFAULT_CONFIDENCE,
): Estimate | null {
  const fit = clusterRegression(human, [new Float64Array(judge.length).fill(1), judge], clusters);
  return fit && regressionContrast(fit, [0, 1], confidence);
}

/**
 * The slope that a judge without noise would show. Even a perfect but noisy judge has a slope below 1, so "the judge
 * exaggerates differences" is read off slope ÷ the judge's own reliability (ICC of its draws). Undefined where that is.
 */
export function slopeWithoutJudgeNoise(slope: number, judgeReliability: Measured): Measured {
  if (judgeReliability.value === null) return judgeReliability;
  return judgeReliability.value > 0 ? measured(slope / judgeReliability.value) : notDefined("no_reliability");
}

/** The card of “Calibration slope”. */
export const calibrationSlopeCard: MeasureCard<{ judge: number[]; human: number[] }> = {
  id: "calibration_slope",
  name: "Calibration slope",
  meaning:
    "By how many points people’s mean rises when the judge gives one point more. Below 1 is expected even of a good judge whose scores are noisy.",
  range: "Any number; 0 means that the judge’s score says nothing about people’s, 1 that a point is a point.",
  undefinedWhen: "The judge gives the same score to every cell.",
  source: "Least squares of the human mean on the judge’s score.",
  example: {
    words: "People give 2, 3 and 4 where the judge gives 4, 6 and 8.",
    input: { judge: [4, 6, 8], human: [2, 3, 4] },
    value: 0.5,
  },
};

/** The card of “Slope without the judge’s noise”. */
export const noiselessSlopeCard: MeasureCard<{ slope: number; reliability: number }> = {
  id: "slope_without_judge_noise",
  name: "Slope without the judge’s noise",
  meaning:
    "The calibration slope that a judge without chance in its scores would show. Even a perfect but noisy judge has a slope below 1.",
  range: "1: the judge’s points are people’s points; below 1 it exaggerates differences.",
  undefinedWhen: "The judge’s own reliability is not known, or not above 0.",
  source: "Correction for attenuation, Spearman 1904",
  example: { words: "A slope of 0.6 with a reliability of 0.8.", input: { slope: 0.6, reliability: 0.8 }, value: 0.75 },
};
