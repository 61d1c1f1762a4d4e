import { type AnalysisContext, buildContext, partOf } from "../context.ts";

/**
 * The same question with every rater counted: those whose ratings are excluded and those whom the question leaves out.
 * Null where nobody is left out. For showing numbers with and without them.
 */
export function withLeftOut(context: AnalysisContext): AnalysisContext | null {
  const { selection, columns, question, resample, pause, unselected } = context;
  if (selection.leftOut.excluded + selection.leftOut.leftOutRaters === 0) return null;
  const counted = { ...question, countExcluded: true, leftOutRaters: [] };
  const whole = partOf(context, "with left out", () => buildContext(columns, counted, { unselected }));
  return { ...whole, resample, pause };
}
