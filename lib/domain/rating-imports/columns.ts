import type { Fields } from "./rating-record.ts";

/**
 * Names for the columns of a header: one without a name is called after its place, and the second of one name gets
 * ` (2)`, so that nothing of a row is lost.
 */
export function columnNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, index) => {
    const name = cell.trim() === "" ? `column ${index + 1}` : cell.trim();
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** One row by column name. Cells beyond the header keep a name of their own. */
export function rowFields(names: readonly string[], cells: readonly string[]): Fields {
  const fields: Record<string, unknown> = {};
  cells.forEach((cell, index) => {
    fields[names[index] ?? `column ${index + 1}`] = cell;
  });
  return fields;
}

/** True when no field holds anything but blanks. */
export function isBlankRow(fields: Fields): boolean {
  return Object.values(fields).every((value) => value === null || value === undefined || `${value}`.trim() === "");
}
