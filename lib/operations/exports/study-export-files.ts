import type { Column, Table } from "#lib/domain/studies/export/column.ts";
import { EXPORT_FORMAT_FACTS, type ExportFileFormat } from "#lib/domain/studies/export/formats.ts";
import { dictionaryOf, type ManifestFile } from "#lib/domain/studies/export/manifest.ts";
import { itemsTable, longTable, wideTable } from "#lib/domain/studies/export/ratings-table.ts";
import type { ExportedAnnotation, ExportedStudy } from "#lib/domain/studies/export/record.ts";
import { buildSotopiaAnnotation, hasSotopiaDimensions } from "#lib/domain/studies/export/sotopia-annotation.ts";
import { csvHead, csvRows } from "#lib/export-files/csv.ts";
import { parquetFile } from "#lib/export-files/parquet.ts";
import { Tally } from "#lib/export-files/tally.ts";
import { type ExportedAnnotationKey, listExportedAnnotations, listExportedItems } from "#lib/store/study-export.ts";

/** Annotations read at once: about 3,500 ratings, a few megabytes. */
const BATCH = 250;

/** What an export is written from: the study and the fixed list of its submitted annotations. */
export type ExportSource = { study: ExportedStudy; keys: readonly ExportedAnnotationKey[] };

/** A file that is written while it is read; `describe` is complete after the last byte. */
export type ExportFile = { name: string; content: () => AsyncGenerator<Uint8Array>; describe: () => ManifestFile };

async function* annotationBatches(source: ExportSource): AsyncGenerator<ExportedAnnotation[]> {
  for (let start = 0; start < source.keys.length; start += BATCH) {
    yield await listExportedAnnotations(source.keys.slice(start, start + BATCH).map((key) => key.id));
  }
}

type Body = { rows: number; columns: ManifestFile["columns"]; chunks: () => AsyncGenerator<Uint8Array | string> };

function csvBody<Source, Row>(table: Table<Source, Row>, batches: () => AsyncIterable<readonly Source[]>): Body {
  const body: Body = { rows: 0, columns: dictionaryOf(table.columns), chunks };
  async function* chunks() {
    yield csvHead(table.columns as unknown as Column<never>[]);
    for await (const batch of batches()) {
      const rows = batch.flatMap(table.rows);
      body.rows += rows.length;
      yield csvRows(table.columns, rows);
    }
  }
  return body;
}

function jsonLinesBody(batches: () => AsyncIterable<readonly unknown[]>): Body {
  const body: Body = { rows: 0, columns: [], chunks };
  async function* chunks() {
    for await (const batch of batches()) {
      body.rows += batch.length;
      yield batch.map((row) => `${JSON.stringify(row)}\n`).join("");
    }
  }
  return body;
}

function parquetBody<Source, Row>(table: Table<Source, Row>, batches: () => AsyncIterable<readonly Source[]>): Body {
  const body: Body = {
    rows: 0,
    columns: dictionaryOf(table.columns),
    chunks: () => parquetFile(table.columns, rows()),
  };
  async function* rows() {
    for await (const batch of batches()) {
      const out = batch.flatMap(table.rows);
      body.rows += out.length;
      yield out;
    }
  }
  return body;
}

async function* mapped<In, Out>(batches: AsyncIterable<readonly In[]>, map: (item: In) => Out): AsyncGenerator<Out[]> {
  for await (const batch of batches) yield batch.map(map);
}

function bodyOf(format: ExportFileFormat, source: ExportSource): Body {
  const batches = () => annotationBatches(source);
  switch (format) {
    case "csv-long":
      return csvBody(longTable(source.study.dimensions), batches);
    case "csv-wide":
      return csvBody(wideTable(source.study.dimensions), batches);
    case "jsonl":
      return jsonLinesBody(batches);
    case "parquet":
      return parquetBody(longTable(source.study.dimensions), batches);
    case "sotopia":
      return jsonLinesBody(() => mapped(batches(), buildSotopiaAnnotation));
    case "items":
      return csvBody(itemsTable(), async function* () {
        yield await listExportedItems(source.study.studyId);
      });
  }
}

/** Builds one file of an export; nothing is read before its content is asked for. */
export function buildExportFile(format: ExportFileFormat, source: ExportSource): ExportFile {
  const name = EXPORT_FORMAT_FACTS[format].fileName;
  const body = bodyOf(format, source);
  const tally = new Tally();
  return {
    name,
    content: () => tally.through(body.chunks()),
    describe: () => ({ name, rows: body.rows, bytes: tally.bytes, sha256: tally.sha256(), columns: body.columns }),
  };
}

/** The files that a bundle holds: all of them, the SOTOPIA records only where the study's scales are the seven. */
export function bundleFormats(study: ExportedStudy): ExportFileFormat[] {
  const formats: ExportFileFormat[] = ["csv-long", "csv-wide", "jsonl", "parquet", "items"];
  return hasSotopiaDimensions(study.dimensions.map((dimension) => dimension.id)) ? [...formats, "sotopia"] : formats;
}
