import { getPool } from "./connection.ts";

/** Asks the database for an answer; throws what the driver throws when there is none. */
export async function pingDatabase(): Promise<void> {
  await getPool().query("SELECT 1");
}

/** Rows that say how much work is open; for the metrics. */
export type OpenWork = { runningLeases: number; runningStudies: number; episodes: number };

/** Counts open work in one statement. Episodes are the planner's estimate, so that asking costs the same at any size. */
export async function countOpenWork(): Promise<OpenWork> {
  const answer = await getPool().query<OpenWork>(`SELECT
    (SELECT count(*)::int FROM slots WHERE state = 'held' AND lease_until > now()) AS "runningLeases",
    (SELECT count(*)::int FROM studies WHERE state = 'running') AS "runningStudies",
    (SELECT greatest(reltuples, 0)::int FROM pg_class WHERE oid = 'episodes'::regclass) AS "episodes"`);
  const row = answer.rows[0];
  if (!row) throw new Error("The database did not answer a count.");
  return row;
}
