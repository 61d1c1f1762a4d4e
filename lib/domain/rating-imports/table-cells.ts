import type { Fields } from "./rating-record.ts";
import { textOf } from "./read-score.ts";

/** The key under which a dimension of a table is stored: `Coherence score` and `coherence_score` are one. */
export function dimensionKey(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
}

/** The text in a column of a row; empty where the table has no such column, which has the empty name. */
export function textAt(fields: Fields, column: string): string {
  return column === "" ? "" : textOf(fields[column]);
}

/** A cell that is a list or an object, also where a CSV holds it as JSON text. */
export function structureOf(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const text = value.trim();
  if (!text.startsWith("[") && !text.startsWith("{")) return value;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return value;
  }
}
