import type { ViewName } from "#lib/domain/analysis/findings/views.ts";
import type { AnalysisQuestionInput } from "#lib/domain/analysis/question.ts";
import { createAnalysis } from "#lib/operations/analysis/create-analysis.ts";
import { computeView } from "#lib/operations/analysis/engine/compute-view.ts";
import { getView } from "#lib/operations/analysis/findings/get-view.ts";
import { SYSTEM } from "./shared-files.ts";

/** Everything is computed in this process: the tests are of the numbers. */
const INLINE = {
  computeView: ((question, view) =>
    computeView(question, view, { inlineRatings: Number.POSITIVE_INFINITY })) as typeof computeView,
};

/** Saves a question and answers a function that asks its views. */
export async function ask(question: AnalysisQuestionInput) {
  const { analysisId } = await createAnalysis(SYSTEM, { name: "Replication", question });
  return <Name extends ViewName>(view: Name) => getView(SYSTEM, { analysisId, view }, INLINE);
}
