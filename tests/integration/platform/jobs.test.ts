import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "#lib/domain/shared/errors.ts";
import { Dispatcher, type JobContext, type JobHandlers } from "#lib/jobs/dispatcher.ts";
import { closeQueue, countJobs, enqueue, getQueue } from "#lib/jobs/queue.ts";
import { createLogger } from "#lib/log.ts";
import { getPool } from "#lib/store/connection.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();
const log = createLogger("test", "silent");
const running: Dispatcher[] = [];
const workers: ChildProcess[] = [];

beforeEach(async () => {
  await getPool().query(`DROP TABLE IF EXISTS job_attempts`);
  await getPool().query(`CREATE TABLE job_attempts (job_id text, attempt int, step text)`);
});

afterEach(async () => {
  for (const worker of workers.splice(0)) worker.kill("SIGKILL");
  for (const dispatcher of running.splice(0)) await dispatcher.stop(0);
  await getPool().query(`DROP TABLE IF EXISTS job_attempts`);
});
afterAll(closeQueue);

async function start(handlers: JobHandlers, concurrency = 2): Promise<Dispatcher> {
  const dispatcher = new Dispatcher(await getQueue(true), handlers, concurrency, log);
  running.push(dispatcher);
  dispatcher.start();
  return dispatcher;
}

function startWorker(variables: Record<string, string>): ChildProcess {
  const worker = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "tests/support/hanging-worker.ts"], {
    env: { ...process.env, DATABASE_URL: database.url, LOG_LEVEL: "silent", ...variables },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  workers.push(worker);
  return worker;
}

async function until(condition: () => Promise<boolean> | boolean, limitMs = 45_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("It did not come true in time.");
    await sleep(50);
  }
}

async function stateOf(id: string | null): Promise<string | undefined> {
  const job = await (await getQueue()).getJobById("episodes.import", id ?? "");
  return job?.state;
}

describe("queueing", () => {
  it("queues one job a key, and again once it is done", async () => {
    const importId = randomUUID();
    const first = await enqueue("episodes.import", { importId });
    expect(first).toEqual(expect.any(String));
    expect(await enqueue("episodes.import", { importId })).toBeNull();
    expect(await enqueue("episodes.import", { importId: randomUUID() })).not.toBeNull();
    await start({ "episodes.import": async () => {} });
    await until(async () => (await stateOf(first)) === "completed");
    expect(await enqueue("episodes.import", { importId })).not.toBeNull();
  });

  it("reads files of episodes one after the other, in the order in which they came, and others beside them", async () => {
    const ids = Array.from({ length: 4 }, () => randomUUID());
    const took: string[] = [];
    let [now, most, besides] = [0, 0, 0];
    for (const importId of ids) await enqueue("episodes.import", { importId });
    await enqueue("ratings.import", { importId: randomUUID() });
    await start({
      "episodes.import": async ({ importId }) => {
        took.push(importId);
        now += 1;
        most = Math.max(most, now);
        await until(() => besides > 0);
        await sleep(50);
        now -= 1;
      },
      "ratings.import": async () => {
        besides += now;
      },
    });
    await until(() => took.length === ids.length && now === 0);
    expect(took).toEqual(ids);
    expect(most).toBe(1);
  });

  it("keeps a place for upkeep while long imports hold all others", async () => {
    let running = 0;
    let upkeep = 0;
    const end = new AbortController();
    const forever = async (_payload: unknown, { signal }: { signal: AbortSignal }) => {
      running += 1;
      await sleep(60_000, undefined, { signal: AbortSignal.any([signal, end.signal]) }).catch(() => {});
    };
    for (let count = 0; count < 3; count += 1) await enqueue("ratings.import", { importId: randomUUID() });
    await start({
      "ratings.import": forever,
      "maintenance.expire-leases": async () => {
        upkeep += running === 2 ? 1 : 0;
      },
    });
    await until(() => running === 2);
    await enqueue("maintenance.expire-leases", {});
    await until(() => upkeep > 0);
    expect(running).toBe(2);
    end.abort();
  });

  it("refuses a payload that is not what the catalog says", async () => {
    await expect(enqueue("episodes.import", {} as never)).rejects.toThrow();
    expect(await countJobs()).toEqual([]);
  });

  it("leaves no job behind when the transaction does not commit", async () => {
    const importId = randomUUID();
    const attempt = database.db.$transaction(async (tx) => {
      expect(await enqueue("episodes.import", { importId }, { transaction: tx })).not.toBeNull();
      throw new Error("rolled back on purpose");
    });
    await expect(attempt).rejects.toThrow("rolled back on purpose");
    expect(await countJobs()).toEqual([]);
    await database.db.$transaction((tx) => enqueue("episodes.import", { importId }, { transaction: tx }));
    expect(await countJobs()).toEqual([{ name: "episodes.import", state: "created", count: 1 }]);
  });
});

describe("working", () => {
  it("runs each of many jobs once, with two dispatchers at work", async () => {
    const seen: string[] = [];
    const handlers: JobHandlers = { "episodes.import": async ({ importId }) => void seen.push(importId) };
    const ids = Array.from({ length: 40 }, () => randomUUID());
    for (const importId of ids) await enqueue("episodes.import", { importId });
    await start(handlers, 4);
    await start(handlers, 4);
    await until(() => seen.length >= ids.length);
    expect(seen.sort()).toEqual(ids.sort());
  });

  it("tries a failing job again, and one that was refused not", async () => {
    const attempts: Record<string, number[]> = { fails: [], refused: [] };
    await start({
      "episodes.import": async ({ importId }, { attempt }) => {
        attempts[importId]?.push(attempt);
        if (importId === "refused") throw new AppError("INVALID", "This will never work.");
        if (attempt === 1) throw new Error("The first attempt breaks.");
      },
    });
    const fails = await enqueue("episodes.import", { importId: "fails" });
    const refused = await enqueue("episodes.import", { importId: "refused" });
    await until(async () => (await stateOf(fails)) === "completed" && (await stateOf(refused)) === "completed");
    expect(attempts).toEqual({ fails: [1, 2], refused: [1] });
  });

  it("stops a running job that is cancelled, and one that waits never starts", async () => {
    const begun: string[] = [];
    let signal: AbortSignal | undefined;
    await start(
      {
        "episodes.import": async ({ importId }, context: JobContext) => {
          begun.push(importId);
          signal = context.signal;
          await new Promise((_, reject) =>
            context.signal.addEventListener("abort", () => reject(context.signal.reason)),
          );
        },
      },
      1,
    );
    const first = await enqueue("episodes.import", { importId: "first" });
    await until(() => begun.length === 1);
    const second = await enqueue("episodes.import", { importId: "second" });
    for (const id of [first, second]) await (await getQueue()).cancel("episodes.import", id as string);
    await until(() => signal?.aborted === true);
    await sleep(1_500);
    expect(begun).toEqual(["first"]);
    expect([await stateOf(first), await stateOf(second)]).toEqual(["cancelled", "cancelled"]);
  });

  it("gives back what it holds when it has to stop", async () => {
    const begun: number[] = [];
    const hang = async (_payload: object, { attempt, signal }: JobContext) => {
      begun.push(attempt);
      if (attempt > 1) return;
      await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    };
    const dispatcher = await start({ "episodes.import": hang });
    const id = await enqueue("episodes.import", { importId: "held" });
    await until(() => begun.length === 1);
    await dispatcher.stop(100);
    expect(await stateOf(id)).toBe("retry");
    await start({ "episodes.import": hang });
    await until(async () => (await stateOf(id)) === "completed");
    expect(begun).toEqual([1, 2]);
  });

  it("lets another worker finish the job of one that was killed, once", { timeout: 90_000 }, async () => {
    const id = await enqueue("episodes.import", { importId: randomUUID() });
    const victim = startWorker({ HANG: "1" });
    await new Promise((resolve) => victim.once("message", resolve));
    victim.kill("SIGKILL");
    startWorker({ HANG: "0" });
    startWorker({ HANG: "0" });
    await until(async () => (await stateOf(id)) === "completed", 80_000);
    const rows = await getPool().query(`SELECT attempt, step FROM job_attempts ORDER BY attempt, step`);
    expect(rows.rows).toEqual([
      { attempt: 1, step: "begun" },
      { attempt: 2, step: "begun" },
      { attempt: 2, step: "finished" },
    ]);
  });
});
