import { stringify } from "csv-stringify/sync";
import type { CellValue, Column } from "#lib/domain/studies/export/column.ts";

/** What makes a spreadsheet take text for a formula (OWASP ASVS 1.2.10). */
const FORMULA_START = /^[=+\-@\t\r]/;

/** A cell as CSV text: numbers stay numbers, text that a spreadsheet would run gets an apostrophe, times are ISO 8601. */
export function csvCell(value: CellValue): string {
  if (value === null) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "string") return FORMULA_START.test(value) ? `'${value}` : value;
  return String(value);
}

/** The head line of a CSV file. */
export function csvHead(columns: readonly Column<never>[]): string {
  return stringify([columns.map((column) => column.name)]);
}

/** Some rows as CSV lines (RFC 4180 quoting, line feeds). */
export function csvRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return stringify(rows.map((row) => columns.map((column) => csvCell(column.value(row)))));
}
