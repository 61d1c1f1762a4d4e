import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Findings, ViewName } from "#lib/domain/analysis/findings/views.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { log } from "#lib/log.ts";
import { databaseUrl } from "#lib/store/db.ts";
import type { ThreadData, ViewReply, ViewRequest } from "./messages.ts";

/** The two answers to one request: a first one for views that resample, and the whole one. */
export type ThreadAnswers = { first: Promise<Findings[ViewName]>; whole: Promise<Findings[ViewName]> };

type Waiting = {
  onFirst(finding: Findings[ViewName]): void;
  onWhole(finding: Findings[ViewName]): void;
  onError(e: Error): void;
};

/** Kept on the global object: a development reload loads this module anew and must find the running thread. */
const holder = globalThis as typeof globalThis & { analysisThread?: { worker: Worker; url: string } };
const waiting = new Map<number, Waiting>();
let lastId = 0;

/** Asks the thread for a view, starting the thread where none runs for this database. */
export function askThread(request: Omit<ViewRequest, "id">): ThreadAnswers {
  const worker = thread();
  lastId += 1;
  const id = lastId;
  const first = Promise.withResolvers<Findings[ViewName]>();
  const whole = Promise.withResolvers<Findings[ViewName]>();
  // Whoever waits for one of the two hears of an error; the other promise must not count as unhandled.
  first.promise.catch(() => {});
  whole.promise.catch(() => {});
  waiting.set(id, {
    onFirst: first.resolve,
    onWhole: (finding) => {
      whole.resolve(finding);
      first.resolve(finding);
      waiting.delete(id);
    },
    onError: (error) => {
      first.reject(error);
      whole.reject(error);
      waiting.delete(id);
    },
  });
  worker.postMessage({ id, ...request } satisfies ViewRequest);
  return { first: first.promise, whole: whole.promise };
}

/** Ends the thread, if one runs: for tests and measurements that change the database. */
export async function stopThread(): Promise<void> {
  const running = holder.analysisThread;
  holder.analysisThread = undefined;
  await running?.worker.terminate();
}

function thread(): Worker {
  const url = databaseUrl();
  if (holder.analysisThread?.url === url) return holder.analysisThread.worker;
  void stopThread();
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/operations/analysis/engine/thread.ts");
  const workerData: ThreadData = { databaseUrl: url };
  const worker = new Worker(file, { workerData, execArgv: ["--disable-warning=ExperimentalWarning"] });
  worker.unref();
  worker.on("message", receive);
  worker.on("error", (error) => lose(worker, error as Error));
  worker.on("exit", () => lose(worker, new Error("The analysis thread has ended.")));
  holder.analysisThread = { worker, url };
  return worker;
}

function receive(reply: ViewReply): void {
  const request = waiting.get(reply.id);
  if (reply.kind === "failed") {
    log().error({ reason: reply.message }, "analysis failed");
    request?.onError(unavailable());
  } else if (reply.kind === "first") request?.onFirst(reply.finding);
  else request?.onWhole(reply.finding);
}

function lose(worker: Worker, error: Error): void {
  if (holder.analysisThread?.worker !== worker) return;
  holder.analysisThread = undefined;
  log().error({ err: error }, "analysis thread lost");
  for (const request of [...waiting.values()]) request.onError(unavailable());
}

function unavailable(): AppError {
  return new AppError(
    "UNAVAILABLE",
    "This view could not be computed just now. Nothing is lost: load the page again.",
    {
      retryAfterSeconds: 3,
    },
  );
}
