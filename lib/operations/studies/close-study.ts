import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { requireStep, stateAfter, stepRefusal } from "#lib/domain/studies/lifecycle.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { findStudy, moveStudy } from "#lib/store/studies.ts";
import { defineOperation } from "../define-operation.ts";

/** Ends a study for good: nobody new is admitted. Work in hand may still be finished; it is kept, marked and paid. */
export const closeStudy = defineOperation({
  name: "studies/close-study",
  permission: "studies.launch",
  input: z.object({ studyId: z.string() }),
  deps: { now: () => new Date() },
  run: async (actor, { studyId }, { now }) => {
    await getDb().$transaction(async (tx) => {
      const study = await findStudy(tx, studyId, { lock: true });
      if (!study) throw new AppError("NOT_FOUND", "There is no such study.");
      requireStep(study.state, "close");
      const isMoved = await moveStudy(tx, studyId, study.state, stateAfter("close"), now());
      if (!isMoved) throw stepRefusal("close");
      await recordAudit(tx, { actor, action: "studies.close", subjectKind: "study", subjectId: studyId });
    });
    return { studyId };
  },
});
