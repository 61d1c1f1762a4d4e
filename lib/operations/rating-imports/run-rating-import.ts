import { z } from "zod";
import { dragFillNote } from "#lib/domain/rating-imports/drag-fill.ts";
import type { RatingShape } from "#lib/domain/rating-imports/rating-mapping.ts";
import { buildRatingReader, scalesOf } from "#lib/domain/rating-imports/rating-reader.ts";
import { AppError, isAppError } from "#lib/domain/shared/errors.ts";
import type { BatchOutcome } from "#lib/store/batch-position.ts";
import { deleteImportFile, readImportFile } from "#lib/store/import-files.ts";
import { isDatabaseAway } from "#lib/store/pool.ts";
import { RatingWriter } from "#lib/store/rating-batches.ts";
import { analyzeRatings, completeRatingImport } from "#lib/store/rating-finish.ts";
import {
  clearRatingFile,
  failRatingImport,
  setImportNotes,
  startRatingImport,
} from "#lib/store/rating-import-states.ts";
import type { RatingImportRow, StoredRecord } from "#lib/store/rating-import-types.ts";
import { findRatingImport } from "#lib/store/rating-imports.ts";
import { defineOperation } from "../define-operation.ts";
import { failureSentence } from "../imports/failure-sentence.ts";
import { baseNameOf } from "./content-key.ts";
import { surveyConditions } from "./inspect-file.ts";
import { linkItemsOfImport } from "./link-items.ts";
import { RatingParser } from "./parse-ratings.ts";
import { mappingOf } from "./rating-import-view.ts";
import { readRatingRecords } from "./read-records.ts";

/** A batch is full at this many ratings or records, whichever comes first. */
type BatchSize = { ratings: number; records: number };
const BATCH: BatchSize = { ratings: 20_000, records: 10_000 };

const input = z.object({
  importId: z.string().min(1),
  /** Fires when the worker stops or the job was given to another one; the import goes on later where it was. */
  signal: z.custom<AbortSignal>((value) => value instanceof AbortSignal).optional(),
  /** Told after every committed batch; for the shell command's progress line. */
  onProgress: z
    .custom<(row: { rowsDone: number; bytesDone: number }) => void>((value) => typeof value === "function")
    .optional(),
});
type RunOptions = z.output<typeof input>;

/**
 * Reads a stored file of ratings into the database, batch by batch. May be killed at any moment and run again, also by
 * two workers at once: each batch is written exactly once. Answers the import as it is at the end. Only a database that
 * went away and a stopping worker are thrown, for another attempt.
 */
export const runRatingImport = defineOperation({
  name: "rating-imports/run-rating-import",
  permission: "ratings.import",
  input,
  deps: { batch: BATCH },
  async run(_actor, options, { batch }): Promise<RatingImportRow> {
    for (;;) {
      const row = await runOnce(options, batch);
      // It was stopped and told to go on again while its last batch was being written.
      if (row.state !== "queued") return row;
    }
  },
});

async function runOnce(options: RunOptions, size: BatchSize): Promise<RatingImportRow> {
  const { importId, signal } = options;
  const row = await startRatingImport(importId);
  if (!row) throw new AppError("NOT_FOUND", "This import does not exist any more. Nothing was imported.");
  if (row.state !== "running") return row;
  const position = { rowsDone: row.rowsDone };
  try {
    const outcome = await writeAll(row, position, options, size);
    if (outcome === "written") await complete(row, position.rowsDone);
  } catch (error) {
    if (signal?.aborted || isDatabaseAway(error)) throw error;
    await failRatingImport(importId, position.rowsDone, failureSentence(error));
    if (!isAppError(error)) throw new AppError("CONFLICT", failureSentence(error));
  }
  return (await findRatingImport(importId)) ?? row;
}

/** What the file as a whole tells before its first row can be read rightly. */
async function surveyFile(row: RatingImportRow): Promise<string | null> {
  if (row.shape !== "sotopia-official" || mappingOf(row).condition !== "") return null;
  const { values, name } = await surveyConditions(row.storedPath);
  if (name !== null) await setImportNotes(row.id, [{ code: "drag-filled", message: dragFillNote(values, name) }]);
  return name;
}

type ParsedBatch = { records: StoredRecord[]; bytesRead: number };

/**
 * Parses the file from its beginning, since a row may lean on one before it, and gives batches of what comes after the
 * `skip` records that an earlier attempt has written.
 */
async function* parseFile(
  row: RatingImportRow,
  parser: RatingParser,
  skip: number,
  size: BatchSize,
): AsyncGenerator<ParsedBatch> {
  let records: StoredRecord[] = [];
  let ratings = 0;
  let count = 0;
  let bytesRead = 0;
  for await (const read of readRatingRecords(readImportFile(row.storedPath))) {
    count += 1;
    bytesRead = Math.max(bytesRead, read.bytesRead);
    const parsed = parser.read({ ...read, record: count });
    if (count <= skip) continue;
    records.push(parsed);
    ratings += parsed.ratings.length;
    if (ratings < size.ratings && records.length < size.records) continue;
    yield { records, bytesRead };
    records = [];
    ratings = 0;
  }
  if (records.length > 0) yield { records, bytesRead: row.bytes };
}

/** Writes what is left of the file, moving `position` with every committed batch. */
async function writeAll(
  row: RatingImportRow,
  position: { rowsDone: number },
  { signal, onProgress }: RunOptions,
  size: BatchSize,
): Promise<BatchOutcome> {
  const mapping = mappingOf(row);
  const shape = row.shape as RatingShape;
  const dragFilled = await surveyFile(row);
  const reader = buildRatingReader({ shape, mapping, baseName: baseNameOf(row.fileName), dragFilled });
  const parser = new RatingParser(row.id, reader, mapping);
  const writer = new RatingWriter();
  const scales = scalesOf(shape, mapping);
  const batches = parseFile(row, parser, position.rowsDone, size);
  let next = batches.next();
  for (let batch = await next; !batch.done; batch = await next) {
    signal?.throwIfAborted();
    const { records, bytesRead } = batch.value;
    const raters = parser.takeFreshRaters();
    const { rowsDone: recordsBefore } = position;
    const written = writer.write({ importId: row.id, recordsBefore, bytesDone: bytesRead, scales, raters, records });
    // The next batch is parsed while this one is being written.
    next = batches.next();
    next.catch(() => {});
    const outcome = await written;
    if (outcome !== "written") return outcome;
    position.rowsDone += records.length;
    onProgress?.({ rowsDone: position.rowsDone, bytesDone: bytesRead });
  }
  return "written";
}

async function complete(row: RatingImportRow, rowsDone: number): Promise<void> {
  await analyzeRatings();
  await linkItemsOfImport(row.id);
  if (!(await completeRatingImport(row.id, rowsDone))) return;
  await deleteImportFile(row.storedPath);
  await clearRatingFile(row.id);
}
