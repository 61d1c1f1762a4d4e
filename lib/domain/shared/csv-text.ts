/** What makes a spreadsheet take text for a formula (OWASP ASVS 1.2.10). */
const FORMULA_START = /^[=+\-@\t\r]/;

/** Columns by the names that they have in files, and rows of values. */
export type CsvTable = {
  columns: readonly { name: string }[];
  rows: readonly { cells: readonly { value: string | number | null }[] }[];
};

/** One value as a field of a CSV file (RFC 4180): text that a spreadsheet would run gets an apostrophe. */
function csvField(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A table as a CSV file: one head line, unrounded numbers, empty where nothing is defined. `basis` (scale, filters, judge)
 * stands in a last column of every row, so that a file says by itself what its numbers rest on.
 */
export function csvText(table: CsvTable, basis = ""): string {
  const last = basis ? [csvField(basis)] : [];
  const head = [...table.columns.map((column) => csvField(column.name)), ...(basis ? ["basis"] : [])];
  const rows = table.rows.map((row) => [...row.cells.map((cell) => csvField(cell.value)), ...last]);
  return `${[head, ...rows].map((fields) => fields.join(",")).join("\n")}\n`;
}
