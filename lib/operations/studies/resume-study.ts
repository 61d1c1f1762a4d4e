import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { requireStep, stateAfter, stepRefusal } from "#lib/domain/studies/lifecycle.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { findStudy, moveStudy } from "#lib/store/studies.ts";
import { defineOperation } from "../define-operation.ts";

/** Hands out items again after a pause. */
export const resumeStudy = defineOperation({
  name: "studies/resume-study",
  permission: "studies.launch",
  input: z.object({ studyId: z.string() }),
  deps: {},
  run: async (actor, { studyId }) => {
    await getDb().$transaction(async (tx) => {
      const study = await findStudy(tx, studyId, { lock: true });
      if (!study) throw new AppError("NOT_FOUND", "There is no such study.");
      requireStep(study.state, "resume");
      const isMoved = await moveStudy(tx, studyId, study.state, stateAfter("resume"), null);
      if (!isMoved) throw stepRefusal("resume");
      await recordAudit(tx, { actor, action: "studies.resume", subjectKind: "study", subjectId: studyId });
    });
    return { studyId };
  },
});
