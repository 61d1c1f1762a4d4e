import type { Estimate } from "../findings/common.ts";

/** A cell of a table: empty where a value is not defined. */
export type TableCell = string | number | null;

/** A view as a table: one row per thing that the figure draws. What is not defined is an empty cell. */
export type FindingTable = { name: string; columns: string[]; rows: TableCell[][] };

/** Columns of an estimate, under a name. */
export function estimateColumns(name: string): string[] {
  return [name, `${name}_low`, `${name}_high`, `${name}_se`, `${name}_cells`, `${name}_clusters`, `${name}_reason`];
}

/** The cells under {@link estimateColumns}. */
export function estimateCells({ value, interval, se, n, clusters, reason }: Estimate): TableCell[] {
  return [value, interval?.[0] ?? null, interval?.[1] ?? null, se, n, clusters, reason];
}
