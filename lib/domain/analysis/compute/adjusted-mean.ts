import { clusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import { leniencyAdjustedMeans } from "#lib/domain/statistics/leniency-adjusted.ts";
import type { DimensionCells } from "../cells.ts";
import { type AnalysisContext, clustersOfCells, partOf } from "../context.ts";
import type { Estimate } from "../findings/common.ts";
import { raterTable } from "../rater-table.ts";
import { fitSeverities } from "./severities.ts";

/**
 * People's mean of these cells with the leniency of each person taken off: what it would be had average people rated. Null
 * without a model of leniency, or where people are places in a list.
 */
export function leniencyAdjustedMean(context: AnalysisContext, place: number, cells: DimensionCells): Estimate | null {
  const adjusted = adjustedByUnit(context, place);
  if (adjusted === null || cells.unit.length === 0) return null;
  const values = Float64Array.from(cells.unit, (unit) => adjusted[unit]!);
  if (values.some(Number.isNaN)) return null;
  const clusters = clustersOfCells(cells, context.clusters.between);
  const { seNaive, seCr1, intervalCr1, ...estimate } = clusterMean(values, clusters, context.question.confidence);
  return estimate;
}

/** Adjusted means by unit of the columns; NaN for units that nobody rated. */
function adjustedByUnit(context: AnalysisContext, place: number): Float64Array | null {
  return partOf(context, `adjusted for leniency ${place} ${context.resample}`, () => {
    const table = raterTable(context, place);
    const model = context.resample && table.positions === 0 ? fitSeverities(context, table) : null;
    if (model === null) return null;
    const means = leniencyAdjustedMeans(
      table,
      model.severity.map(({ value }) => value),
    );
    const byUnit = new Float64Array(context.columns.units.count).fill(Number.NaN);
    for (const [item, unit] of table.units.entries()) byUnit[unit] = means[item]!;
    return byUnit;
  });
}
