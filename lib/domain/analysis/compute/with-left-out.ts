import { type AnalysisContext, buildContext } from "../context.ts";

/**
 * The same question with every rater counted: those whose ratings are excluded and those whom the question leaves out.
 * Null where nobody is left out. For showing numbers with and without them.
 */
export function withLeftOut({ selection, columns, question, ...rest }: AnalysisContext): AnalysisContext | null {
  if (selection.leftOut.excluded + selection.leftOut.leftOutRaters === 0) return null;
  const counted = { ...question, countExcluded: true, leftOutRaters: [] };
  return buildContext(columns, counted, { resample: rest.resample, pause: rest.pause, unselected: rest.unselected });
}
