import { z } from "zod";
import { stepRefusal } from "#lib/domain/studies/lifecycle.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { deleteDraftRows } from "#lib/store/studies.ts";
import { defineOperation } from "../define-operation.ts";
import { requireStudy } from "../require-study.ts";
import { requireNotAskedFor } from "./pilot-rules.ts";

/**
 * Deletes a study that was never launched. Its episodes stay. Throws `CONFLICT` for a launched one, and
 * for a pilot that another study asks for.
 */
export const deleteDraft = defineOperation({
  name: "studies/delete-draft",
  permission: "studies.write",
  input: z.object({ studyId: z.string() }),
  deps: {},
  run: async (actor, { studyId }) => {
    await getDb().$transaction(async (tx) => {
      const study = await requireStudy(tx, studyId, { lock: true });
      await requireNotAskedFor(tx, studyId, "it was not deleted");
      if (!(await deleteDraftRows(tx, studyId))) throw stepRefusal("delete");
      await recordAudit(tx, {
        actor,
        action: "studies.delete-draft",
        subjectKind: "study",
        subjectId: studyId,
        before: { name: study.design.name },
      });
    });
    return { studyId };
  },
});
