import { isJsonObject } from "./fields.ts";
import type { JsonObject, RefusedRow } from "./parsed-row.ts";
import { MAX_RECORD_LENGTH, type SplitRecord } from "./record-splitter.ts";
import { ACCEPTED, shorten } from "./refusal.ts";

/** The most characters of a bad line that a report shows. */
export const EXCERPT_LENGTH = 160;

/** A line that is no JSON, for the report: where, why, and how it begins. */
export type BadLine = RefusedRow & { line: number; excerpt: string };

/** One split text decoded: the records in it (mostly one), or why there is none. */
export type DecodedRecord = { ok: true; records: unknown[]; note: string | null } | { ok: false; bad: BadLine };

/** The beginning of a text with control characters made visible (␀, ␉, ␊ …), at most 160 characters. */
export function visibleExcerpt(text: string): string {
  const shown = text
    .slice(0, EXCERPT_LENGTH + 40)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to make visible
    .replace(/[\u0000-\u001f]/g, (character) => String.fromCharCode(0x2400 + character.charCodeAt(0)))
    .replace(/[\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "�");
  return shorten(text.length > EXCERPT_LENGTH ? `${shown} ` : shown, EXCERPT_LENGTH).toWellFormed();
}

/** What is wrong with a text that `JSON.parse` rejects, in words for somebody who has the file in an editor. */
function syntaxProblem(text: string, error: unknown): string {
  const start = text.trimStart()[0];
  if (start !== "{" && start !== "[" && start !== '"')
    return /[,;\t|].*[,;\t|]/.test(text.slice(0, 400))
      ? "It looks like a row of a table."
      : "It does not begin like JSON.";
  const message = error instanceof Error ? error.message : "";
  const at = /position (\d+)/.exec(message);
  if (/Unexpected end|Unterminated|end of/i.test(message))
    return "It stops before its last bracket or quotation mark is closed.";
  if (/^\s*[{[]\s*'/.test(text))
    return "Its texts stand in single quotation marks (Python’s way); JSON needs double ones.";
  return at ? `The JSON is damaged at character ${Number(at[1]) + 1}.` : "The JSON is damaged.";
}

/**
 * The refusal for a line (or record) that cannot be decoded. `lineNumber` counts from 1; `cut` says that only the
 * beginning of an over-long record is here.
 */
export function explainBadLine(text: string, lineNumber: number, cut = false): BadLine {
  const excerpt = visibleExcerpt(text);
  if (cut) {
    const reason = `This record is longer than ${MAX_RECORD_LENGTH / 1024 / 1024} MB, which no episode is. ${ACCEPTED}`;
    return { outcome: "refused", line: lineNumber, found: "an over-long record", reason, excerpt };
  }
  let problem = "It is JSON, but no record.";
  try {
    JSON.parse(text);
  } catch (error) {
    problem = syntaxProblem(text, error);
  }
  const found = problem.startsWith("It looks like a row") ? "a table row" : "a line that is no JSON";
  return {
    outcome: "refused",
    line: lineNumber,
    found,
    reason: `This cannot be read as JSON. ${problem} ${ACCEPTED}`,
    excerpt,
  };
}

/** Python writes NaN and Infinity, which are no JSON; outside texts they become null. */
function withoutNaN(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) => (token.startsWith('"') ? token : "null"));
}

function parseLeniently(text: string): { value: unknown; note: string | null } {
  try {
    return { value: JSON.parse(text), note: null };
  } catch (error) {
    if (!/NaN|Infinity/.test(text)) throw error;
    return {
      value: JSON.parse(withoutNaN(text)),
      note: "NaN or Infinity, which JSON does not have, were read as missing.",
    };
  }
}

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
  if (cut) return { ok: false, bad: explainBadLine(text, line, true) };
  try {
    const { value, note } = parseLeniently(text);
    return { ok: true, records: recordsIn(value, 0), note };
  } catch {
    return { ok: false, bad: explainBadLine(text, line) };
  }
}
