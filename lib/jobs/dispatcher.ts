import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { isAppError } from "#lib/domain/shared/errors.ts";
import { isDatabaseAway } from "#lib/store/pool.ts";
import { JOB_NAMES, JOBS, type JobDefinition, type JobName, type JobPayload } from "./catalog.ts";
import { enqueue } from "./queue.ts";

/** What a handler is told beside its payload. `signal` fires when the job is cancelled, lost to another worker, or the worker stops. */
export type JobContext = { jobId: string; attempt: number; signal: AbortSignal };

/**
 * One function for each kind of job; a kind without one is left to other workers. A handler may run twice for one job:
 * what it does must have its effect once.
 */
export type JobHandlers = { [Name in JobName]?: (payload: JobPayload<Name>, context: JobContext) => Promise<void> };

type Claim = { name: JobName; id: string; retryCount: number; data: object };

/** Pause when nothing waits, in ms; a random part keeps many workers from asking at the same moment. */
const IDLE_MS = 1_000;
const IDLE_SPREAD_MS = 500;

/** Codes of an {@link AppError} that trying again cannot change. */
const FINAL = new Set(["INVALID", "NOT_FOUND", "FORBIDDEN", "CONFLICT", "TOO_LARGE", "UNAUTHENTICATED", "EXPIRED"]);

/**
 * Takes jobs from the queue and runs them, at most `concurrency` at once and one more for upkeep. Each claim is an attempt, named by the job's
 * id and its number of retries: settling is fenced by both, so that a worker that was thought dead changes nothing.
 */
export class Dispatcher {
  readonly #queue: PgBoss;
  readonly #handlers: JobHandlers;
  readonly #names: JobName[];
  readonly #concurrency: number;
  readonly #log: Logger;
  readonly #running = new Map<string, { name: JobName; abort: AbortController; done: Promise<void> }>();
  readonly #stop = new AbortController();
  /** Fires when a job ends while the loop pauses: there is room again, and perhaps another job waits. */
  #room = new AbortController();
  #loop: Promise<void> | undefined;

  constructor(queue: PgBoss, handlers: JobHandlers, concurrency: number, log: Logger) {
    this.#queue = queue;
    this.#handlers = handlers;
    this.#names = JOB_NAMES.filter((name) => handlers[name] !== undefined);
    this.#concurrency = concurrency;
    this.#log = log;
  }

  /** Begins to take jobs, and to queue those that recur. */
  start(): void {
    this.#loop = this.#run();
    for (const name of this.#names) void this.#recur(name);
  }

  /**
   * Takes no more jobs and waits for those that run; after `graceMs` they are aborted and go back to the queue.
   */
  async stop(graceMs: number): Promise<void> {
    this.#stop.abort();
    await this.#loop;
    const all = Promise.all([...this.#running.values()].map(({ done }) => done));
    const timer = setTimeout(() => {
      for (const { abort } of this.#running.values()) abort.abort(new Error("The worker is stopping."));
    }, graceMs);
    await all;
    clearTimeout(timer);
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const claimed = await this.#claim();
      if (claimed > 0) continue;
      this.#room = new AbortController();
      const { signal } = this.#room;
      await this.#pause(IDLE_MS + Math.random() * IDLE_SPREAD_MS, signal);
    }
  }

  /** Claims as many jobs as there is room for and starts them; answers how many. */
  async #claim(): Promise<number> {
    let claimed = 0;
    for (const name of this.#names) {
      const free = this.#freePlaces(name);
      if (this.#stop.signal.aborted) break;
      if (free <= 0) continue;
      try {
        const jobs = await this.#queue.fetch<object>(name, { batchSize: free, includeMetadata: true });
        claimed += jobs.length;
        for (const { id, retryCount, data } of jobs) this.#begin({ name, id, retryCount, data });
      } catch (error) {
        // The database may be away for seconds; the next round asks again.
        this.#log.warn({ err: error, job: name }, "Asking for jobs failed");
        break;
      }
    }
    return claimed;
  }

  /** Upkeep has one place of its own: long imports must not keep leases from ending. */
  #freePlaces(name: JobName): number {
    const { atOnce = Number.POSITIVE_INFINITY, everySeconds }: JobDefinition = JOBS[name] as unknown as JobDefinition;
    const places = everySeconds === undefined ? this.#concurrency : this.#concurrency + 1;
    const alike = [...this.#running.values()].filter((job) => job.name === name).length;
    return Math.min(places - this.#running.size, atOnce - alike);
  }

  #begin(claim: Claim): void {
    const abort = new AbortController();
    const done = this.#work(claim, abort).finally(() => {
      this.#running.delete(claim.id);
      this.#room.abort();
    });
    this.#running.set(claim.id, { name: claim.name, abort, done });
  }

  async #work(claim: Claim, abort: AbortController): Promise<void> {
    const { name, id, retryCount } = claim;
    const log = this.#log.child({ job: name, jobId: id, attempt: retryCount + 1 });
    const heartbeat = setInterval(() => void this.#touch(claim, abort), (JOBS[name].heartbeatSeconds * 1_000) / 4);
    const start = performance.now();
    try {
      const payload = JOBS[name].payload.parse(claim.data);
      const handler = this.#handlers[name] as (payload: unknown, context: JobContext) => Promise<void>;
      await handler(payload, { jobId: id, attempt: retryCount + 1, signal: abort.signal });
      await this.#settle("complete", claim);
      log.debug({ ms: Math.round(performance.now() - start) }, "Job finished");
    } catch (error) {
      await this.#fail(claim, error, log);
    } finally {
      clearInterval(heartbeat);
    }
  }

  async #fail(claim: Claim, error: unknown, log: Logger): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    if (isAppError(error) && FINAL.has(error.code)) {
      // Completed, with the refusal as its result: another attempt would be refused again.
      log.info({ code: error.code }, `Job refused: ${message}`);
      await this.#settle("complete", claim, { refused: message });
      return;
    }
    log.error({ err: error }, "Job failed");
    await this.#settle("fail", claim, { message });
  }

  /** Says that the job is alive; when it is no longer ours (cancelled, or given to another), aborts it. */
  async #touch({ name, id, retryCount }: Claim, abort: AbortController): Promise<void> {
    try {
      const { affected } = (await this.#queue.touch(name, { id, retryCount })) as { affected: number };
      if (affected === 0) abort.abort(new Error("The job was cancelled."));
    } catch (error) {
      this.#log.warn({ err: error, job: name, jobId: id }, "A sign of life could not be given");
    }
  }

  /** Settles an attempt; waits out a database that is away, for otherwise finished work would be done again. */
  async #settle(how: "complete" | "fail", { name, id, retryCount }: Claim, data?: object): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#queue[how](name, { id, retryCount }, data);
        return;
      } catch (error) {
        this.#log.warn({ err: error, job: name, jobId: id }, "A job could not be settled");
        if (attempt >= 5 || !isDatabaseAway(error)) return;
        await sleep(1_000);
      }
    }
  }

  async #recur(name: JobName): Promise<void> {
    const { everySeconds } = JOBS[name] as { everySeconds?: number };
    if (!everySeconds) return;
    while (!this.#stop.signal.aborted) {
      await enqueue(name, {} as never).catch((error: unknown) =>
        this.#log.warn({ err: error, job: name }, "Queueing failed"),
      );
      await this.#pause(everySeconds * 1_000);
    }
  }

  async #pause(ms: number, ...wakers: AbortSignal[]): Promise<void> {
    const signal = AbortSignal.any([this.#stop.signal, ...wakers]);
    await sleep(ms, undefined, { signal }).catch(() => {});
  }
}
