import type pg from "pg";
import { getPool } from "./connection.ts";

/**
 * Does work with plain statements in one transaction: committed when the work ends, undone when it throws. With `lock`
 * all transactions with that number wait for each other. Not repeated when the database goes away.
 */
export async function inTransaction<Result>(
  work: (client: pg.ClientBase) => Promise<Result>,
  { lock }: { lock?: number } = {},
): Promise<Result> {
  const client = await getPool().connect();
  try {
    // Two statements at once: each one sent alone costs a way there and back.
    await client.query(lock === undefined ? "BEGIN" : `BEGIN; SELECT pg_advisory_xact_lock(${lock})`);
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
