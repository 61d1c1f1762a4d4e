import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { MAX_LINK_LABEL } from "#lib/domain/studies/personal-link-label.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { insertPersonalLinks } from "#lib/store/personal-links.ts";
import { defineOperation } from "../define-operation.ts";
import { requireStudy } from "../require-study.ts";
import { requireOpenToLinks } from "./require-open-to-links.ts";

/**
 * Makes one entry link per label, each for one annotator, in a study without a panel that admits everybody. Labels are notes for the researcher
 * and are never shown to annotators. A draft can have links too; they open once it is launched.
 */
export const createPersonalLinks = defineOperation({
  name: "personal-links/create-personal-links",
  permission: "studies.write",
  input: z.object({
    studyId: z.string(),
    labels: z
      .array(z.string().trim().max(MAX_LINK_LABEL))
      .min(1, "Give at least one label.")
      .max(500, "At most 500 links at a time."),
  }),
  deps: { newToken: () => randomBytes(18).toString("base64url") },
  run: async (actor, { studyId, labels }, { newToken }) =>
    getDb().$transaction(async (tx) => {
      const study = await requireStudy(tx, studyId);
      requireOpenToLinks(study);
      if (study.design.qualifyingStudyId)
        throw new AppError(
          "CONFLICT",
          "This study admits only those who passed its pilot, and a new person could not. Make the links for those who passed.",
        );
      const links = labels.map((label) => ({ id: randomUUID(), token: newToken(), label }));
      await insertPersonalLinks(tx, studyId, links);
      await recordAudit(tx, {
        actor,
        action: "personal-links.create",
        subjectKind: "study",
        subjectId: studyId,
        after: { count: links.length },
      });
      return { links };
    }),
});
