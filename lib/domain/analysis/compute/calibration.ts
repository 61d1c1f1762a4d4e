import { calibrationByValue } from "#lib/domain/statistics/calibration-by-value.ts";
import { calibrationError, calibrationErrors } from "#lib/domain/statistics/calibration-errors.ts";
import { fitIsotonic } from "#lib/domain/statistics/isotonic.ts";
import { calibrationSlope, linearCalibration } from "#lib/domain/statistics/linear-calibration.ts";
import { measured } from "#lib/domain/statistics/measured.ts";
import type { DimensionCells } from "../cells.ts";
import type { AnalysisDimension } from "../columns.ts";
import { type AnalysisContext, cellsOf, clustersOfCells, eachDimension } from "../context.ts";
import { noEstimate, withInterval } from "../estimates.ts";
import type { CalibrationCurve, CalibrationFinding, DimensionCalibration } from "../findings/calibration.ts";
import { buildHead } from "../head.ts";
import { latticeStep, scaleHistogram } from "../histograms.ts";

/** View 4: what a score of the judge means in points of people, per policy and over all of them. */
export function findCalibration(context: AnalysisContext): CalibrationFinding {
  const byDimension = eachDimension(context, (place): DimensionCalibration => {
    const dimension = context.columns.dimensions[place]!;
    const curveOf = (group: number) => {
      context.pause();
      return curve(context, cellsOf(context, place, group, "both"), dimension);
    };
    return {
      dimension,
      pooled: curveOf(-1),
      policies: context.selection.groups.policies.map((policy) => ({ policy, ...curveOf(policy.position) })),
    };
  });
  return { ...buildHead(context), view: "calibration", byDimension };
}

function curve(context: AnalysisContext, cells: DimensionCells, dimension: AnalysisDimension): CalibrationCurve {
  const { judge: scores, human, unit } = cells;
  const { confidence } = context.question;
  const clusters = clustersOfCells(cells, context.clusters.within);
  const step = latticeStep(dimension);
  // Means of several draws fall between the points of the scale; each cell goes to the nearest one.
  const judge = scores.map((score) => dimension.min + Math.round((score - dimension.min) / step) * step);
  const counts = { n: unit.length, clusters: new Set(clusters.of).size };
  const isotonic = fitIsotonic(judge, human);
  const line = linearCalibration(judge, human);
  const errors = context.resample ? calibrationErrors(judge, human, clusters) : null;
  return {
    points: calibrationByValue(judge, human, clusters, confidence),
    isotonic: Array.from(isotonic.x, (score, i) => ({ judge: score, human: isotonic.fitted[i]! })),
    linear: line.slope === null || line.intercept === null ? null : { intercept: line.intercept, slope: line.slope },
    slope:
      line.slope === null
        ? noEstimate(line.reason ?? "no_data")
        : (calibrationSlope(judge, human, clusters, confidence) ?? withInterval(measured(line.slope), null, counts)),
    linearReason: line.reason,
    judgeHistogram: scaleHistogram(scores, dimension, step),
    calibrationError: calibrationError(judge, isotonic).value,
    errors: {
      isotonic: errors?.isotonic.value ?? null,
      linear: errors?.linear.value ?? null,
      asIs: errors?.asIs.value ?? null,
    },
    cells: counts.n,
    clusters: counts.clusters,
  };
}
