import { confirmRatingMapping } from "#lib/operations/rating-imports/confirm-rating-mapping.ts";
import { getRatingImport } from "#lib/operations/rating-imports/get-rating-import.ts";
import { importRatingFile } from "#lib/operations/rating-imports/import-rating-file.ts";
import { listRatingImportLines } from "#lib/operations/rating-imports/list-rating-import-lines.ts";
import { runRatingImport } from "#lib/operations/rating-imports/run-rating-import.ts";
import { bytesOf, noQueue, SYSTEM } from "../episodes/support.ts";

/** A CSV table with a header; cells are quoted. */
export function csv(header: readonly string[], ...rows: (readonly (string | number)[])[]): string {
  const cell = (value: string | number) => `"${String(value).replaceAll('"', '""')}"`;
  return [header, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
}

/** Stores a text as a file of ratings, without a worker. */
export function queueRatings(text: string, fileName = "ratings.csv", mapping = {}) {
  return importRatingFile(SYSTEM, { fileName, source: bytesOf(text), mapping }, noQueue);
}

/** Imports a text to the end; a table by the proposal for it. */
export async function importRatings(text: string, fileName = "ratings.csv", mapping = {}) {
  const { id, state } = await queueRatings(text, fileName, mapping);
  if (state === "mapping") {
    const view = await getRatingImport(SYSTEM, { importId: id });
    await confirmRatingMapping(SYSTEM, { importId: id, mapping: view.mapping }, noQueue);
  }
  return runRatingImport(SYSTEM, { importId: id });
}

/** The lines of an import's report as line, outcome, item and reason. */
export async function reportOf(importId: string): Promise<[number, string, string, string][]> {
  const { lines } = await listRatingImportLines(SYSTEM, { importId, limit: 1_000 });
  return lines.map(({ line, outcome, itemKey, reason }) => [line, outcome, itemKey, reason]);
}

/** Columns of a table with one score a row. */
export const LONG = ["item", "system", "dimension", "rater", "score", "rationale"];

/** Two items and two people: a second opinion, and a row that only repeats an earlier one. */
export const long = csv(
  LONG,
  ["e1", "A", "wit", "ann@example.org", 1, "dull"],
  ["e1", "A", "wit", "bob", 5, "sharp"],
  ["e1", "A", "wit", "ann@example.org", 3, "better now"],
  ["e1", "A", "wit", "bob", 5, "sharp"],
  ["e2", "B", "wit", "bob", 2, ""],
);
