import { type AnalysisContext, cellsOf } from "../context.ts";
import type { CompletionBand } from "../findings/planner.ts";
import { bandOf, judgeBands } from "./judge-bands.ts";

/** Share of the judge's cells that people rated, by band: where it differs, what is missing is not missing at random. */
export function completionBands(context: AnalysisContext, place: number): CompletionBand[] {
  const dimension = context.columns.dimensions[place]!;
  const bands = judgeBands(dimension);
  const rows = bands.map((band) => ({ dimension: dimension.key, ...band, cells: 0, labelled: 0 }));
  const cells = cellsOf(context, place, -1, "judge");
  for (let cell = 0; cell < cells.unit.length; cell += 1) {
    const row = rows[bandOf(cells.judge[cell]!, bands)]!;
    row.cells += 1;
    if (cells.humanCount[cell]! > 0) row.labelled += 1;
  }
  return rows;
}
