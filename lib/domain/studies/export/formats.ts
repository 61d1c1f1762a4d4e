import { z } from "zod";

/** What a researcher can take away. `bundle` is a ZIP of all the others with a manifest. */
export const EXPORT_FORMATS = [
  "bundle",
  "csv-long",
  "parquet",
  "csv-wide",
  "jsonl",
  "sotopia",
  "items",
  "assignments",
  "assignments-jsonl",
  "assignments-parquet",
  "annotators",
  "annotators-jsonl",
  "annotators-parquet",
] as const;
export const exportFormatSchema = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** The formats that are single files of a bundle. */
export type ExportFileFormat = Exclude<ExportFormat, "bundle">;

/** How a file is written. */
type FileKind = "CSV" | "JSON Lines" | "Parquet" | "ZIP";

/** `label` says what a file holds; formats of one table share it and differ in `kind`. */
type FormatFacts = { fileName: string; kind: FileKind; label: string; about: string };

const LONG = { label: "Ratings, long", about: "One row a rating." };
const ASSIGNMENTS = {
  label: "Assignments",
  about: "Every item that was given to somebody: what became of it, its times, and the working time by dimension.",
};
const ANNOTATORS = {
  label: "Annotators",
  about: "Everybody who came: outcome, consent, check, practice, what they did, and signs of how they read.",
};

/** File name, kind and a line for people, by format. */
export const EXPORT_FORMAT_FACTS: Record<ExportFormat, FormatFacts> = {
  bundle: {
    fileName: "export.zip",
    kind: "ZIP",
    label: "Everything (ZIP)",
    about: "All files below with a manifest: row counts, checksums, the frozen design and a data dictionary.",
  },
  "csv-long": { ...LONG, fileName: "ratings-long.csv", kind: "CSV" },
  parquet: { ...LONG, fileName: "ratings-long.parquet", kind: "Parquet" },
  "csv-wide": {
    fileName: "annotations-wide.csv",
    kind: "CSV",
    label: "Annotations, wide",
    about: "One row an annotation, three columns for each dimension and agent.",
  },
  jsonl: {
    fileName: "annotations.jsonl",
    kind: "JSON Lines",
    label: "Annotations",
    about: "One object an annotation, ratings inside.",
  },
  sotopia: {
    fileName: "sotopia-annotations.jsonl",
    kind: "JSON Lines",
    label: "SOTOPIA records",
    about: "AnnotationForEpisode, one a line; for studies on the seven dimensions.",
  },
  items: {
    fileName: "items.csv",
    kind: "CSV",
    label: "Items",
    about: "Every item with its stratum, inclusion probability and counts.",
  },
  assignments: { ...ASSIGNMENTS, fileName: "assignments.csv", kind: "CSV" },
  "assignments-jsonl": { ...ASSIGNMENTS, fileName: "assignments.jsonl", kind: "JSON Lines" },
  "assignments-parquet": { ...ASSIGNMENTS, fileName: "assignments.parquet", kind: "Parquet" },
  annotators: { ...ANNOTATORS, fileName: "annotators.csv", kind: "CSV" },
  "annotators-jsonl": { ...ANNOTATORS, fileName: "annotators.jsonl", kind: "JSON Lines" },
  "annotators-parquet": { ...ANNOTATORS, fileName: "annotators.parquet", kind: "Parquet" },
};

/** The media type that a file of each kind is sent with. */
export const MEDIA_TYPES: Record<FileKind, string> = {
  CSV: "text/csv; charset=utf-8",
  "JSON Lines": "application/x-ndjson",
  Parquet: "application/vnd.apache.parquet",
  ZIP: "application/zip",
};

/** A file on its way out: how it is called, what it is, and its bytes as they are made. */
export type OpenedExport = { fileName: string; mediaType: string; content: AsyncIterable<Uint8Array> };
