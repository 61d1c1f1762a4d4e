import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { revokeInvitation as revoke } from "#lib/store/invitations.ts";
import { defineOperation } from "../define-operation.ts";

/** Makes an invitation link useless. Throws `NOT_FOUND` when it was used, revoked or has run out before. */
export const revokeInvitation = defineOperation({
  name: "invitations/revoke-invitation",
  permission: "users.manage",
  input: z.object({ invitationId: z.string().min(1).max(100) }),
  deps: { now: () => new Date() },
  run: async (actor, { invitationId }, { now }) => {
    await getDb().$transaction(async (tx) => {
      if (!(await revoke(tx, invitationId, now()))) {
        throw new AppError("NOT_FOUND", "This invitation has already been used, revoked or has run out.");
      }
      await recordAudit(tx, {
        actor,
        action: "invitations.revoke",
        subjectKind: "invitation",
        subjectId: invitationId,
      });
    });
  },
});
