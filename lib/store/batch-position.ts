import type pg from "pg";

/** `canceled`: somebody stopped the import. `overtaken`: another worker has written this part. Neither changed anything. */
export type BatchOutcome = "written" | "canceled" | "overtaken";

/**
 * Holds an import until the transaction ends and says why a batch is not its next one; null when it is.
 * `recordsBefore` must be the count that the last committed batch left behind.
 */
export async function whyNotNext(
  client: pg.ClientBase,
  table: "episode_imports" | "rating_imports",
  { importId, recordsBefore }: { importId: string; recordsBefore: number },
): Promise<"canceled" | "overtaken" | null> {
  const { rows } = await client.query<{ state: string; rows_done: number }>(
    `SELECT state, rows_done FROM ${table} WHERE id = $1 FOR UPDATE`,
    [importId],
  );
  const now = rows[0];
  if (!now || now.state === "canceled") return "canceled";
  return now.state === "running" && now.rows_done === recordsBefore ? null : "overtaken";
}
