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

/** Long values of several rows, laid end to end: they travel without being escaped, and are cut out again. */
export class ByteBlock {
  readonly #pieces: Buffer[] = [];
  #length = 0;

  /** Adds a value and answers where it lies: its first byte, from 1, and how many there are. */
  add(bytes: Buffer): { from: number; length: number } {
    const from = this.#length + 1;
    this.#pieces.push(bytes);
    this.#length += bytes.length;
    return { from, length: bytes.length };
  }

  /** Everything that was added, as one parameter. */
  bytes(): Buffer {
    return Buffer.concat(this.#pieces, this.#length);
  }
}
