import { randomUUID } from "node:crypto";
import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { deleteImportFile, storeImportFile } from "#lib/store/import-files.ts";
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

/**
 * Takes in a file: streams it to the data folder, makes its import and queues the job that reads it. The import is
 * `queued` in the answer. Throws `TOO_LARGE`, and `INVALID` for a file without a single byte.
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
      return await createImport(actor, { id, fileName: name, isDemo, judgeVersion, ...stored }, (tx, importId) =>
        deps.enqueue("episodes.import", { importId }, { transaction: tx }),
      );
    } catch (error) {
      await deleteImportFile(stored.storedPath);
      throw error;
    }
  },
});
