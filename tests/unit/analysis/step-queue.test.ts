import { expect, test } from "vitest";
import { analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import type { AnswerRequest } from "#lib/operations/analysis/engine/messages.ts";
import { type Step, StepQueue } from "#lib/operations/analysis/engine/step-queue.ts";

const question = analysisQuestionSchema.parse({});

function request(id: number, name: "grid" | "lines" | "filters", steps: AnswerRequest["steps"]): AnswerRequest {
  return { kind: "answer", id, question, stamp: "", task: { name }, steps };
}

function queueOf(...requests: AnswerRequest[]): StepQueue {
  const queue = new StepQueue();
  for (const one of requests) queue.accept(one);
  return queue;
}

/** Takes out what waits, in its order, as “kind id”. */
function order(queue: StepQueue): string[] {
  const taken: string[] = [];
  for (let step = queue.next(); step; step = queue.next()) {
    taken.push(`${step.kind} ${step.request.id}`);
    queue.follow(step);
  }
  return taken;
}

test("first answers come before whole ones, the newest first", () => {
  const queue = queueOf(request(1, "grid", "both"), request(2, "grid", "whole"), request(3, "grid", "both"));
  expect(order(queue)).toEqual(["first 3", "first 1", "whole 3", "whole 2", "whole 1"]);
});

test("what resamples nothing does not wait behind resampling, and is answered once", () => {
  const queue = queueOf(request(1, "lines", "whole"), request(2, "grid", "whole"), request(3, "filters", "whole"));
  expect(order(queue)).toEqual(["first 3", "first 1", "whole 2"]);
});

test("a step that was given up keeps its place among the others", () => {
  const queue = queueOf(request(1, "grid", "whole"), request(2, "grid", "whole"));
  const given = queue.next() as Step;
  queue.accept(request(3, "grid", "whole"));
  queue.putBack({ ...given, interruptions: 1 });
  expect(order(queue)).toEqual(["whole 3", "whole 2", "whole 1"]);
});

test("what nobody waits for is dropped", () => {
  const queue = queueOf(request(1, "grid", "both"), request(2, "grid", "whole"));
  queue.accept({ kind: "forget", id: 2 });
  queue.accept({ kind: "forget", id: 9 });
  expect(order(queue)).toEqual(["first 1", "whole 1"]);
});
