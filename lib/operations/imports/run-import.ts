import { z } from "zod";
import { AppError, isAppError } from "#lib/domain/shared/errors.ts";
import type { BatchOutcome } from "#lib/store/batch-position.ts";
import { writeImportBatch } from "#lib/store/import-batches.ts";
import { deleteImportFile } from "#lib/store/import-files.ts";
import { hasImportedProfiles } from "#lib/store/import-relink.ts";
import {
  analyzeEpisodes,
  clearStoredPath,
  findImport,
  finishImport,
  type ImportRow,
  startImport,
} from "#lib/store/imports.ts";
import { isDatabaseAway } from "#lib/store/pool.ts";
import { defineOperation } from "../define-operation.ts";
import { linkItemsOfEpisodes } from "../rating-imports/link-items.ts";
import { failureSentence } from "./failure-sentence.ts";
import { ReadAhead } from "./read-ahead.ts";
import { relinkEpisodes } from "./relink-episodes.ts";

const input = z.object({
  importId: z.string().min(1),
  /** Fires when the worker stops or the job was given to another one; the import goes on later where it was. */
  signal: z.custom<AbortSignal>((value) => value instanceof AbortSignal).optional(),
  /** Told after every committed batch; for the shell command's progress line. */
  onProgress: z
    .custom<(row: { rowsDone: number; bytesDone: number }) => void>((value) => typeof value === "function")
    .optional(),
});

/** The planner's statistics are renewed whenever the import has grown by this factor since the last time. */
const ANALYZE_GROWTH = 4;
const ANALYZE_FIRST = 2_000;

/**
 * Reads a stored file into the database, batch by batch. May be killed at any moment and run again, also by two
 * workers at once: each batch is written exactly once. Answers the import as it is at the end; an import that has
 * ended is left as it is. Only a database that went away and a stopping worker are thrown, for another attempt.
 */
export const runImport = defineOperation({
  name: "imports/run-import",
  permission: "episodes.import",
  input,
  deps: { writeBatch: writeImportBatch },
  async run(_actor, options, deps): Promise<ImportRow> {
    for (;;) {
      const row = await runOnce(options, deps.writeBatch);
      // It was stopped and told to go on again while its last batch was being written.
      if (row.state !== "queued") return row;
    }
  },
});

type RunOptions = z.output<typeof input>;

async function runOnce(options: RunOptions, writeBatch: typeof writeImportBatch): Promise<ImportRow> {
  const { importId, signal, onProgress } = options;
  const row = await startImport(importId);
  if (!row) throw new AppError("NOT_FOUND", "This import does not exist any more. Nothing was imported.");
  if (row.state === "canceled") await joinWritten(importId, signal);
  if (row.state !== "running") return row;
  const position = { rowsDone: row.rowsDone };
  try {
    const end = await writeAll(row, position, { signal, onProgress, writeBatch });
    if (end !== "overtaken") await joinWritten(importId, signal);
    if (end === "written") await complete(row, position.rowsDone);
  } catch (error) {
    if (signal?.aborted || isDatabaseAway(error)) throw error;
    await finishImport(importId, position.rowsDone, { state: "failed", error: failureSentence(error) });
    // What failed is told; where this fails as well, the next attempt at the import does it.
    await joinWritten(importId, signal).catch(() => undefined);
    if (!isAppError(error)) throw new AppError("CONFLICT", failureSentence(error));
  }
  return (await findImport(importId)) ?? row;
}

type WriteOptions = {
  signal: AbortSignal | undefined;
  onProgress: ((row: { rowsDone: number; bytesDone: number }) => void) | undefined;
  writeBatch: typeof writeImportBatch;
};

/**
 * Writes what is left of the file, moving `position` with every committed batch; ends early when the import was
 * canceled or another worker took over.
 */
async function writeAll(row: ImportRow, position: { rowsDone: number }, options: WriteOptions): Promise<BatchOutcome> {
  const file = new ReadAhead(row);
  try {
    return await writeBatches(file, row, position, options);
  } finally {
    await file.close();
  }
}

/**
 * Brings what an import wrote together with what was here before it: episodes with their characters and scenarios, and
 * with ratings of them. Also of one that was stopped, since another import of its file finds all that unchanged and passes
 * it over. The same once more changes nothing.
 */
async function joinWritten(importId: string, signal: AbortSignal | undefined): Promise<void> {
  if (await hasImportedProfiles(importId)) await relinkEpisodes(importId, () => signal?.aborted === true);
  signal?.throwIfAborted();
  await linkItemsOfEpisodes(importId);
}

async function writeBatches(
  file: ReadAhead,
  { id: importId, fileName, isDemo, judgeVersion, rowsDone: rowsBefore }: ImportRow,
  position: { rowsDone: number },
  { signal, onProgress, writeBatch }: WriteOptions,
): Promise<BatchOutcome> {
  let analyzeAt = ANALYZE_FIRST;
  let taken = await file.take();
  let parsing = taken && file.parse(taken);
  while (parsing) {
    const { records, bytesRead } = await parsing;
    taken = await file.take();
    signal?.throwIfAborted();
    const recordsBefore = position.rowsDone;
    const written = writeBatch({
      importId,
      fileName,
      isDemo,
      judgeVersion,
      recordsBefore,
      bytesDone: bytesRead,
      records,
    });
    parsing = taken && file.parse(taken);
    // Whatever becomes of the write, an error of the parsing ahead must not stay unheard.
    parsing?.catch(() => {});
    const outcome = await written;
    if (outcome !== "written") return outcome;
    position.rowsDone += records.length;
    onProgress?.({ rowsDone: position.rowsDone, bytesDone: bytesRead });
    if (position.rowsDone - rowsBefore >= analyzeAt) {
      await analyzeEpisodes();
      analyzeAt *= ANALYZE_GROWTH;
    }
  }
  return "written";
}

async function complete(row: ImportRow, rowsDone: number): Promise<void> {
  await analyzeEpisodes();
  if (!(await finishImport(row.id, rowsDone, { state: "completed" }))) return;
  await deleteImportFile(row.storedPath);
  await clearStoredPath(row.id);
}
