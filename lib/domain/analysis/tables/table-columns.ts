import {
  type Interval,
  type Measured,
  reasonSentences,
  type UndefinedReason,
} from "#lib/domain/statistics/measured.ts";
import type { Estimate } from "../findings/common.ts";
import type { ColumnSpec, TableCell, TableColumn } from "./finding-table.ts";

/** What a column may say of itself beside its name and title. */
export type ColumnStyle = Partial<Pick<TableColumn, "unit" | "decimals" | "isSigned" | "isForFiles" | "group">>;

/** Differences in points of the scale. */
export const POINTS_SIGNED = { unit: "points", isSigned: true } as const satisfies ColumnStyle;
/** Scores and distances in points of the scale. */
export const POINTS = { unit: "points" } as const satisfies ColumnStyle;

function column(
  name: string,
  title: string,
  kind: TableColumn["kind"],
  { unit = "", decimals = 2, isSigned = false, isForFiles = false, group = "" }: ColumnStyle,
): TableColumn {
  return { name, title, group, unit, kind, decimals, isSigned, isForFiles };
}

/** A cell with its value; `words` say why it has none, or what is to be known of it. */
function cell(value: TableCell["value"], words = ""): TableCell {
  return { value, words };
}

/** Why there is no number, for the place where it would stand. */
export function reasonWords(reason: UndefinedReason | null): string {
  return reason ? `not defined: ${reasonSentences[reason]}` : "";
}

/** A column of words. */
export function wordColumn<Row>(
  name: string,
  title: string,
  of: (row: Row) => string,
  style: ColumnStyle = {},
): ColumnSpec<Row> {
  return { columns: [column(name, title, "words", style)], cells: (row) => [cell(of(row))] };
}

/** A column of counts. */
export function countColumn<Row>(
  name: string,
  title: string,
  of: (row: Row) => number | null,
  style: ColumnStyle = {},
): ColumnSpec<Row> {
  return {
    columns: [column(name, title, "count", { decimals: 0, ...style })],
    cells: (row) => [cell(of(row))],
  };
}

/** A column of counts in a plan, of which some cannot be reached. */
export function reachColumn<Row>(
  name: string,
  title: string,
  of: (row: Row) => number | null,
  style: ColumnStyle = {},
): ColumnSpec<Row> {
  const { columns } = countColumn(name, title, of, style);
  return { columns, cells: (row) => [cell(of(row), of(row) === null ? "out of reach" : "")] };
}

/** A column of numbers; empty where there is none. */
export function numberColumn<Row>(
  name: string,
  title: string,
  of: (row: Row) => number | null,
  style: ColumnStyle = {},
): ColumnSpec<Row> {
  return { columns: [column(name, title, "number", style)], cells: (row) => [cell(of(row))] };
}

/** Words beside a measured value: what is to be known of it, or why it is not defined where the reason says too little. */
export type MeasuredWords<Row> = { remark?: (row: Row) => string; absence?: (row: Row) => string };

/** A column of measured values, for files with the reason where one is not defined. */
export function measuredColumn<Row>(
  name: string,
  title: string,
  of: (row: Row) => Measured,
  style: ColumnStyle = {},
  { remark, absence }: MeasuredWords<Row> = {},
): ColumnSpec<Row> {
  return {
    columns: [column(name, title, "number", style), reasonColumn(name, title)],
    cells: (row) => {
      const { value, reason } = of(row);
      const words = value === null ? absence?.(row) || reasonWords(reason) : remark?.(row);
      return [cell(value, words), cell(reason)];
    },
  };
}

/** A column of p-values, from 0 to 1. */
export function pColumn<Row>(
  name: string,
  title: string,
  of: (row: Row) => number | null,
  style: ColumnStyle = {},
): ColumnSpec<Row> {
  return { columns: [column(name, title, "p", { decimals: 3, ...style })], cells: (row) => [cell(of(row))] };
}

/** A column of shares from 0 to 1, read in per cent. */
export function shareColumn<Row>(
  name: string,
  title: string,
  of: (row: Row) => number | null,
  style: ColumnStyle = {},
): ColumnSpec<Row> {
  return { columns: [column(name, title, "share", { decimals: 0, ...style })], cells: (row) => [cell(of(row))] };
}

/** Two columns for the ends of an interval of this confidence; `words` stand in place of one that is not given. */
export function intervalColumns<Row>(
  name: string,
  title: string,
  confidence: number,
  of: (row: Row) => Interval | null,
  { words = () => "", ...style }: ColumnStyle & { words?: (row: Row) => string } = {},
): ColumnSpec<Row> {
  const own = { ...style, isSigned: false, group: title };
  return {
    columns: [
      column(`${name}_low`, `${Math.round(confidence * 1000) / 10} % from`, "number", own),
      column(`${name}_high`, "to", "number", own),
    ],
    cells: (row) => {
      const limits = of(row);
      return [cell(limits?.[0] ?? null, limits ? "" : words(row)), cell(limits?.[1] ?? null)];
    },
  };
}

/** An estimate that says in words of its own why it has no value (`absence`), or why its interval is kept back (`missing`). */
export type ToldEstimate = Estimate & { absence?: string; missing?: string };

/** How an estimate is shown: where its cells and clusters stand, and how its number is written. */
export type EstimateStyle = ColumnStyle & {
  /** Cells and clusters that it rests on beside it, or for files alone. */
  counts?: "shown" | "for-files";
};

/**
 * An estimate: value, ends of its interval, what it rests on, its standard error and why it is not defined.
 */
export function estimateColumns<Row>(
  name: string,
  title: string,
  confidence: number,
  of: (row: Row) => ToldEstimate | null,
  { counts = "for-files", ...style }: EstimateStyle = {},
): ColumnSpec<Row> {
  const interval = intervalColumns<Row>(name, title, confidence, (row) => of(row)?.interval ?? null, {
    ...style,
    words: (row) => missingInterval(of(row)),
  });
  const forFiles = { isForFiles: true, group: title };
  const counted = { isForFiles: counts === "for-files" || (style.isForFiles ?? false), group: title };
  return {
    columns: [
      column(name, title, "number", { group: title, ...style }),
      ...interval.columns,
      column(`${name}_cells`, "Cells", "count", { decimals: 0, unit: "cells", ...counted }),
      column(`${name}_clusters`, "Clusters", "count", { decimals: 0, unit: "clusters", ...counted }),
      column(`${name}_se`, "Standard error", "number", { ...style, isSigned: false, ...forFiles }),
      reasonColumn(name, title),
    ],
    cells: (row) => {
      const estimate = of(row);
      const { value = null, reason = null, n = null, clusters = null, se = null } = estimate ?? {};
      return [
        cell(value, value === null ? (estimate?.absence ?? reasonWords(reason)) : ""),
        ...interval.cells(row),
        cell(n),
        cell(clusters),
        cell(se),
        cell(reason),
      ];
    },
  };
}

/** Why a value has no interval; empty where it has one, or where there is no value either. */
function missingInterval(estimate: ToldEstimate | null): string {
  if (!estimate || estimate.value === null || estimate.interval) return "";
  return estimate.missing ?? reasonWords(estimate.reason);
}

function reasonColumn(name: string, title: string): TableColumn {
  return column(`${name}_reason`, "Why not defined", "words", { isForFiles: true, group: title });
}
