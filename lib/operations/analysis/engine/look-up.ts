import { findAnswer } from "#lib/domain/analysis/find-view.ts";
import type { Answers, AnswerTask } from "#lib/domain/analysis/findings/views.ts";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";
import { readStamp } from "#lib/store/analysis-stamp.ts";
import { contextOf } from "./context-store.ts";
import { INLINE_RATINGS } from "./inline-ratings.ts";
import { askThread } from "./thread-client.ts";

/** What can be looked up: everything that is read off the columns in a moment and not kept. */
type LookUp = { name: "sources" } | Extract<AnswerTask, { name: "bin-cells" | "gaps" | "next-items" }>;

/** Looks something up in the columns of a question: here, or in the thread where the data are large. */
export async function lookUp<Task extends LookUp>(
  question: AnalysisQuestion,
  task: Task,
  { inlineRatings = INLINE_RATINGS } = {},
): Promise<Answers[Task["name"]]> {
  const { stamp, ratings } = await readStamp(question);
  const answer =
    ratings <= inlineRatings
      ? findAnswer(await contextOf(question, stamp), task)
      : await askThread({ question, stamp, task, steps: "whole" }).whole;
  return answer as Answers[Task["name"]];
}
