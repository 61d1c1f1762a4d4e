/**
 * A thread of the web process that reads and computes large analyses, so that nobody else waits for them. It has its own
 * connection to the database and keeps columns between requests.
 */
import { setImmediate as turn } from "node:timers/promises";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { findAnswer } from "#lib/domain/analysis/find-view.ts";
import { connectDb } from "#lib/store/db.ts";
import { contextOf } from "./context-store.ts";
import type { ThreadData, ViewReply, ViewRequest } from "./messages.ts";

type Step = { kind: "first" | "whole"; request: ViewRequest };

async function take({ kind: step, request }: Step): Promise<ViewReply> {
  const { id, question, stamp, view, steps } = request;
  const kind = steps === "both" ? step : "whole";
  try {
    const context = await contextOf(question, stamp);
    return { id, kind, finding: findAnswer(step === "first" ? { ...context, resample: false } : context, view) };
  } catch (error) {
    return { id, kind: "failed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/**
 * Answers requests, the newest first, and all that can be said at once before anything that resamples: whoever turns a
 * filter sees the new numbers without waiting for the intervals of the old ones.
 */
async function serve(port: MessagePort, { databaseUrl }: ThreadData): Promise<void> {
  await connectDb(databaseUrl, 1);
  const firsts: Step[] = [];
  const wholes: Step[] = [];
  let isWorking = false;
  const work = async () => {
    isWorking = true;
    for (let step = firsts.pop() ?? wholes.pop(); step; step = firsts.pop() ?? wholes.pop()) {
      const reply = await take(step);
      port.postMessage(reply);
      if (reply.kind === "first") wholes.push({ kind: "whole", request: step.request });
      // Lets requests in that came meanwhile.
      await turn();
    }
    isWorking = false;
  };
  port.on("message", (request: ViewRequest) => {
    const kind = request.steps === "whole" ? "whole" : "first";
    // What the filters offer stands on every page and takes a moment.
    (kind === "first" || request.view === "filters" ? firsts : wholes).push({ kind, request });
    if (!isWorking) void work();
  });
}

// Nothing happens where the file is only looked at, as a test of all modules does.
if (parentPort && "databaseUrl" in (workerData ?? {})) await serve(parentPort, workerData as ThreadData);
