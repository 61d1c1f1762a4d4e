import { getPool } from "./db.ts";

/** PostgreSQL's names for what can be tried again at once: a deadlock, a serialization failure. */
const RETRYABLE = new Set(["40P01", "40001"]);
const ATTEMPTS = 4;

/** The SQLSTATE of a database error (`23505`), or null for any other error. */
export function sqlState(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

/** Runs one statement outside Prisma and answers its rows. */
export async function queryRows<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
  return (await getPool().query(text, [...values])).rows as Row[];
}

/**
 * Calls one function of the database: one round trip, one transaction. A call that lost against another one (deadlock,
 * serialization) is made again, since nothing of it happened.
 * @param call the call with placeholders, such as `save_draft($1, $2)`
 */
export async function callFunction<Answer>(call: string, values: readonly unknown[]): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const [row] = await queryRows<{ answer: Answer }>(`SELECT ${call} AS answer`, values);
      return (row as { answer: Answer }).answer;
    } catch (error) {
      if (attempt === ATTEMPTS || !RETRYABLE.has(sqlState(error) ?? "")) throw error;
    }
  }
}
