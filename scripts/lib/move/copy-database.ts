import pg from "pg";
import { Sentence } from "../sentence.ts";
import { quoted, readContent, readLayout, type TableLayout } from "./layout.ts";

/** About as many bytes of rows travel at once. */
const BATCH_BYTES = 4_000_000;
const MAX_BATCH = 5_000;
/** Rows of which nothing is known yet are taken for so long, in bytes. */
const MIN_ROW_BYTES = 200;

/** What was copied of one table. */
export type CopiedTable = { table: string; rows: number };

/** Times and numbers are written in one way on both sides, whatever the server is set to. */
const ONE_SPELLING =
  "SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET extra_float_digits = 1; SET bytea_output = 'hex'";

async function open(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 30_000 });
  client.on("error", () => {});
  await client.connect();
  await client.query(ONE_SPELLING);
  return client;
}

/** Rows that fit into one batch: the table's bytes over its rows, as the database has them now. */
async function batchSize(from: pg.Client, { name, isSelfReferring }: TableLayout): Promise<number | "ALL"> {
  if (isSelfReferring) return "ALL";
  const { rows } = await from.query<{ bytes: string }>(
    `SELECT (pg_table_size('${quoted(name)}'::regclass) / greatest(1, (SELECT count(*) FROM ${quoted(name)})))::text AS bytes`,
  );
  const bytes = Math.max(MIN_ROW_BYTES, Number(rows[0]?.bytes ?? 0));
  return Math.max(20, Math.min(MAX_BATCH, Math.floor(BATCH_BYTES / bytes)));
}

/** Copies one table through text, which every type writes and reads without loss. */
async function copyTable(from: pg.Client, to: pg.Client, table: TableLayout): Promise<number> {
  const { name, columns } = table;
  const size = await batchSize(from, table);
  const names = columns.map((column) => quoted(column.name));
  const insert = `INSERT INTO ${quoted(name)} (${names.join(", ")})
    SELECT ${columns.map(({ type }, index) => `v.c${index}::${type}`).join(", ")}
    FROM unnest(${columns.map((_, index) => `$${index + 1}::text[]`).join(", ")}) AS v(${columns.map((_, index) => `c${index}`).join(", ")})`;
  await from.query(
    `DECLARE moved NO SCROLL CURSOR FOR SELECT ${names.map((each) => `${each}::text`).join(", ")} FROM ${quoted(name)}`,
  );
  let copied = 0;
  for (;;) {
    const batch = (await from.query<(string | null)[]>({ text: `FETCH ${size} FROM moved`, rowMode: "array" })).rows;
    if (batch.length === 0) break;
    await to.query(
      insert,
      columns.map((_, index) => batch.map((row) => row[index])),
    );
    copied += batch.length;
  }
  await from.query("CLOSE moved");
  return copied;
}

/** Numbers that the target gives out next go on after those that were copied. */
async function moveSequences(to: pg.Client, { name, columns }: TableLayout): Promise<void> {
  for (const column of columns) {
    const sequence = (
      await to.query<{ name: string | null }>("SELECT pg_get_serial_sequence($1, $2) AS name", [
        quoted(name),
        column.name,
      ])
    ).rows[0]?.name;
    if (sequence)
      await to.query(
        `SELECT setval($1::regclass, coalesce(max(${quoted(column.name)}), 1), max(${quoted(column.name)}) IS NOT NULL) FROM ${quoted(name)}`,
        [sequence],
      );
  }
}

async function requireEqual(from: pg.Client, to: pg.Client, table: TableLayout): Promise<void> {
  const [there, here] = [await readContent(from, table), await readContent(to, table)];
  if (there.rows === here.rows && there.sum === here.sum) return;
  throw new Sentence(
    `The table ${table.name} arrived with ${here.rows} of ${there.rows} rows, or with other contents. Nothing was kept at the new place, and the old one is as it was. Report this.`,
  );
}

async function requireEmpty(to: pg.Client, tables: readonly TableLayout[]): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await to.query(`SELECT 1 FROM ${quoted(name)} LIMIT 1`);
    if (rows.length > 0)
      throw new Sentence(
        `The database to move to is not empty: its table ${name} has rows. Nothing was moved. Create a new database and name that one.`,
      );
  }
}

/**
 * Copies all rows of one database into another with the same layout that has none, in one transaction, compares rows and
 * contents, and answers what was copied. Nobody else may write to either meanwhile. Throws a {@link Sentence} when the
 * target is not empty or differs afterwards; it is as before then.
 */
export async function copyDatabase(fromUrl: string, toUrl: string): Promise<CopiedTable[]> {
  const from = await open(fromUrl);
  const to = await open(toUrl);
  try {
    await from.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await to.query("BEGIN");
    const tables = await readLayout(from);
    await requireEmpty(to, tables);
    const copied: CopiedTable[] = [];
    for (const table of tables) copied.push({ table: table.name, rows: await copyTable(from, to, table) });
    for (const table of tables) {
      await requireEqual(from, to, table);
      await moveSequences(to, table);
    }
    await to.query("COMMIT");
    await to.query("ANALYZE");
    return copied;
  } finally {
    // An open transaction goes with its connection.
    await Promise.all([from.end(), to.end()]);
  }
}
