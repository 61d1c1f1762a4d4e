import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { findImport, requeueImport } from "#lib/store/imports.ts";
import { defineOperation } from "../define-operation.ts";

/** Queues a failed or canceled import again; it goes on after the last record that was written. */
export const retryImport = defineOperation({
  name: "imports/retry-import",
  permission: "episodes.import",
  input: z.object({ importId: z.string().min(1) }),
  deps: { enqueue },
  async run(actor, { importId }, deps) {
    const isQueued = await requeueImport(actor, importId, (tx, id) =>
      deps.enqueue("episodes.import", { importId: id }, { transaction: tx }),
    );
    const row = await findImport(importId);
    if (!row) throw new AppError("NOT_FOUND", "There is no such import.");
    if (!isQueued) {
      throw new AppError(
        "CONFLICT",
        "This import cannot go on: it has not stopped, or its file is gone. Import the file again.",
      );
    }
    return row;
  },
});
