import type { Column, Table } from "#lib/domain/studies/export/column.ts";
import { dictionaryOf, type ManifestFile } from "#lib/domain/studies/export/manifest.ts";
import { csvHead, csvRows } from "#lib/export-files/csv.ts";
import { parquetFile } from "#lib/export-files/parquet.ts";

/** The data of one file: what is in it, pieces as they are made, and the rows that have passed so far. */
export type Body = {
  rows: number;
  columns: ManifestFile["columns"];
  chunks: () => AsyncGenerator<Uint8Array | string>;
};

type Batches<Source> = () => AsyncIterable<readonly Source[]>;

/** A table as CSV, its head first. */
export function csvBody<Source, Row>(table: Table<Source, Row>, batches: Batches<Source>): Body {
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

/** Any objects as JSON Lines; `fields` describes them. */
export function jsonLinesBody(fields: readonly ManifestFile["columns"][number][], batches: Batches<unknown>): Body {
  const body: Body = { rows: 0, columns: [...fields], chunks };
  async function* chunks() {
    for await (const batch of batches()) {
      body.rows += batch.length;
      yield batch.map((row) => `${JSON.stringify(row)}\n`).join("");
    }
  }
  return body;
}

/** A table as JSON Lines: each row an object whose fields are the columns. */
export function jsonTableBody<Source, Row>(table: Table<Source, Row>, batches: Batches<Source>): Body {
  const objects = (source: Source) =>
    table.rows(source).map((row) => Object.fromEntries(table.columns.map(({ name, value }) => [name, value(row)])));
  async function* rows() {
    for await (const batch of batches()) yield batch.flatMap(objects);
  }
  return jsonLinesBody(dictionaryOf(table.columns), rows);
}

/** A table as Parquet, a row group for each batch. */
export function parquetBody<Source, Row>(table: Table<Source, Row>, batches: Batches<Source>): Body {
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

/** Batches with every element turned into another. */
export async function* mapped<In, Out>(
  batches: AsyncIterable<readonly In[]>,
  map: (item: In) => Out,
): AsyncGenerator<Out[]> {
  for await (const batch of batches) yield batch.map(map);
}
