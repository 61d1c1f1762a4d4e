import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { withdrawAnnotatorWork } from "#lib/store/withdrawals.ts";
import { defineOperation } from "../define-operation.ts";

/**
 * Does what the consent text promises to somebody who asks for their ratings to be deleted: ratings, reasons and every
 * earlier version of them, drafts, practice, check answers and signals go for good, and count nowhere any more. That they
 * took part, when, and what they are paid for stays. The log tells how many were deleted and nothing of what they held.
 * Throws `NOT_FOUND` for an unknown annotator, a preview, or one who was withdrawn before.
 */
export const withdrawAnnotator = defineOperation({
  name: "study-ratings/withdraw-annotator",
  permission: "annotations.withdraw",
  input: z.object({ annotatorId: z.string() }),
  deps: {},
  run: async (actor, { annotatorId }) =>
    getDb().$transaction(async (tx) => {
      const withdrawal = await withdrawAnnotatorWork(tx, annotatorId);
      if (!withdrawal) throw new AppError("NOT_FOUND", "There is nothing of this annotator that could be deleted.");
      await recordAudit(tx, {
        actor,
        action: "annotations.withdraw-annotator",
        subjectKind: "annotator",
        subjectId: annotatorId,
        after: withdrawal,
      });
      return withdrawal;
    }),
});
