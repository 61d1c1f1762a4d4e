import type { ChartTableData } from "#components/charts/figure/chart-table.tsx";
import { formatP } from "#components/charts/number-text.ts";
import { formatInteger, formatPercent, NO_VALUE } from "#components/ui/format.ts";
import {
  type FindingTable,
  type TableCell,
  type TableColumn,
  tableOn,
} from "#lib/domain/analysis/tables/finding-table.ts";
import { numberText } from "./figure-cells.ts";

/** A table of a view as it is read: on one dimension where one is named. Files get the same rows, unrounded. */
export function shownTable(table: FindingTable, dimension?: string): ChartTableData {
  const { columns, rows } = dimension === undefined ? table : tableOn(table, dimension);
  return {
    columns: columns.map((column, place) => ({
      name: column.name,
      head: column.title,
      group: column.group === column.title ? "" : column.group,
      unit: column.unit,
      isNumeric: column.kind !== "words",
      isForFiles: column.isForFiles || (column.kind === "words" && rows.every(({ cells }) => !cells[place]?.value)),
    })),
    rows: rows.map(({ key, cells }) => ({
      key,
      cells: cells.map((cell, place) => ({ text: cellText(columns[place]!, cell), value: cell.value })),
    })),
  };
}

/** A value as its column writes it, with the words about it; a dash with them where there is none. */
export function cellText(column: TableColumn, { value, words }: TableCell): string {
  if (value === null) return [NO_VALUE, words].filter(Boolean).join(" ");
  const text = typeof value === "string" ? value : valueText(column, value);
  return words ? `${text} (${words})` : text;
}

function valueText({ kind, decimals, isSigned }: TableColumn, value: number): string {
  if (kind === "count") return formatInteger(value);
  if (kind === "share") return formatPercent(value);
  if (kind === "p") return formatP(value);
  return numberText(value, { isSigned, decimals: decimals ?? decimalsOf(value) });
}

/** As many decimals as a number needs, three at most. */
function decimalsOf(value: number): number {
  return [0, 1, 2].find((decimals) => Math.abs(value - Number(value.toFixed(decimals))) < 1e-9) ?? 3;
}
