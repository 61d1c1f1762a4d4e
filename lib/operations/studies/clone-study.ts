import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { buildCompletionCodes } from "#lib/domain/studies/codes.ts";
import { CODED_OUTCOMES } from "#lib/domain/studies/outcomes.ts";
import { cloneName, MAX_STUDY_NAME } from "#lib/domain/studies/study-name.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { insertStudy } from "#lib/store/studies.ts";
import { copyItems, saveDraws } from "#lib/store/study-items.ts";
import { defineOperation } from "../define-operation.ts";
import { requireStudy } from "../require-study.ts";

/**
 * Makes a draft with the design of another study, and its items unless told otherwise. Entry link and completion codes
 * are new; annotators, ratings and the panel’s study id are not taken along.
 */
export const cloneStudy = defineOperation({
  name: "studies/clone-study",
  permission: "studies.write",
  input: z.object({
    studyId: z.string(),
    name: z.string().trim().max(MAX_STUDY_NAME, "Keep the name under 120 characters.").optional(),
    withItems: z.boolean().default(true),
  }),
  deps: { newToken: () => randomBytes(18).toString("base64url") },
  run: async (actor, { studyId, name, withItems }, { newToken }) => {
    const cloneId = randomUUID();
    await getDb().$transaction(async (tx) => {
      const source = await requireStudy(tx, studyId);
      const given = name || cloneName(source.design.name);
      await insertStudy(tx, {
        id: cloneId,
        entryToken: newToken(),
        design: { ...source.design, name: given, panelStudyId: "" },
        consentVersion: source.consentVersion,
        codes: buildCompletionCodes(CODED_OUTCOMES, () => randomBytes(1)[0] ?? 0),
        createdById: actor.kind === "user" ? actor.userId : null,
        clonedFromId: studyId,
      });
      const items = withItems ? await copyItems(tx, studyId, cloneId) : 0;
      if (items > 0) await saveDraws(tx, cloneId, source.sampling.draws);
      await recordAudit(tx, {
        actor,
        action: "studies.clone",
        subjectKind: "study",
        subjectId: cloneId,
        after: { clonedFrom: studyId, name: given, items },
      });
    });
    return { studyId: cloneId };
  },
});
