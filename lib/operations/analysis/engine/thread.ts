/**
 * A thread of the web process that reads and computes large analyses, so that nobody else waits for them. It has its own
 * connection to the database and keeps columns between requests.
 */
import { setImmediate as turn } from "node:timers/promises";
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import type { AnalysisContext } from "#lib/domain/analysis/context.ts";
import { findAnswer } from "#lib/domain/analysis/find-view.ts";
import { connectPool } from "#lib/store/connection.ts";
import { contextAtHand, contextOf } from "./context-store.ts";
import type { ThreadData, ThreadMessage, ThreadReply } from "./messages.ts";
import { type Step, StepQueue } from "./step-queue.ts";

/** How long it computes before it looks up for new requests, in ms. */
const LOOK_UP_AFTER_MS = 4;
/** An answer that was given up so often for others is finished before anything is read for them. */
const MOST_INTERRUPTIONS = 3;

/** Thrown out of an answer that is given up. */
class GivenUp extends Error {}

/** Answers what comes in through a port, as {@link StepQueue} orders it. */
class Desk {
  readonly #port: MessagePort;
  readonly #queue = new StepQueue();
  #isWorking = false;
  #lookUpAt = 0;

  constructor(port: MessagePort) {
    this.#port = port;
    port.on("message", (message: ThreadMessage) => {
      this.#accept(message);
      if (!this.#isWorking) void this.#work();
    });
  }

  #accept(message: ThreadMessage): void {
    // Here nothing is half done, which a thread that is ended from outside cannot say.
    if (message.kind === "end") process.exit();
    this.#queue.accept(message);
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    for (let step = this.#queue.next(); step; step = this.#queue.next()) {
      await this.#take(step);
      // Lets requests in that came meanwhile.
      await turn();
    }
    this.#isWorking = false;
  }

  async #take(step: Step): Promise<void> {
    const { question, stamp } = step.request;
    try {
      this.#answer(step, await contextOf(question, stamp));
    } catch (error) {
      this.#fail(step, error);
    }
  }

  #answer(step: Step, context: AnalysisContext): void {
    const { id, task, steps } = step.request;
    const asked =
      step.kind === "first" ? { ...context, resample: false } : { ...context, pause: () => this.#lookUp(step) };
    const answer = findAnswer(asked, task);
    this.#send({ id, kind: steps === "both" ? step.kind : "whole", answer });
    this.#queue.follow(step);
  }

  #fail({ request: { id } }: Step, error: unknown): void {
    if (error instanceof GivenUp) return;
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#send({ id, kind: "failed", message });
  }

  #send(reply: ThreadReply): void {
    this.#port.postMessage(reply);
  }

  /**
   * Looks up from a long answer: takes in what has come and gives the answers that can be given at once. Nothing can be
   * read meanwhile, so where that is needed the long answer is given up and begun again later; it comes out the same.
   */
  #lookUp(step: Step): void {
    if (performance.now() < this.#lookUpAt) return;
    for (let got = receiveMessageOnPort(this.#port); got; got = receiveMessageOnPort(this.#port)) {
      const message = got.message as ThreadMessage;
      this.#accept(message);
      if (message.kind === "forget" && message.id === step.request.id) throw new GivenUp();
    }
    this.#answerBetween(step);
    this.#lookUpAt = performance.now() + LOOK_UP_AFTER_MS;
  }

  #answerBetween(step: Step): void {
    for (let first = this.#queue.nextFirst(); first; first = this.#queue.nextFirst()) {
      const { question, stamp } = first.request;
      const context = contextAtHand(question, stamp);
      if (!context) {
        this.#queue.putBack(first);
        if (step.interruptions === MOST_INTERRUPTIONS) return;
        this.#queue.putBack({ ...step, interruptions: step.interruptions + 1 });
        throw new GivenUp();
      }
      try {
        this.#answer(first, context);
      } catch (error) {
        this.#fail(first, error);
      }
    }
  }
}

// Nothing happens where the file is only looked at, as a test of all modules does.
if (parentPort && "databaseUrl" in (workerData ?? {})) {
  connectPool((workerData as ThreadData).databaseUrl, 1);
  new Desk(parentPort);
}
