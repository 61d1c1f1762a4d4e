import type { AnswerName, Answers, AnswerTask } from "#lib/domain/analysis/findings/views.ts";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";

/**
 * What the thread is asked: one answer to one question over data with this stamp. `steps` says whether it answers first
 * without resampling and then whole, or only one of the two; a single answer is sent as the whole one.
 */
export type AnswerRequest = {
  kind: "answer";
  id: number;
  question: AnalysisQuestion;
  stamp: string;
  task: AnswerTask;
  steps: "first" | "whole" | "both";
};

/** What it is told of requests: one more, or that nobody waits for the answer to one any more. */
export type RequestMessage = AnswerRequest | { kind: "forget"; id: number };

/** What it is told: of requests, or that it shall end. */
export type ThreadMessage = RequestMessage | { kind: "end" };

/** What it answers: first without resampling where that takes long, then whole; or a failure. */
export type ThreadReply =
  | { id: number; kind: "first" | "whole"; answer: Answers[AnswerName] }
  | { id: number; kind: "failed"; message: string };

/** What the thread is started with. */
export type ThreadData = { databaseUrl: string };
