/** What a cell may hold. Null is an empty cell in CSV and a null in Parquet and JSON. */
export type CellValue = string | number | boolean | Date | null;

/** The types of columns; `integer` fits 32 bits, `timestamp` is UTC to the millisecond. */
export type ColumnType = "string" | "integer" | "number" | "boolean" | "timestamp";

/** One column of a table: its name, its type, what it means (the data dictionary), and how a row fills it. */
export type Column<Row> = { name: string; type: ColumnType; meaning: string; value: (row: Row) => CellValue };

/** A table that can be written as CSV or Parquet: its columns, and the rows that one source record gives. */
export type Table<Source, Row = Source> = { columns: Column<Row>[]; rows: (source: Source) => Row[] };
