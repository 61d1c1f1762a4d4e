import type { AnswerName, Answers } from "#lib/domain/analysis/findings/views.ts";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";

/**
 * What the thread is asked: one view of one question over data with this stamp. `steps` says whether it answers first
 * without resampling and then whole, or only one of the two; a single answer is sent as the whole one.
 */
export type ViewRequest = {
  id: number;
  question: AnalysisQuestion;
  stamp: string;
  view: AnswerName;
  steps: "first" | "whole" | "both";
};

/** What it answers: first without resampling where that takes long, then whole; or a failure. */
export type ViewReply =
  | { id: number; kind: "first" | "whole"; finding: Answers[AnswerName] }
  | { id: number; kind: "failed"; message: string };

/** What the thread is started with. */
export type ThreadData = { databaseUrl: string };
