import { z } from "zod";

/** What a researcher can take away. `bundle` is a ZIP of all the others with a manifest. */
export const EXPORT_FORMATS = ["bundle", "csv-long", "csv-wide", "jsonl", "parquet", "sotopia", "items"] as const;
export const exportFormatSchema = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** The formats that are single files of a bundle. */
export type ExportFileFormat = Exclude<ExportFormat, "bundle">;

/** File name, media type and a line for people, by format. */
export const EXPORT_FORMAT_FACTS: Record<
  ExportFormat,
  { fileName: string; mediaType: string; label: string; about: string }
> = {
  bundle: {
    fileName: "export.zip",
    mediaType: "application/zip",
    label: "Everything (ZIP)",
    about: "All files below with a manifest: row counts, checksums, the frozen design and a data dictionary.",
  },
  "csv-long": {
    fileName: "ratings-long.csv",
    mediaType: "text/csv; charset=utf-8",
    label: "Ratings, long (CSV)",
    about: "One row a rating.",
  },
  "csv-wide": {
    fileName: "annotations-wide.csv",
    mediaType: "text/csv; charset=utf-8",
    label: "Annotations, wide (CSV)",
    about: "One row an annotation, three columns for each dimension and agent.",
  },
  jsonl: {
    fileName: "annotations.jsonl",
    mediaType: "application/x-ndjson",
    label: "Annotations (JSON Lines)",
    about: "One object an annotation, ratings inside.",
  },
  parquet: {
    fileName: "ratings-long.parquet",
    mediaType: "application/vnd.apache.parquet",
    label: "Ratings, long (Parquet)",
    about: "The long table with typed columns.",
  },
  sotopia: {
    fileName: "sotopia-annotations.jsonl",
    mediaType: "application/x-ndjson",
    label: "SOTOPIA records (JSON Lines)",
    about: "AnnotationForEpisode, one a line; for studies on the seven dimensions.",
  },
  items: {
    fileName: "items.csv",
    mediaType: "text/csv; charset=utf-8",
    label: "Items (CSV)",
    about: "Every item with its stratum, inclusion probability and counts.",
  },
};

/** A file on its way out: how it is called, what it is, and its bytes as they are made. */
export type OpenedExport = { fileName: string; mediaType: string; content: AsyncIterable<Uint8Array> };
