import path from "node:path";
import { Worker } from "node:worker_threads";
import type { AnswerName, Answers } from "#lib/domain/analysis/findings/views.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { log } from "#lib/log.ts";
import { databaseUrl } from "#lib/store/connection.ts";
import type { AnswerRequest, ThreadData, ThreadMessage, ThreadReply } from "./messages.ts";

/**
 * The two answers to one request: a first one for views that resample, and the whole one. `forget` says that nobody waits
 * any more; both may then be refused.
 */
export type ThreadAnswers = {
  first: Promise<Answers[AnswerName]>;
  whole: Promise<Answers[AnswerName]>;
  forget: () => void;
};

type Waiting = {
  onFirst(answer: Answers[AnswerName]): void;
  onWhole(answer: Answers[AnswerName]): void;
  onError(e: Error): void;
};

/**
 * Most of what the thread makes are columns, which live outside its heap. With the usual room for young objects its heap
 * grows to five times of what it holds.
 */
const YOUNG_GENERATION_MB = 12;

/** How long a thread may take to end by itself, in ms. */
const PATIENCE_MS = 5_000;

type RunningThread = { worker: Worker; url: string; waiting: Map<number, Waiting>; lastId: number };

/**
 * Kept on the global object: pages and routes are bundled apart and a development reload loads this module anew, but all
 * of them must find one thread and the requests that wait for it.
 */
const holder = globalThis as typeof globalThis & { analysisThread?: RunningThread };

/** Asks the thread, starting it where none runs for this database. */
export function askThread(request: Omit<AnswerRequest, "id" | "kind">): ThreadAnswers {
  const running = thread();
  running.lastId += 1;
  const { worker, waiting, lastId: id } = running;
  const first = Promise.withResolvers<Answers[AnswerName]>();
  const whole = Promise.withResolvers<Answers[AnswerName]>();
  // Whoever waits for one of the two hears of an error; the other promise must not count as unhandled.
  first.promise.catch(() => {});
  whole.promise.catch(() => {});
  waiting.set(id, {
    onFirst: first.resolve,
    onWhole: (answer) => {
      whole.resolve(answer);
      first.resolve(answer);
      waiting.delete(id);
    },
    onError: (error) => {
      first.reject(error);
      whole.reject(error);
      waiting.delete(id);
    },
  });
  const tell = (message: ThreadMessage) => worker.postMessage(message);
  tell({ kind: "answer", id, ...request });
  const forget = () => {
    tell({ kind: "forget", id });
    waiting.get(id)?.onError(unavailable());
  };
  return { first: first.promise, whole: whole.promise, forget };
}

/**
 * Ends the thread, if one runs: for tests and measurements that change the database. Whoever waits for it is refused at
 * once; the thread itself ends where it looks up next, and is broken off when that takes too long.
 */
export async function stopThread(): Promise<void> {
  const running = holder.analysisThread;
  if (!running) return;
  holder.analysisThread = undefined;
  refuseAll(running);
  const { worker } = running;
  const end = Promise.withResolvers<void>();
  worker.once("exit", () => end.resolve());
  worker.postMessage({ kind: "end" } satisfies ThreadMessage);
  const late = setTimeout(() => void worker.terminate(), PATIENCE_MS);
  await end.promise;
  clearTimeout(late);
}

function thread(): RunningThread {
  const url = databaseUrl();
  if (holder.analysisThread?.url === url) return holder.analysisThread;
  void stopThread();
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/operations/analysis/engine/thread.ts");
  const workerData: ThreadData = { databaseUrl: url };
  const worker = new Worker(file, {
    workerData,
    execArgv: ["--disable-warning=ExperimentalWarning"],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  worker.unref();
  const running: RunningThread = { worker, url, waiting: new Map(), lastId: 0 };
  worker.on("message", (reply: ThreadReply) => receive(running, reply));
  worker.on("error", (error) => lose(running, error as Error));
  worker.on("exit", () => lose(running, new Error("The analysis thread has ended.")));
  holder.analysisThread = running;
  return running;
}

function receive({ waiting }: RunningThread, reply: ThreadReply): void {
  const request = waiting.get(reply.id);
  if (reply.kind === "failed") {
    log().error({ reason: reply.message }, "analysis failed");
    request?.onError(unavailable());
  } else if (reply.kind === "first") request?.onFirst(reply.answer);
  else request?.onWhole(reply.answer);
}

/** Nobody waits for a thread that has gone; the next request starts another one. */
function lose(running: RunningThread, error: Error): void {
  if (holder.analysisThread === running) {
    holder.analysisThread = undefined;
    log().error({ err: error }, "analysis thread lost");
  }
  refuseAll(running);
}

function refuseAll({ waiting }: RunningThread): void {
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
