import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { cancelRatingImport as cancelStored } from "#lib/store/rating-import-states.ts";
import { findRatingImport } from "#lib/store/rating-imports.ts";
import { defineOperation } from "../define-operation.ts";

/** Stops an import after the batch in hand; what was written stays and a retry goes on after it. What has ended stays so. */
export const cancelRatingImport = defineOperation({
  name: "rating-imports/cancel-rating-import",
  permission: "ratings.import",
  input: z.object({ importId: z.string().min(1) }),
  deps: {},
  async run(actor, { importId }) {
    await cancelStored(actor, importId);
    const row = await findRatingImport(importId);
    if (!row) throw new AppError("NOT_FOUND", "There is no such import.");
    return row;
  },
});
