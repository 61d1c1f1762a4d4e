import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { requireStep } from "#lib/domain/studies/lifecycle.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { setAnnotationsPerItem } from "#lib/store/studies.ts";
import { createMissingSlots, givePlacesToExtras } from "#lib/store/study-items.ts";
import { defineOperation } from "../define-operation.ts";
import { requireStudy } from "../require-study.ts";

/**
 * Asks for more annotations of every item of a launched study; the new places can be claimed at once, but for those that
 * extra annotations fill already. Never for fewer.
 */
export const raiseAnnotationsPerItem = defineOperation({
  name: "studies/raise-annotations-per-item",
  permission: "studies.launch",
  input: z.object({ studyId: z.string(), annotationsPerItem: z.int().min(1).max(100) }),
  deps: {},
  run: async (actor, { studyId, annotationsPerItem }) =>
    getDb().$transaction(async (tx) => {
      const study = await requireStudy(tx, studyId, { lock: true });
      requireStep(study.state, "extend");
      const before = study.design.annotationsPerItem;
      if (annotationsPerItem <= before) throw notMore(before);
      await setAnnotationsPerItem(tx, studyId, annotationsPerItem);
      const slotsAdded = await createMissingSlots(tx, studyId, annotationsPerItem);
      await givePlacesToExtras(tx, studyId);
      await recordAudit(tx, {
        actor,
        action: "studies.raise-annotations-per-item",
        subjectKind: "study",
        subjectId: studyId,
        before: { annotationsPerItem: before },
        after: { annotationsPerItem },
      });
      return { slotsAdded };
    }),
});

function notMore(before: number): AppError {
  const message = `Every item has ${before} already. Give a higher number; a launched study never asks for fewer.`;
  return new AppError("INVALID", message, { issues: [{ path: "annotationsPerItem", message }] });
}
