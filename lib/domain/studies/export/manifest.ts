import type { Column } from "./column.ts";
import type { AssignmentState, ExportedStudy } from "./record.ts";

/** One entry of the data dictionary: a column of a table, or a field of a JSON object by its path. */
export type ManifestField = { name: string; type: string; meaning: string };

/** One file of an export: rows without the head, bytes, and the SHA-256 of the bytes in hex. */
export type ManifestFile = {
  name: string;
  rows: number;
  bytes: number;
  sha256: string;
  columns: ManifestField[];
};

/** The paper that travels with an export: what was asked, what is in it, how to check it. */
export type Manifest = {
  format: "sotopia-studio-export";
  version: 2;
  exportedAt: string;
  study: ExportedStudy;
  /** SHA-256 of the guidelines of this version as canonical JSON: the very words that annotators read. */
  guidelinesSha256: string;
  /**
   * What was frozen at launch, as the very text whose SHA-256 is `study.designHash`: canonical JSON. Empty for a draft, and
   * for a study that was launched before this text was kept and has grown since.
   */
  frozenDesign: string;
  counts: {
    items: number;
    annotations: number;
    excludedAnnotations: number;
    ratings: number;
    /** Everybody who came; `raters` are those of them with a submitted annotation. */
    annotators: number;
    raters: number;
    assignments: number;
    assignmentsByState: Record<AssignmentState, number>;
  };
  notes: string[];
  files: ManifestFile[];
};

/** The data dictionary of one table. */
export function dictionaryOf<Row>(columns: readonly Column<Row>[]): ManifestFile["columns"] {
  return columns.map(({ name, type, meaning }) => ({ name, type, meaning }));
}

/** What a reader must know to read the files right. */
export const MANIFEST_NOTES: readonly string[] = [
  "study.designHash is the SHA-256, in hexadecimal, of the text in frozenDesign (UTF-8), which is itself JSON. It says what was frozen at launch; items and annotations per item that were added later are in the other files alone.",
  "All files show the study as it was when the export began. Assignments that went on meanwhile are told as they were then.",
  "Annotators appear under pseudonyms of this study. Panel ids are in no file of this export.",
  "Annotators never saw judge ratings, policies or model names.",
  "In CSV files, text that starts with = + - @, a tab or a carriage return has an apostrophe before it, so that spreadsheets do not run it. Numbers are left as they are. JSON Lines and Parquet hold the text unchanged.",
  "Excluded annotations are in the files and marked; leave them out of analysis, or say that you did not.",
  "All times are UTC.",
];
