import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { PAID_IN_FULL } from "#lib/domain/studies/outcomes.ts";
import { linkLabel } from "#lib/domain/studies/personal-link-label.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { freeRevokedLinks, insertPersonalLinks, listPassedWithoutLink } from "#lib/store/personal-links.ts";
import { defineOperation } from "../define-operation.ts";
import { requireStudy } from "../require-study.ts";
import { requireOpenToLinks } from "./require-open-to-links.ts";

/**
 * Makes a personal link for everybody who passed the pilot that a study without a panel asks for and has none yet. Each
 * link knows its person, so that they are admitted, and are the same person in both studies. Doing it again makes links
 * for those who passed meanwhile. Throws `CONFLICT` where the study asks for no pilot, has a panel, or is closed.
 */
export const createLinksForPassed = defineOperation({
  name: "personal-links/create-links-for-passed",
  permission: "studies.write",
  input: z.object({ studyId: z.string() }),
  deps: { newToken: () => randomBytes(18).toString("base64url") },
  run: async (actor, { studyId }, { newToken }) =>
    getDb().$transaction(async (tx) => {
      const study = await requireStudy(tx, studyId, { lock: true });
      requireOpenToLinks(study);
      const pilotId = study.design.qualifyingStudyId;
      if (!pilotId)
        throw new AppError("CONFLICT", "This study admits everybody, so make its links for the people you want.");
      const people = await listPassedWithoutLink(tx, studyId, pilotId, PAID_IN_FULL);
      const links = people.map((person) => ({
        id: randomUUID(),
        token: newToken(),
        label: linkLabel(person),
        personKey: person.personKey,
      }));
      await insertPersonalLinks(tx, studyId, links);
      await freeRevokedLinks(tx, studyId);
      await recordAudit(tx, {
        actor,
        action: "personal-links.create",
        subjectKind: "study",
        subjectId: studyId,
        after: { count: links.length, pilotId },
      });
      return { made: links.length };
    }),
});
