import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { findRatingImport } from "#lib/store/rating-imports.ts";
import { defineOperation } from "../define-operation.ts";
import { type RatingImportView, toRatingImportView } from "./rating-import-view.ts";

/** One import of ratings with its counts and speed. Throws `NOT_FOUND`. */
export const getRatingImport = defineOperation({
  name: "rating-imports/get-rating-import",
  permission: "ratings.read",
  input: z.object({ importId: z.string().min(1) }),
  deps: { now: () => new Date() },
  async run(_actor, { importId }, deps): Promise<RatingImportView> {
    const row = await findRatingImport(importId);
    if (!row) throw new AppError("NOT_FOUND", "There is no such import.");
    return toRatingImportView(row, deps.now());
  },
});
