import { type AnalysisContext, cellsOf } from "../context.ts";
import { withLeftOut } from "./with-left-out.ts";

/**
 * Whose ratings are missing where a policy (or all, with −1) has no cell on a dimension that judge and people both rated,
 * in words that stand after “not defined:”; null where there is such a cell.
 */
export function whoIsMissing(context: AnalysisContext, dimension: number, group: number): string | null {
  const count = (side: "both" | "human" | "judge") => cellsOf(context, dimension, group, side).unit.length;
  if (count("both") > 0) return null;
  const [hasPeople, hasJudge] = [count("human") > 0, count("judge") > 0];
  if (!hasPeople && isRatedByLeftOut(context, dimension, group)) return "all who rated these are left out";
  if (hasPeople && hasJudge) return "no item is rated by both judge and people";
  if (hasPeople) return "the judge has not rated these";
  return hasJudge ? "people have not rated these" : "there are no ratings";
}

/** Whether raters who are left out rated items of a policy (or of any, with −1) on a dimension. */
export function isRatedByLeftOut(context: AnalysisContext, dimension: number, group: number): boolean {
  const whole = withLeftOut(context);
  return whole !== null && cellsOf(whole, dimension, group, "human").unit.length > 0;
}
