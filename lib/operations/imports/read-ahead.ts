import { readImportFile } from "#lib/store/import-files.ts";
import type { ImportRecord } from "#lib/store/import-types.ts";
import type { ImportRow } from "#lib/store/imports.ts";
import { parseBatch } from "./parse-batch.ts";
import { ProfileCache } from "./profile-cache.ts";
import { type RecordBatch, readBatches } from "./read-records.ts";

/** A batch that has been parsed and waits to be written; `bytesRead` of the file had been read when it was complete. */
export type ParsedBatch = { records: ImportRecord[]; bytesRead: number };

/**
 * The rest of an import's file, read and parsed ahead of what is being written, so that this process and the database
 * work at the same time. While a batch is being written the next one is parsed and the one after it is read from disk.
 * Only looking profiles up needs the database, and the embedded one serves nobody else while a batch is being written:
 * that is why it is a step of its own.
 */
export class ReadAhead {
  readonly #batches: AsyncGenerator<RecordBatch>;
  readonly #profiles = new ProfileCache();
  #read: Promise<IteratorResult<RecordBatch>>;

  constructor({ storedPath, rowsDone }: ImportRow) {
    this.#batches = readBatches(readImportFile(storedPath), rowsDone);
    this.#read = this.#readOn();
  }

  #readOn(): Promise<IteratorResult<RecordBatch>> {
    const read = this.#batches.next();
    // It is thrown where the batch is taken; until then an error must not stay unheard.
    read.catch(() => {});
    return read;
  }

  /** Takes the next batch and looks up the profiles it names; null at the end. Call it while nothing is being written. */
  async take(): Promise<RecordBatch | null> {
    const { done, value } = await this.#read;
    if (done) return null;
    await this.#profiles.prepare(value.records.map(({ content }) => ("json" in content ? content.json : null)));
    return value;
  }

  /** Parses a batch that was taken, without the database, and begins to read the one after it. */
  async parse({ records, bytesRead }: RecordBatch): Promise<ParsedBatch> {
    const parsed = await parseBatch(records, this.#profiles);
    this.#read = this.#readOn();
    return { records: parsed, bytesRead };
  }

  /** Closes the file. */
  async close(): Promise<void> {
    await this.#batches.return(undefined);
  }
}
