import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { revokePersonalLink as revokeLink } from "#lib/store/personal-links.ts";
import { defineOperation } from "../define-operation.ts";

/** Ends a personal link: it opens nothing any more. What its annotator submitted is kept. */
export const revokePersonalLink = defineOperation({
  name: "personal-links/revoke-personal-link",
  permission: "studies.write",
  input: z.object({ linkId: z.string() }),
  deps: { now: () => new Date() },
  run: async (actor, { linkId }, { now }) =>
    getDb().$transaction(async (tx) => {
      const link = await revokeLink(tx, linkId, now());
      if (!link) throw new AppError("NOT_FOUND", "There is no such link, or it was revoked before.");
      await recordAudit(tx, {
        actor,
        action: "personal-links.revoke",
        subjectKind: "study",
        subjectId: link.studyId,
        after: { linkId, label: link.label },
      });
      return { studyId: link.studyId };
    }),
});
