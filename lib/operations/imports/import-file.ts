import { randomUUID } from "node:crypto";
import { z } from "zod";
import { detectFileFormat, FORMAT_SAMPLE_BYTES } from "#lib/domain/episodes/import/file-format.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { deleteImportFile, readImportFile, storeImportFile } from "#lib/store/import-files.ts";
import { createImport } from "#lib/store/imports.ts";
import { defineOperation } from "../define-operation.ts";
import { plainFileName } from "./plain-file-name.ts";

const input = z.object({
  /** As the sender calls it; folders are cut off. */
  fileName: z.string().trim().max(1_000),
  source: z.custom<AsyncIterable<Uint8Array>>(
    (value) => typeof value === "object" && value !== null && Symbol.asyncIterator in value,
    "Send the file's bytes.",
  ),
  isDemo: z.boolean().default(false),
  /** Version of the judges whose ratings come with the episodes, where the file does not say it; two versions are two judges. */
  judgeVersion: z.string().trim().max(100).default(""),
});

/** Refuses a stored file that is no JSON by its beginning, in a sentence that says what it is. */
async function requireJson(storedPath: string, name: string): Promise<void> {
  for await (const head of readImportFile(storedPath)) {
    const { format, reason } = detectFileFormat(head.subarray(0, FORMAT_SAMPLE_BYTES));
    if (format === "refused" || format === "empty")
      throw new AppError("INVALID", `“${name}” was not imported. ${reason} Nothing was changed.`);
    return;
  }
}

/**
 * Takes in a file: streams it to the data folder, makes its import and queues the job that reads it. The import is
 * `queued` in the answer. Throws `TOO_LARGE`, and `INVALID` for a file without a single byte and for one that is no JSON.
 */
export const importFile = defineOperation({
  name: "imports/import-file",
  permission: "episodes.import",
  input,
  deps: { enqueue },
  async run(actor, { fileName, source, isDemo, judgeVersion }, deps) {
    const id = randomUUID();
    const name = plainFileName(fileName);
    const stored = await storeImportFile(id, source);
    try {
      if (stored.bytes === 0)
        throw new AppError("INVALID", `The file “${name}” is empty. Choose a file with episodes.`);
      await requireJson(stored.storedPath, name);
      return await createImport(actor, { id, fileName: name, isDemo, judgeVersion, ...stored }, (tx, importId) =>
        deps.enqueue("episodes.import", { importId }, { transaction: tx }),
      );
    } catch (error) {
      await deleteImportFile(stored.storedPath);
      throw error;
    }
  },
});
