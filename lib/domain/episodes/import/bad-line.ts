import type { RefusedRow } from "./parsed-row.ts";
import { MAX_RECORD_LENGTH } from "./record-splitter.ts";
import { ACCEPTED, shorten } from "./refusal.ts";

/** The most characters of a bad line that a report shows. */
export const EXCERPT_LENGTH = 160;

/** A line that is no JSON, for the report: where, why, and how it begins. */
export type BadLine = RefusedRow & { line: number; excerpt: string };

/** The beginning of a text with control characters made visible (␀, ␉, ␊ …), at most 160 characters. */
export function recordExcerpt(text: string): string {
  const shown = text
    .slice(0, EXCERPT_LENGTH + 40)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to make visible
    .replace(/[\u0000-\u001f]/g, (character) => String.fromCharCode(0x2400 + character.charCodeAt(0)))
    .replace(/[\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "�");
  return shorten(shown, EXCERPT_LENGTH).toWellFormed();
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
  const stopsShort = at !== null && Number(at[1]) >= text.trimEnd().length;
  if (stopsShort || /Unexpected end|Unterminated|end of/i.test(message))
    return "It stops before its last bracket or quotation mark is closed.";
  if (/^\s*[{[]\s*'/.test(text))
    return "Its texts stand in single quotation marks (Python’s way); JSON needs double ones.";
  return at ? `The JSON is damaged at character ${Number(at[1]) + 1}.` : "The JSON is damaged.";
}

/** The refusal for a record that is longer than the cap, of which only the beginning is here. */
export function explainCutRecord(text: string, lineNumber: number): BadLine {
  const reason = `This record is longer than ${MAX_RECORD_LENGTH / 1024 / 1024} MB, which no episode is. ${ACCEPTED}`;
  return { outcome: "refused", line: lineNumber, found: "an over-long record", reason, excerpt: recordExcerpt(text) };
}

/** The refusal for a line (or record) that `JSON.parse` rejects. `lineNumber` counts from 1. */
export function explainBadLine(text: string, lineNumber: number): BadLine {
  const excerpt = recordExcerpt(text);
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
