import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { requeueRatingImport } from "#lib/store/rating-import-states.ts";
import { findRatingImport } from "#lib/store/rating-imports.ts";
import { defineOperation } from "../define-operation.ts";
import { onceByContent } from "./once-by-content.ts";

/**
 * Queues a failed or canceled import again; it goes on after the last record that was written. Throws `NOT_FOUND`, and
 * `CONFLICT` when it has not stopped, its file is gone, or another import has taken the same content since.
 */
export const retryRatingImport = defineOperation({
  name: "rating-imports/retry-rating-import",
  permission: "ratings.import",
  input: z.object({ importId: z.string().min(1) }),
  deps: { enqueue },
  async run(actor, { importId }, deps) {
    const stopped = await findRatingImport(importId);
    if (!stopped) throw new AppError("NOT_FOUND", "There is no such import.");
    const queued = await onceByContent(stopped.contentKey, importId, () =>
      requeueRatingImport(actor, importId, (tx, id) =>
        deps.enqueue("ratings.import", { importId: id }, { transaction: tx }),
      ),
    );
    if ("known" in queued)
      throw new AppError(
        "CONFLICT",
        `The same file has come in since, as “${queued.known.fileName}”. Nothing was changed: delete this import.`,
      );
    const row = await findRatingImport(importId);
    if (!row) throw new AppError("NOT_FOUND", "There is no such import.");
    if (!queued.made)
      throw new AppError(
        "CONFLICT",
        "This import cannot go on: it has not stopped, or its file is gone. Import the file again.",
      );
    return row;
  },
});
