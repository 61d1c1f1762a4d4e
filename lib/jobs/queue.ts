import { PgBoss } from "pg-boss";
import { getPool } from "#lib/store/connection.ts";
import { JOB_NAMES, JOBS, type JobDefinition, type JobName, type JobPayload } from "./catalog.ts";

/** An open Prisma transaction, as far as the queue needs it. */
export type QueueTransaction = { $queryRawUnsafe(sql: string, ...values: unknown[]): Promise<unknown> };

/** `transaction`: queue within it, so that the job exists exactly if the transaction commits. */
export type EnqueueOptions = { transaction?: QueueTransaction; startAfterSeconds?: number; singletonKey?: string };

/** How often the queue looks for jobs whose worker has died, in seconds. */
const SUPERVISE_SECONDS = 5;

/** Every statement goes through this process's own pool: the queue keeps no connections of its own. */
const overPool = {
  executeSql: async (text: string, values?: unknown[]) => {
    const result = await getPool().query(text, values);
    return { rows: (Array.isArray(result) ? result.at(-1)?.rows : result.rows) ?? [] };
  },
};

function withinTransaction(transaction: QueueTransaction) {
  return {
    executeSql: async (text: string, values?: unknown[]) => {
      // Prisma reads no regclass, which is how pg-boss asks whether it is installed.
      const readable = text.replace(/(to_regclass\([^)]*\))(?!::)/g, "$1::text");
      const rows = await transaction.$queryRawUnsafe(readable, ...(values ?? []));
      return { rows: Array.isArray(rows) ? rows : [] };
    },
  };
}

type Statements = typeof overPool;

function newBoss(options: { supervise: boolean; migrate: boolean; db?: Statements }): PgBoss {
  const boss = new PgBoss({
    db: options.db ?? overPool,
    schedule: false,
    supervise: options.supervise,
    migrate: options.migrate,
    createSchema: options.migrate,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    maintenanceIntervalSeconds: 600,
    reindex: false,
    monitorVacuum: false,
  });
  // A statement of its upkeep that fails is tried again at the next round; a listener keeps it from ending the process.
  boss.on("error", () => {});
  return boss;
}

/**
 * Creates or updates the queue's own tables and one queue for each kind of job. Run at start, before web and worker.
 * Safe to repeat.
 */
export async function installQueue(): Promise<void> {
  const boss = newBoss({ supervise: false, migrate: true });
  await boss.start();
  try {
    for (const name of JOB_NAMES) await installOne(boss, name);
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function installOne(boss: PgBoss, name: JobName): Promise<void> {
  const { retryLimit, heartbeatSeconds, expireInSeconds } = JOBS[name];
  const options = {
    retryLimit,
    heartbeatSeconds,
    expireInSeconds,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 300,
  };
  const present = await boss.getQueue(name);
  if (present) await boss.updateQueue(name, options);
  else await boss.createQueue(name, { ...options, policy: "exclusive" });
}

let started: Promise<PgBoss> | undefined;

/** The queue of this process, connected on first use. With `supervise` it also watches for workers that have died. */
export function getQueue(supervise = false): Promise<PgBoss> {
  started ??= newBoss({ supervise, migrate: false })
    .start()
    .catch((error: unknown) => {
      // The next caller tries again: the database may only have been away.
      started = undefined;
      throw error;
    });
  return started;
}

/** Lets the queue of this process go. Jobs that are queued stay queued. */
export async function closeQueue(): Promise<void> {
  const open = started;
  started = undefined;
  await (await open?.catch(() => undefined))?.stop({ graceful: false });
}

/**
 * Queues a job and answers its id, or null when one with the same key already waits or runs.
 * Throws a zod error when the payload is not what the catalog says.
 */
export async function enqueue<Name extends JobName>(
  name: Name,
  payload: JobPayload<Name>,
  options: EnqueueOptions = {},
): Promise<string | null> {
  const definition = JOBS[name] as unknown as JobDefinition;
  const parsed = definition.payload.parse(payload) as object;
  const sendOptions = {
    singletonKey: options.singletonKey ?? definition.key(parsed),
    ...(options.startAfterSeconds ? { startAfter: options.startAfterSeconds } : {}),
  };
  if (options.transaction) return sendWithin(options.transaction, (queue) => queue.send(name, parsed, sendOptions));
  return (await getQueue()).send(name, parsed, sendOptions);
}

/**
 * Sends with a queue that does everything over the open transaction, looking up its queues included. The queue of the
 * process would ask over another connection, and the embedded database answers no other one until the transaction ends.
 */
async function sendWithin<T>(transaction: QueueTransaction, send: (queue: PgBoss) => Promise<T>): Promise<T> {
  const queue = newBoss({ supervise: false, migrate: false, db: withinTransaction(transaction) });
  await queue.start();
  try {
    return await send(queue);
  } finally {
    await queue.stop({ graceful: false });
  }
}

/**
 * The payloads of jobs of a kind that have failed with their last attempt and that no other job of their key has taken over.
 * The queue forgets failed jobs after some days, so ask more often than that.
 */
export async function listGivenUp<Name extends JobName>(name: Name): Promise<JobPayload<Name>[]> {
  const rows = await getPool().query<{ data: unknown }>(
    `SELECT DISTINCT ON (f.singleton_key) f.data FROM pgboss.job f WHERE f.name = $1 AND f.state = 'failed' AND NOT EXISTS (
       SELECT 1 FROM pgboss.job j WHERE j.name = f.name AND j.singleton_key = f.singleton_key
         AND j.state IN ('created', 'retry', 'active'))`,
    [name],
  );
  const { payload } = JOBS[name] as unknown as JobDefinition;
  return rows.rows.map(({ data }) => payload.parse(data) as JobPayload<Name>);
}

/** How many jobs of a kind are in each state. */
export type JobCount = { name: string; state: string; count: number };

/** Counts the jobs by kind and state, for the queue page and the metrics. */
export async function countJobs(): Promise<JobCount[]> {
  const rows = await getPool().query<JobCount>(
    `SELECT name, state::text AS state, count(*)::int AS count FROM pgboss.job GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  return rows.rows.filter((row) => row.name in JOBS);
}
