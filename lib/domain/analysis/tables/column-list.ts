import type { FindingTable } from "./finding-table.ts";
import { wholeTable } from "./finding-table.ts";
import { countColumn, wordColumn } from "./table-columns.ts";

/** Explains every column of some tables: what it is called on the screen, its unit, and how it is read there. */
export function columnListTable(tables: readonly FindingTable[]): FindingTable {
  const rows = tables.flatMap((table) => table.columns.map((column) => ({ table: table.name, ...column })));
  return wholeTable({ name: "columns", title: "Columns" }, rows, ({ table, name }) => `${table} ${name}`, [
    wordColumn("table", "Table", ({ table }) => table),
    wordColumn("column", "Column", ({ name }) => name),
    wordColumn("title", "Title", ({ group, title }) => (group && group !== title ? `${group}: ${title}` : title)),
    wordColumn("kind", "Kind", ({ kind }) => kind),
    wordColumn("unit", "Unit", ({ unit }) => unit),
    countColumn("decimals", "Decimals on the screen", ({ decimals }) => decimals),
  ]);
}
