import type { ChartCell, ChartColumn, ChartTableData } from "#components/charts/figure/chart-table.tsx";
import { formatPercent } from "#components/ui/format.ts";
import type { Estimate } from "#lib/domain/analysis/findings/common.ts";
import type { Measured } from "#lib/domain/statistics/measured.ts";
import {
  countCell,
  estimateCells,
  measuredCell,
  type NumberStyle,
  numberCell,
  pCell,
  shareCell,
  wordCell,
} from "./figure-cells.ts";

/** One or more columns of a table twin, with the cells that a row puts under them. */
export type TwinColumns<Row> = { columns: readonly ChartColumn[]; cells: (row: Row) => readonly ChartCell[] };

/** The table twin of a figure: one line per entry of `rows`, under the key that `keyOf` gives it. */
export function twinTable<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  parts: readonly TwinColumns<Row>[],
): ChartTableData {
  return {
    columns: parts.flatMap(({ columns }) => columns),
    rows: rows.map((row) => ({ key: keyOf(row), cells: parts.flatMap(({ cells }) => cells(row)) })),
  };
}

/** A column of words. `name` is its head in a file, in lower case with underscores. */
export function wordColumn<Row>(name: string, head: string, of: (row: Row) => string): TwinColumns<Row> {
  return { columns: [{ name, head }], cells: (row) => [wordCell(of(row))] };
}

/** A column of numbers whose cells are made by the caller. */
export function cellColumn<Row>(name: string, head: string, of: (row: Row) => ChartCell): TwinColumns<Row> {
  return { columns: [{ name, head, isNumeric: true }], cells: (row) => [of(row)] };
}

/** A column of counts. */
export function countColumn<Row>(name: string, head: string, of: (row: Row) => number | null): TwinColumns<Row> {
  return cellColumn(name, head, (row) => countCell(of(row)));
}

/** A column of numbers; a dash where there is none. */
export function numberColumn<Row>(
  name: string,
  head: string,
  of: (row: Row) => number | null,
  style: NumberStyle = {},
): TwinColumns<Row> {
  return cellColumn(name, head, (row) => numberCell(of(row), style));
}

/** A column of measured values; the reason stands beside the dash where one is not defined. */
export function measuredColumn<Row>(
  name: string,
  head: string,
  of: (row: Row) => Measured,
  style: NumberStyle = {},
): TwinColumns<Row> {
  return cellColumn(name, head, (row) => measuredCell(of(row), style));
}

/** A column of p values. */
export function pColumn<Row>(name: string, head: string, of: (row: Row) => number | null): TwinColumns<Row> {
  return cellColumn(name, head, (row) => pCell(of(row)));
}

/** A column of shares of 0..1, written in per cent. */
export function shareColumn<Row>(name: string, head: string, of: (row: Row) => number | null): TwinColumns<Row> {
  return cellColumn(name, head, (row) => shareCell(of(row)));
}

/** Two columns for the ends of an interval of this confidence. */
export function intervalColumns(name: string, confidence: number): ChartColumn[] {
  return [
    { name: `${name}_low`, head: `${formatPercent(confidence)} from`, isNumeric: true },
    { name: `${name}_high`, head: "to", isNumeric: true },
  ];
}

/** Three columns: an estimate and the ends of its interval; dashes where a row has no such estimate. */
export function estimateColumns<Row>(
  name: string,
  head: string,
  confidence: number,
  of: (row: Row) => Estimate | null,
  style: NumberStyle = {},
): TwinColumns<Row> {
  return {
    columns: [{ name, head, isNumeric: true }, ...intervalColumns(name, confidence)],
    cells: (row) => {
      const estimate = of(row);
      return estimate ? estimateCells(estimate, style) : [numberCell(null), numberCell(null), numberCell(null)];
    },
  };
}

/** A part of a finding with the name that its row gets. */
export type Named<Part> = { name: string; one: Part };

/** What a finding holds of each policy, under the policy's name, and last the part over all of them. */
export function withPooled<Part>(
  parts: readonly (Part & { policy: { label: string } })[],
  pooled: Part,
  pooledName: string,
): Named<Part>[] {
  return [...parts.map((one) => ({ name: one.policy.label, one })), { name: pooledName, one: pooled }];
}
