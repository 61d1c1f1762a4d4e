import { type AnalysisContext, cellsOf } from "../context.ts";

/**
 * Whose ratings are missing where a policy (or all, with −1) has no cell on a dimension that judge and people both rated,
 * in words that stand after “not defined:”; null where there is such a cell.
 */
export function whoIsMissing(context: AnalysisContext, dimension: number, group: number): string | null {
  const count = (side: "both" | "human" | "judge") => cellsOf(context, dimension, group, side).unit.length;
  if (count("both") > 0) return null;
  const [hasPeople, hasJudge] = [count("human") > 0, count("judge") > 0];
  if (hasPeople && hasJudge) return "no item is rated by both judge and people";
  if (hasPeople) return "the judge has not rated these";
  return hasJudge ? "people have not rated these" : "there are no ratings";
}
