import { z } from "zod";
import { ratingMappingSchema } from "#lib/domain/rating-imports/rating-mapping.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { deleteImportFile } from "#lib/store/import-files.ts";
import { confirmMapping, deleteRatingImport, findRatingImport } from "#lib/store/rating-imports.ts";
import { defineOperation } from "../define-operation.ts";
import { contentKeyOf } from "./content-key.ts";
import { onceByContent } from "./once-by-content.ts";
import { sealedMapping } from "./sealed-mapping.ts";

/**
 * Takes what the columns of a waiting table mean, and queues its import. Answers the id of the import to look at: where
 * the same file came in with the same mapping before, that one, and the waiting one goes. Throws `NOT_FOUND`,
 * `CONFLICT` when the import does not wait any more, and `INVALID` for a mapping without scores or scales.
 */
export const confirmRatingMapping = defineOperation({
  name: "rating-imports/confirm-rating-mapping",
  permission: "ratings.import",
  input: z.object({ importId: z.string().min(1), mapping: ratingMappingSchema }),
  deps: { enqueue },
  async run(actor, { importId, mapping: said }, deps): Promise<{ importId: string; isRepeat: boolean }> {
    const row = await findRatingImport(importId);
    if (!row) throw new AppError("NOT_FOUND", "There is no such import.");
    const mapping = sealedMapping(said);
    if (!mapping.table) throw new AppError("INVALID", "Say which columns hold the scores.");
    const contentKey = contentKeyOf({ ...row, shape: "table" }, mapping);
    const queued = await onceByContent(contentKey, importId, () =>
      confirmMapping(actor, importId, { mapping, contentKey }, (tx, id) =>
        deps.enqueue("ratings.import", { importId: id }, { transaction: tx }),
      ),
    );
    if ("known" in queued) {
      await deleteRatingImport(actor, importId);
      await deleteImportFile(row.storedPath);
      return { importId: queued.known.id, isRepeat: true };
    }
    if (!queued.made)
      throw new AppError("CONFLICT", "This import does not wait for a mapping any more. Nothing was changed.");
    return { importId, isRepeat: false };
  },
});
