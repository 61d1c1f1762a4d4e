import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { buildDistributions } from "#lib/domain/studies/progress.ts";
import { getDb } from "#lib/store/db.ts";
import { findStudy } from "#lib/store/studies.ts";
import { countScores } from "#lib/store/study-progress.ts";
import { defineOperation } from "../define-operation.ts";

/** How often each score was given, per dimension and agent, with n; excluded annotations are left out. */
export const getDimensionDistributions = defineOperation({
  name: "study-ratings/get-dimension-distributions",
  permission: "annotations.read",
  input: z.object({ studyId: z.string() }),
  deps: {},
  run: async (_actor, { studyId }) => {
    const db = getDb();
    const study = await findStudy(db, studyId);
    if (!study) throw new AppError("NOT_FOUND", "There is no such study.");
    return buildDistributions(study.design.dimensions, await countScores(db, studyId));
  },
});
