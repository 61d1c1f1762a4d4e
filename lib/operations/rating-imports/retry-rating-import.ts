import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { requeueRatingImport } from "#lib/store/rating-import-states.ts";
import { findRatingImport } from "#lib/store/rating-imports.ts";
import { defineOperation } from "../define-operation.ts";

/** Queues a failed or canceled import again; it goes on after the last record that was written. */
export const retryRatingImport = defineOperation({
  name: "rating-imports/retry-rating-import",
  permission: "ratings.import",
  input: z.object({ importId: z.string().min(1) }),
  deps: { enqueue },
  async run(actor, { importId }, deps) {
    const isQueued = await requeueRatingImport(actor, importId, (tx, id) =>
      deps.enqueue("ratings.import", { importId: id }, { transaction: tx }),
    );
    const row = await findRatingImport(importId);
    if (!row) throw new AppError("NOT_FOUND", "There is no such import.");
    if (!isQueued)
      throw new AppError(
        "CONFLICT",
        "This import cannot go on: it has not stopped, or its file is gone. Import the file again.",
      );
    return row;
  },
});
