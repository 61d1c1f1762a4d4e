import { z } from "zod";
import { buildDistributions } from "#lib/domain/studies/progress.ts";
import { getDb } from "#lib/store/db.ts";
import { countScores } from "#lib/store/study-progress.ts";
import { defineOperation } from "../define-operation.ts";
import { requireStudy } from "../require-study.ts";

/** How often each score was given, per dimension and agent, with n; excluded annotations are left out. */
export const getDimensionDistributions = defineOperation({
  name: "study-ratings/get-dimension-distributions",
  permission: "annotations.read",
  input: z.object({ studyId: z.string() }),
  deps: {},
  run: async (_actor, { studyId }) => {
    const db = getDb();
    const study = await requireStudy(db, studyId);
    return buildDistributions(study.design.dimensions, await countScores(db, studyId));
  },
});
