import type pg from "pg";
import { type Reference, tableOrder } from "./table-order.ts";

/** One table as it is copied: its columns that are stored (not computed), with the types that text is read back as. */
export type TableLayout = {
  name: string;
  columns: { name: string; type: string }[];
  /** Its rows name rows of the same table, so that all of them go into one statement. */
  isSelfReferring: boolean;
};

/** How the migrator keeps its books; both databases have their own. */
const OWN_TABLE = "_prisma_migrations";

const COLUMNS = `
  SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '${OWN_TABLE}'
    AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  ORDER BY c.relname, a.attnum`;

const REFERENCES = `
  SELECT f.relname AS from, t.relname AS to
  FROM pg_constraint x JOIN pg_class f ON f.oid = x.conrelid JOIN pg_class t ON t.oid = x.confrelid
  WHERE x.contype = 'f' AND x.connamespace = 'public'::regnamespace`;

/** The app's tables, in an order in which they can be filled. */
export async function readLayout(client: pg.Client): Promise<TableLayout[]> {
  const columns = (await client.query<{ table: string; name: string; type: string }>(COLUMNS)).rows;
  const references = (await client.query<Reference>(REFERENCES)).rows;
  const tables = [...new Set(columns.map((column) => column.table))];
  return tableOrder(tables, references).map((name) => ({
    name,
    columns: columns
      .filter((column) => column.table === name)
      .map(({ name: column, type }) => ({ name: column, type })),
    isSelfReferring: references.some(({ from, to }) => from === name && to === name),
  }));
}

/** A name as it stands in a statement. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** What a table holds, for comparing two databases: the rows, and a sum over their contents that no order changes. */
export type TableContent = { rows: number; sum: string };

/** Counts and sums the rows of one table. */
export async function readContent(client: pg.Client, { name, columns }: TableLayout): Promise<TableContent> {
  const row = `ROW(${columns.map((column) => quoted(column.name)).join(", ")})::text`;
  const answer = await client.query<{ rows: string; sum: string }>(
    `SELECT count(*)::text AS rows, coalesce(sum(('x' || substr(md5(${row}), 1, 12))::bit(48)::bigint), 0)::text AS sum
     FROM ${quoted(name)}`,
  );
  return { rows: Number(answer.rows[0]?.rows ?? 0), sum: answer.rows[0]?.sum ?? "0" };
}
