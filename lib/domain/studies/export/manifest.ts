import type { Column } from "./column.ts";
import type { ExportedStudy } from "./record.ts";

/** One file of an export: rows without the head, bytes, and the SHA-256 of the bytes in hex. */
export type ManifestFile = {
  name: string;
  rows: number;
  bytes: number;
  sha256: string;
  columns: { name: string; type: string; meaning: string }[];
};

/** The paper that travels with an export: what was asked, what is in it, how to check it. */
export type Manifest = {
  format: "sotopia-studio-export";
  version: 1;
  exportedAt: string;
  study: ExportedStudy;
  /** SHA-256 of the guidelines of this version as canonical JSON: the very words that annotators read. */
  guidelinesSha256: string;
  counts: { items: number; annotations: number; excludedAnnotations: number; ratings: number; annotators: number };
  notes: string[];
  files: ManifestFile[];
};

/** The data dictionary of one table. */
export function dictionaryOf<Row>(columns: readonly Column<Row>[]): ManifestFile["columns"] {
  return columns.map(({ name, type, meaning }) => ({ name, type, meaning }));
}

/** What a reader must know to read the files right. */
export const MANIFEST_NOTES: readonly string[] = [
  "Annotators appear under pseudonyms of this study. Panel ids are in no file of this export.",
  "Annotators never saw judge ratings, policies or model names.",
  "In CSV files, text that starts with = + - @, a tab or a carriage return has an apostrophe before it, so that spreadsheets do not run it. Numbers are left as they are. JSON Lines and Parquet hold the text unchanged.",
  "Excluded annotations are in the files and marked; leave them out of analysis, or say that you did not.",
  "All times are UTC.",
];
