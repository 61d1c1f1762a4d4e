import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { annotatorsTable } from "#lib/domain/studies/export/annotators-table.ts";
import { assignmentsTable } from "#lib/domain/studies/export/assignments-table.ts";
import { EXPORT_FORMAT_FACTS, type ExportFileFormat } from "#lib/domain/studies/export/formats.ts";
import { ANNOTATION_FIELDS, SOTOPIA_FIELDS } from "#lib/domain/studies/export/json-fields.ts";
import type { ManifestFile } from "#lib/domain/studies/export/manifest.ts";
import { itemsTable, longTable, wideTable } from "#lib/domain/studies/export/ratings-table.ts";
import type { ExportedStudy } from "#lib/domain/studies/export/record.ts";
import { buildSotopiaAnnotation, hasSotopiaDimensions } from "#lib/domain/studies/export/sotopia-annotation.ts";
import { Tally } from "#lib/export-files/tally.ts";
import { type Body, csvBody, jsonLinesBody, jsonTableBody, mapped, parquetBody } from "./export-bodies.ts";
import {
  annotationBatches,
  annotatorBatches,
  assignmentBatches,
  type ExportSource,
  itemBatches,
} from "./export-source.ts";

/** A file that is written while it is read; `describe` is complete after the last byte. */
export type ExportFile = { name: string; content: () => AsyncGenerator<Uint8Array>; describe: () => ManifestFile };

/** The data of each format, in the shape that the format has. */
const BODIES: Record<ExportFileFormat, (source: ExportSource) => Body> = {
  "csv-long": (source) => csvBody(longTable(source.study.dimensions), () => annotationBatches(source)),
  parquet: (source) => parquetBody(longTable(source.study.dimensions), () => annotationBatches(source)),
  "csv-wide": (source) => csvBody(wideTable(source.study.dimensions), () => annotationBatches(source)),
  jsonl: (source) => jsonLinesBody(ANNOTATION_FIELDS, () => annotationBatches(source)),
  sotopia: (source) => jsonLinesBody(SOTOPIA_FIELDS, () => mapped(annotationBatches(source), buildSotopiaAnnotation)),
  items: (source) => csvBody(itemsTable(), () => itemBatches(source)),
  assignments: (source) => csvBody(assignmentsTable(source.study.dimensions), () => assignmentBatches(source)),
  "assignments-jsonl": (source) =>
    jsonTableBody(assignmentsTable(source.study.dimensions), () => assignmentBatches(source)),
  "assignments-parquet": (source) =>
    parquetBody(assignmentsTable(source.study.dimensions), () => assignmentBatches(source)),
  annotators: (source) => csvBody(annotators(source), () => annotatorBatches(source)),
  "annotators-jsonl": (source) => jsonTableBody(annotators(source), () => annotatorBatches(source)),
  "annotators-parquet": (source) => parquetBody(annotators(source), () => annotatorBatches(source)),
};

function annotators(source: ExportSource) {
  return annotatorsTable(getGuidelines(source.study.guidelinesVersion).practice);
}

/** Builds one file of an export; nothing is read before its content is asked for. */
export function buildExportFile(format: ExportFileFormat, source: ExportSource): ExportFile {
  const name = EXPORT_FORMAT_FACTS[format].fileName;
  const body = BODIES[format](source);
  const tally = new Tally();
  return {
    name,
    content: () => tally.through(body.chunks()),
    describe: () => ({ name, rows: body.rows, bytes: tally.bytes, sha256: tally.sha256(), columns: body.columns }),
  };
}

/** The files that a bundle holds: all of them, the SOTOPIA records only where the study's scales are the seven. */
export function bundleFormats(study: ExportedStudy): ExportFileFormat[] {
  const isSotopia = hasSotopiaDimensions(study.dimensions.map((dimension) => dimension.id));
  return (Object.keys(BODIES) as ExportFileFormat[]).filter((format) => format !== "sotopia" || isSotopia);
}
