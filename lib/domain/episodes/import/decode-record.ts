import { type BadLine, explainBadLine, explainCutRecord } from "./bad-line.ts";
import { isJsonObject } from "./fields.ts";
import { parseLeniently } from "./lenient-json.ts";
import type { JsonObject } from "./parsed-row.ts";
import type { SplitRecord } from "./split-record.ts";

/** One split text decoded: the records in it (mostly one), or why there is none. */
export type DecodedRecord = { ok: true; records: unknown[]; note: string | null } | { ok: false; bad: BadLine };

const ID = /^[0-9A-Z]{26}$/;

/** The records inside an object that is keyed by id ({"01H…": {…}}), each with its id; null for any other object. */
function keyedRecords(object: JsonObject): JsonObject[] | null {
  const entries = Object.entries(object);
  if (entries.length === 0 || !entries.every(([key, value]) => ID.test(key) && isJsonObject(value))) return null;
  return entries.map(([key, value]) => ({ pk: key, ...(value as JsonObject) }));
}

function recordsIn(value: unknown, depth: number): unknown[] {
  if (typeof value === "string" && depth < 2 && /^\s*[{[]/.test(value)) return recordsIn(JSON.parse(value), depth + 1);
  if (Array.isArray(value) && value.length > 0 && value.every(isJsonObject) && depth < 2)
    return value.flatMap((item) => recordsIn(item, depth + 1));
  return isJsonObject(value) ? (keyedRecords(value) ?? [value]) : [value];
}

/**
 * Decodes one piece of a splitter's output. A JSON text that holds JSON (encoded twice), a list of objects and an
 * object keyed by id are taken apart. Never throws.
 */
export function decodeRecord({ text, line, cut }: SplitRecord): DecodedRecord {
  if (cut) return { ok: false, bad: explainCutRecord(text, line) };
  try {
    const { value, note } = parseLeniently(text);
    return { ok: true, records: recordsIn(value, 0), note };
  } catch {
    return { ok: false, bad: explainBadLine(text, line) };
  }
}
