/**
 * A thread of the web process that reads and computes large analyses, so that nobody else waits for them. It has its own
 * connection to the database and keeps columns between requests.
 */
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { findView, RESAMPLED_VIEWS } from "#lib/domain/analysis/find-view.ts";
import { connectDb } from "#lib/store/db.ts";
import { contextOf } from "./context-store.ts";
import type { ThreadData, ViewReply, ViewRequest } from "./messages.ts";

async function answer({ id, question, stamp, view }: ViewRequest, reply: (message: ViewReply) => void): Promise<void> {
  try {
    const context = await contextOf(question, stamp);
    if (RESAMPLED_VIEWS.includes(view))
      reply({ id, kind: "first", finding: findView({ ...context, resample: false }, view) });
    reply({ id, kind: "whole", finding: findView(context, view) });
  } catch (error) {
    reply({ id, kind: "failed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

/** Answers requests one after the other, in the order in which they come. */
async function serve(port: MessagePort, { databaseUrl }: ThreadData): Promise<void> {
  await connectDb(databaseUrl, 1);
  let queue: Promise<void> = Promise.resolve();
  port.on("message", (request: ViewRequest) => {
    queue = queue.then(() => answer(request, (message) => port.postMessage(message)));
  });
}

// Nothing happens where the file is only looked at, as a test of all modules does.
if (parentPort && "databaseUrl" in (workerData ?? {})) await serve(parentPort, workerData as ThreadData);
