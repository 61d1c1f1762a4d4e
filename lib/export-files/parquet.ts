import {
  ByteWriter,
  type ColumnSource,
  ParquetWriter,
  type SchemaElement,
  schemaFromColumnData,
} from "hyparquet-writer";
import type { CellValue, Column, ColumnType } from "#lib/domain/studies/export/column.ts";

const PARQUET_TYPES = {
  string: "STRING",
  integer: "INT32",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  timestamp: "TIMESTAMP",
} as const satisfies Record<ColumnType, ColumnSource["type"]>;

/** Takes what was written so far and lets the writer go on from an empty buffer; its `offset` keeps counting. */
class DrainableWriter extends ByteWriter {
  drain(): Uint8Array {
    const bytes = this.getBytes().slice();
    this.index = 0;
    return bytes;
  }
}

function columnSource<Row>(column: Column<Row>, rows: readonly Row[]): ColumnSource {
  const data: CellValue[] = rows.map((row) => column.value(row));
  return { name: column.name, data, type: PARQUET_TYPES[column.type], nullable: true };
}

/**
 * Writes a Parquet file batch by batch: each batch becomes one row group and leaves memory before the next is read.
 * Yields pieces of the file in order; a table without rows is a valid file with its schema.
 */
export async function* parquetFile<Row>(
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Uint8Array> {
  const writer = new DrainableWriter();
  const schema: SchemaElement[] = schemaFromColumnData({
    columnData: columns.map((column) => columnSource(column, [])),
  });
  const parquet = new ParquetWriter({ writer, schema, createdBy: "sotopia-studio" });
  for await (const rows of batches) {
    if (rows.length === 0) continue;
    await parquet.write({ columnData: columns.map((column) => columnSource(column, rows)), rowGroupSize: rows.length });
    yield writer.drain();
  }
  await parquet.finish();
  yield writer.drain();
}
