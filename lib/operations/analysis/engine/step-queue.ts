import { RESAMPLED_VIEWS } from "#lib/domain/analysis/find-view.ts";
import type { AnswerRequest, RequestMessage } from "./messages.ts";

/** One answer to give: the first one, at once, or the whole one. `interruptions` is how often it was given up for others. */
export type Step = { kind: "first" | "whole"; request: AnswerRequest; interruptions: number };

/**
 * The answers that wait, the newest first, and all that can be said at once before anything that resamples: whoever turns
 * a filter sees the new numbers without waiting for the intervals of the old ones.
 */
export class StepQueue {
  readonly #firsts: Step[] = [];
  readonly #wholes: Step[] = [];

  /** Takes a message in. */
  accept(message: RequestMessage): void {
    if (message.kind === "forget") this.#forget(message.id);
    else this.putBack({ kind: isQuick(message) ? "first" : "whole", request: message, interruptions: 0 });
  }

  /** The next answer to give, taken out; undefined when nothing waits. */
  next(): Step | undefined {
    return this.nextFirst() ?? this.#wholes.pop();
  }

  /** The next answer that can be given at once. */
  nextFirst(): Step | undefined {
    return this.#firsts.pop();
  }

  /** Lets a step wait, again or for the first time. */
  putBack(step: Step): void {
    const steps = step.kind === "first" ? this.#firsts : this.#wholes;
    steps.push(step);
    steps.sort((a, b) => a.request.id - b.request.id);
  }

  /** After a first answer: the whole one follows where it was asked for. */
  follow({ kind, request }: Step): void {
    if (kind === "first" && request.steps === "both") this.putBack({ kind: "whole", request, interruptions: 0 });
  }

  #forget(id: number): void {
    for (const steps of [this.#firsts, this.#wholes]) {
      const place = steps.findIndex(({ request }) => request.id === id);
      if (place >= 0) steps.splice(place, 1);
    }
  }
}

/** Everything but what resamples or fits a lot takes a moment. */
function isQuick({ steps, task }: AnswerRequest): boolean {
  return steps !== "whole" || !RESAMPLED_VIEWS.some((view) => view === task.name);
}
