import { shortKey } from "#lib/domain/shared/short-key.ts";
import { MAPPING_LIMITS } from "./rating-mapping.ts";
import type { Fields } from "./rating-record.ts";
import { textOf } from "./read-score.ts";

/**
 * The key under which a dimension of a table is stored: `Coherence score` and `coherence_score` are one. A whole question
 * in place of a name becomes its beginning and a checksum. The key of a key is the key itself.
 */
export function dimensionKey(name: string): string {
  return joined(shortKey(joined(name.trim().toLowerCase()), MAPPING_LIMITS.dimensionName));
}

/** Only letters and digits, joined by underscores. */
function joined(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_+|_+$/g, "");
}

/** The seat that a cell names (`1`, `agent 2`), 0 for the item as a whole; null where it names something else. */
export function seatOf(text: string): 0 | 1 | 2 | null {
  const found = /^(?:agent[\s_]*)?([012])(?:\.0)?$/i.exec(text.trim());
  return found ? (Number(found[1]) as 0 | 1 | 2) : null;
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

/** Whether a value is an object, neither a list nor nothing. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
