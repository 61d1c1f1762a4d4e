import type pg from "pg";

/** A column of a set of rows: its name and PostgreSQL type. */
export type Column = readonly [name: string, type: string];

/** One row by column name; what is absent is null. */
export type RowValues = Record<string, unknown>;

/**
 * Inserts any number of rows with one statement and one parameter. `conflict` is the ON CONFLICT clause, if any.
 * The rows travel as JSON, so that arrays and documents need no escaping of their own.
 */
export async function insertRows(
  client: pg.ClientBase,
  table: string,
  columns: readonly Column[],
  rows: readonly RowValues[],
  conflict = "",
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map(([name]) => `"${name}"`).join(", ");
  const types = columns.map(([name, type]) => `"${name}" ${type}`).join(", ");
  await client.query(
    `INSERT INTO "${table}" (${names}) SELECT ${names} FROM json_to_recordset($1::json) AS r(${types}) ${conflict}`,
    [JSON.stringify(rows)],
  );
}
