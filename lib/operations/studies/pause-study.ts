import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { requireStep, stateAfter, stepRefusal } from "#lib/domain/studies/lifecycle.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { findStudy, moveStudy } from "#lib/store/studies.ts";
import { defineOperation } from "../define-operation.ts";

/** Stops handing out items; those in hand may be finished. The entry link says that the study is paused. */
export const pauseStudy = defineOperation({
  name: "studies/pause-study",
  permission: "studies.launch",
  input: z.object({ studyId: z.string() }),
  deps: {},
  run: async (actor, { studyId }) => {
    await getDb().$transaction(async (tx) => {
      const study = await findStudy(tx, studyId, { lock: true });
      if (!study) throw new AppError("NOT_FOUND", "There is no such study.");
      requireStep(study.state, "pause");
      const isMoved = await moveStudy(tx, studyId, study.state, stateAfter("pause"), null);
      if (!isMoved) throw stepRefusal("pause");
      await recordAudit(tx, { actor, action: "studies.pause", subjectKind: "study", subjectId: studyId });
    });
    return { studyId };
  },
});
