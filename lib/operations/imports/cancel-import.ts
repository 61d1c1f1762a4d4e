import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { cancelImport as cancelStoredImport, findImport } from "#lib/store/imports.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * Stops an import after the batch in hand; what was written stays and a retry goes on after it. Canceling what has
 * ended answers it as it is.
 */
export const cancelImport = defineOperation({
  name: "imports/cancel-import",
  permission: "episodes.import",
  input: z.object({ importId: z.string().min(1) }),
  deps: {},
  async run(actor, { importId }) {
    await cancelStoredImport(actor, importId);
    const row = await findImport(importId);
    if (!row) throw new AppError("NOT_FOUND", "There is no such import.");
    return row;
  },
});
