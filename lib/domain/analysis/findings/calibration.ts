import type { DimensionFacts, Estimate, FindingHead, Histogram, PolicyFacts } from "./common.ts";

/** A point with fewer cells is drawn hollow and gives no sentence. */
export const FEWEST_CELLS_FOR_A_POINT = 5;

/** View 4: what a score of the judge means in points of people. */
export type CalibrationFinding = FindingHead & { view: "calibration"; byDimension: DimensionCalibration[] };

/** One dimension: a curve per policy, and one over all of them. */
export type DimensionCalibration = {
  dimension: DimensionFacts;
  /** Over all policies together, drawn in grey behind the others. */
  pooled: CalibrationCurve;
  policies: (CalibrationCurve & { policy: PolicyFacts })[];
};

/** One curve. Errors are mean absolute, leaving one cluster out each time; null where they cannot be computed. */
export type CalibrationCurve = {
  points: CalibrationPoint[];
  /** Isotonic fit at the judge scores that occur, rising; linear between them. */
  isotonic: { judge: number; human: number }[];
  linear: { intercept: number; slope: number } | null;
  /** The slope of the line with its CR2 interval. A noisy judge has a slope below 1 even if it is right. */
  slope: Estimate;
  linearReason: Estimate["reason"];
  judgeHistogram: Histogram;
  /** Mean |fitted − J|: how far the scale of the judge is from that of people. */
  calibrationError: number | null;
  errors: { isotonic: number | null; linear: number | null; asIs: number | null };
  cells: number;
  clusters: number;
};

/** Mean human rating where the judge gave this score. Points below 5 cells are drawn hollow. */
export type CalibrationPoint = { judge: number; human: Estimate };
