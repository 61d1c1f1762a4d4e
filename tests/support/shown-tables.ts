import { shownTable } from "#components/analysis/frame/shown-table.ts";
import type { FindingTable } from "#lib/domain/analysis/tables/finding-table.ts";

/** Tables that no page shows as a table: lists of words, points of curves, the matrix of annotators. */
const NOT_ON_SCREEN = ["overview", "planner-curves", "annotator-pairs"];

/** Rows of a table as they are read: texts under the names of their columns. */
export type ReadRows = Record<string, unknown>[];

/** What the tables of a view say of a dimension in the words of the screen, in an order of their own. */
export function tablesAsRead(tables: readonly FindingTable[], dimension: string): ReadRows[] {
  return tables
    .filter(({ name, rows }) => !NOT_ON_SCREEN.includes(name) && rows.length > 0)
    .map((table) => asRead(table, dimension))
    .toSorted(byText);
}

function asRead(table: FindingTable, dimension: string): ReadRows {
  const isByDimension = table.rows.some((row) => row.dimension);
  const { columns, rows } = shownTable(table, isByDimension ? dimension : undefined);
  return rows.map(({ cells }) =>
    Object.fromEntries(columns.flatMap(({ name, isForFiles }, at) => (isForFiles ? [] : [[name, cells[at]?.text]]))),
  );
}

/** An order of tables by what they hold. */
export function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
