import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "#lib/domain/shared/errors.ts";
import { getPool } from "./connection.ts";
import { isDatabaseAway } from "./pool.ts";

/** PostgreSQL's names for a call that lost against another one and did nothing: a deadlock, a serialization failure. */
const LOST = new Set(["40P01", "40001"]);

/** Its names for a connection that was ended from the other side. */
const CUT_OFF = new Set(["57P01", "57P02", "08000", "08001", "08003", "08006"]);
const CUT_OFF_WORDS =
  /connection terminated|server closed the connection|is not queryable|timeout exceeded when trying to connect/i;

/** Its names for a text that it cannot hold: a NUL in a value, or one in JSON. */
const UNSTORABLE = new Set(["22021", "22P05"]);

/** Pauses before each further attempt, in ms: a restarting database is back within seconds, and the pool waits as well. */
const PAUSES = [0, 200, 800, 2_000];

/** The SQLSTATE of a database error (`23505`), or null for any other error. */
export function sqlState(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

/** Whether a write was refused because another row has what must be unique; raw statements and Prisma's say it differently. */
export function isTaken(error: unknown): boolean {
  return sqlState(error) === "23505" || (error as { code?: unknown } | null)?.code === "P2002";
}

/** Whether the database went away under a statement, which may or may not have been carried out. */
function wasCutOff(error: unknown): boolean {
  if (isDatabaseAway(error) || CUT_OFF.has(sqlState(error) ?? "")) return true;
  return error instanceof Error && sqlState(error) === null && CUT_OFF_WORDS.test(error.message);
}

/**
 * Does work that may be done twice, and does it again when it was cut off or lost against another call.
 * Throws `UNAVAILABLE` when the database stays away; any other error as it is.
 */
export async function repeatable<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isLost = LOST.has(sqlState(error) ?? "");
      if (!isLost && !wasCutOff(error)) throw error;
      const pause = PAUSES[attempt];
      if (pause === undefined) throw isLost ? error : databaseAway();
      await sleep(pause);
    }
  }
}

/** Runs one statement outside Prisma, once, and answers its rows. Throws `UNAVAILABLE` when it was cut off. */
export async function queryRows<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
  try {
    return await rowsOf<Row>(text, values);
  } catch (error) {
    throw wasCutOff(error) ? databaseAway() : error;
  }
}

/** {@link queryRows} for a statement that only reads, or that may run twice: it outlives a restart of the database. */
export async function repeatRows<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
  return repeatable(() => rowsOf<Row>(text, values));
}

/**
 * Calls one function of the database: one round trip, one transaction. Each of these functions knows its own repetition
 * by what it finds, so the call outlives a restart of the database.
 * @param call the call with placeholders, such as `save_draft($1, $2)`
 */
export async function callFunction<Answer>(call: string, values: readonly unknown[]): Promise<Answer> {
  const [row] = await repeatRows<{ answer: Answer }>(`SELECT ${call} AS answer`, values);
  return (row as { answer: Answer }).answer;
}

async function rowsOf<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
  try {
    return (await getPool().query(text, [...values])).rows as Row[];
  } catch (error) {
    throw refuseUnstorable(error);
  }
}

/** `INVALID` for an error that says that a text cannot be stored, from Prisma or not; any other error as it is. */
export function refuseUnstorable(error: unknown): unknown {
  const meta = (error as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } } | null)?.meta;
  const state = meta?.driverAdapterError?.cause?.originalCode ?? sqlState(error) ?? "";
  if (!UNSTORABLE.has(state)) return error;
  return new AppError(
    "INVALID",
    "What was sent holds a sign that cannot be stored, such as NUL. Nothing was changed. Take it out and send it again.",
  );
}

function databaseAway(): AppError {
  return new AppError(
    "UNAVAILABLE",
    "The database does not answer at the moment. What was saved before is safe. Try again in a few seconds.",
    { retryAfterSeconds: 3 },
  );
}
