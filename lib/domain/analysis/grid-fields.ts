import type { AnalysisDimension } from "./columns.ts";
import type { GridBin, GridFacet } from "./findings/grid.ts";

/** Means of people are put into fields of half a point. */
export const HUMAN_STEP = 0.5;

type Ends = Pick<AnalysisDimension, "min" | "max">;

/** The scores that a field around `centre` holds, within the scale: half a step to either side; `step` 0 for one value. */
export function fieldRange(centre: number, step: number, { min, max }: Ends): [from: number, to: number] {
  return [Math.max(min, centre - step / 2), Math.min(max, centre + step / 2)];
}

/** The scores of both sides that a bin holds: one value where all scores lie on the fields, else a range. */
export function binRanges(
  facet: Pick<GridFacet, "isRounded" | "judgeHistogram">,
  bin: Pick<GridBin, "judge" | "human">,
  ends: Ends,
): { judge: [from: number, to: number]; human: [from: number, to: number] } {
  return {
    judge: fieldRange(bin.judge, facet.isRounded.judge ? facet.judgeHistogram.step : 0, ends),
    human: fieldRange(bin.human, facet.isRounded.human ? HUMAN_STEP : 0, ends),
  };
}
