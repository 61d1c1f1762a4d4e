import { randomUUID } from "node:crypto";
import { z } from "zod";
import { withNamedJudge } from "#lib/domain/rating-imports/named-judge.ts";
import { type RatingMapping, ratingMappingSchema } from "#lib/domain/rating-imports/rating-mapping.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { deleteImportFile, storeImportFile } from "#lib/store/import-files.ts";
import type { RatingImportRow } from "#lib/store/rating-import-types.ts";
import { createRatingImport } from "#lib/store/rating-imports.ts";
import { defineOperation } from "../define-operation.ts";
import { plainFileName } from "../imports/plain-file-name.ts";
import { contentKeyOf } from "./content-key.ts";
import { inspectFile } from "./inspect-file.ts";
import { onceByContent } from "./once-by-content.ts";
import { sealedMapping } from "./sealed-mapping.ts";

const input = z.object({
  /** As the sender calls it; folders are cut off. */
  fileName: z.string().trim().max(1_000),
  source: z.custom<AsyncIterable<Uint8Array>>(
    (value) => typeof value === "object" && value !== null && Symbol.asyncIterator in value,
    "Send the file's bytes.",
  ),
  /** What the file does not say itself; for a table also what its columns mean. */
  mapping: ratingMappingSchema.prefault({}),
});

/** An import that was made, or the one that has taken the same content before (`isRepeat`); `sentName` is the name now. */
export type TakenRatingFile = RatingImportRow & { isRepeat: boolean; sentName: string };

/** What to store: the shape, the mapping with a guess where a table came without one, and whether it can begin. */
async function decide(storedPath: string, name: string, given: RatingMapping) {
  const inspected = await inspectFile(storedPath);
  if ("refused" in inspected)
    throw new AppError("INVALID", `“${name}” was not imported. ${inspected.refused} Nothing was changed.`);
  const { shape, guess } = inspected;
  if (shape !== "table") return { shape, mapping: { ...given, table: null }, state: "queued" as const };
  if (given.table) return { shape, mapping: given, state: "queued" as const };
  return {
    shape,
    mapping: { ...given, table: guess && withNamedJudge(guess, given.judge.name) },
    state: "mapping" as const,
  };
}

/**
 * Takes in a file of ratings: stores it, tells its shape by its content, and queues the job that reads it. A table
 * without a mapping waits in state `mapping` for somebody to confirm what its columns mean. The same file with the same
 * mapping changes nothing and answers the import that has it, also where both come at one moment. Throws `TOO_LARGE`, and `INVALID` for what holds no ratings.
 */
export const importRatingFile = defineOperation({
  name: "rating-imports/import-rating-file",
  permission: "ratings.import",
  input,
  deps: { enqueue },
  async run(actor, { fileName, source, mapping }, deps): Promise<TakenRatingFile> {
    const id = randomUUID();
    const name = plainFileName(fileName, "ratings.csv");
    const stored = await storeImportFile(id, source);
    try {
      if (stored.bytes === 0) throw new AppError("INVALID", `The file “${name}” is empty. Choose a file with ratings.`);
      const decided = await decide(stored.storedPath, name, sealedMapping(mapping));
      const contentKey = contentKeyOf({ sha256: stored.sha256, fileName: name, shape: decided.shape }, decided.mapping);
      const file = { id, fileName: name, ...stored, ...decided, contentKey };
      const taken = await onceByContent(contentKey, null, () =>
        createRatingImport(actor, file, (tx, made) =>
          deps.enqueue("ratings.import", { importId: made }, { transaction: tx }),
        ),
      );
      if ("made" in taken) return { ...taken.made, isRepeat: false, sentName: name };
      await deleteImportFile(stored.storedPath);
      return { ...taken.known, isRepeat: true, sentName: name };
    } catch (error) {
      await deleteImportFile(stored.storedPath);
      throw error;
    }
  },
});
