import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { deleteImportFile } from "#lib/store/import-files.ts";
import { deleteRatingImport as deleteStored, findRatingImport } from "#lib/store/rating-imports.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * Takes an import back with all its ratings, raters and exclusions, for a file that came in with a wrong mapping.
 * Throws `NOT_FOUND`, and `CONFLICT` while a worker reads it.
 */
export const deleteRatingImport = defineOperation({
  name: "rating-imports/delete-rating-import",
  permission: "ratings.import",
  input: z.object({ importId: z.string().min(1) }),
  deps: {},
  async run(actor, { importId }): Promise<{ fileName: string }> {
    const row = await findRatingImport(importId);
    if (!row) throw new AppError("NOT_FOUND", "There is no such import.");
    if (row.state === "queued" || row.state === "running")
      throw new AppError("CONFLICT", "This import is still going on. Stop it first, then delete it.");
    await deleteStored(actor, importId);
    await deleteImportFile(row.storedPath);
    return { fileName: row.fileName };
  },
});
