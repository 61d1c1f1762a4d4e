import { z } from "zod";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { studyDesignSchema } from "#lib/domain/studies/design.ts";
import { consentVersionOf, designMarkOf } from "#lib/domain/studies/design-hash.ts";
import { stepRefusal } from "#lib/domain/studies/lifecycle.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { updateStudyDesign } from "#lib/store/studies.ts";
import { deletePreviewAnnotators } from "#lib/store/study-previews.ts";
import { defineOperation } from "../define-operation.ts";
import { requireStudy } from "../require-study.ts";
import { sha256 } from "../sha256.ts";
import { requireNotAskedFor, requirePilot } from "./pilot-rules.ts";

const input = z.object({
  studyId: z.string(),
  design: studyDesignSchema,
  /** That of the design which was opened for changing, as `getStudy` gave it; without it, whatever is there is replaced. */
  designMark: z.string().optional(),
});

/**
 * Replaces the design of a draft; its items stay. What previews left behind is removed, because it was made under the
 * old scales. Throws `CONFLICT` once the study has been launched, and where somebody else has changed the design meanwhile.
 */
export const updateStudy = defineOperation({
  name: "studies/update-study",
  permission: "studies.write",
  input,
  deps: {},
  run: async (actor, { studyId, design, designMark }) => {
    await getDb().$transaction(async (tx) => {
      const before = await requireStudy(tx, studyId, { lock: true });
      if (before.state !== "draft") throw stepRefusal("edit");
      if (designMark !== undefined && designMark !== designMarkOf(before.design, sha256)) throw changedMeanwhile();
      if (design.qualifyingStudyId === studyId)
        throw new AppError("INVALID", "A study cannot ask for itself as its pilot. Nothing was changed.");
      await requirePilot(tx, design);
      if (design.kind !== "pilot") await requireNotAskedFor(tx, studyId, "it stays one. Nothing was changed");
      await deletePreviewAnnotators(tx, studyId);
      const standard = getGuidelines(design.guidelinesVersion).consentText;
      const isUpdated = await updateStudyDesign(
        tx,
        studyId,
        design,
        consentVersionOf(design.consentText, standard, sha256),
      );
      if (!isUpdated) throw stepRefusal("edit");
      await recordAudit(tx, {
        actor,
        action: "studies.update",
        subjectKind: "study",
        subjectId: studyId,
        before: before.design,
        after: design,
      });
    });
    return { studyId };
  },
});

function changedMeanwhile(): AppError {
  return new AppError(
    "CONFLICT",
    "This design was changed in another tab or by somebody else while you had it open. Nothing was saved. Open it in a new tab, and put in there what you want to keep of yours.",
  );
}
