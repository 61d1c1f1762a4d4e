/** How the values of a column are written: words as they are, the others as numbers of their kind. */
export type ColumnKind = "words" | "number" | "count" | "share" | "p";

/** One column of a table: what it is called, in which unit it counts, and how it is written. */
export type TableColumn = {
  /** Its head in files: lower case with underscores, once in a table. */
  name: string;
  /** Its head on the screen. */
  title: string;
  /** What its columns are about together, as “Judge − people” for a value and the ends of its interval; else empty. */
  group: string;
  /** “points”, “cells”, “minutes”, …; empty for what has none. */
  unit: string;
  kind: ColumnKind;
  /** How many decimals are read; null for as many as a number has, three at most. Files get numbers unrounded. */
  decimals: number | null;
  /** Written with its sign above 0. */
  isSigned: boolean;
  /** For files and scripts alone: on the screen it stands in another place, or would crowd out what is read. */
  isForFiles: boolean;
};

/** One value, unrounded; null where there is none. `words` say why, or what is to be known about the value. */
export type TableCell = { value: string | number | null; words: string };

/** One row; `dimension` is the key of the one that it is about, null in tables over all of them. */
export type TableRow = { key: string; dimension: string | null; cells: readonly TableCell[] };

/** The numbers of a view, as the screen, files, the report and scripts have them. `name` is that of its file. */
export type FindingTable = {
  name: string;
  title: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
};

/** One or more columns side by side, with the cells that a row puts under them. */
export type ColumnSpec<Row> = { columns: readonly TableColumn[]; cells: (row: Row) => readonly TableCell[] };

type Head = { name: string; title: string };

/** A table over all dimensions at once: one line per entry of `rows`, under the key that `keyOf` gives it. */
export function wholeTable<Row>(
  head: Head,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  specs: readonly ColumnSpec<Row>[],
): FindingTable {
  return {
    ...head,
    columns: specs.flatMap(({ columns }) => columns),
    rows: rows.map((row) => ({ key: keyOf(row), dimension: null, cells: cellsOf(row, specs) })),
  };
}

/** A table of rows that belong to one dimension each; files name it in the first column. */
export function dimensionTable<Row extends { dimension: string }>(
  head: Head,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  specs: readonly ColumnSpec<Row>[],
): FindingTable {
  return {
    ...head,
    columns: [DIMENSION, ...specs.flatMap(({ columns }) => columns)],
    rows: rows.map((row) => ({
      key: keyOf(row),
      dimension: row.dimension,
      cells: [{ value: row.dimension, words: "" }, ...cellsOf(row, specs)],
    })),
  };
}

function cellsOf<Row>(row: Row, specs: readonly ColumnSpec<Row>[]): TableCell[] {
  return specs.flatMap(({ cells }) => cells(row));
}

const DIMENSION: TableColumn = {
  name: "dimension",
  title: "Dimension",
  group: "",
  unit: "",
  kind: "words",
  decimals: 0,
  isSigned: false,
  isForFiles: true,
};

/** The rows of one dimension. */
export function tableOn(table: FindingTable, dimension: string): FindingTable {
  return { ...table, rows: table.rows.filter((row) => row.dimension === dimension) };
}

/** What the parts of a finding hold, each entry with the key of its dimension. */
export function rowsOf<Part extends { dimension: { key: string } }, Row>(
  parts: readonly Part[],
  of: (part: Part) => readonly Row[],
): (Row & { dimension: string })[] {
  return parts.flatMap((part) => of(part).map((row) => ({ ...row, dimension: part.dimension.key })));
}
