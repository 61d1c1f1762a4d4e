import { z } from "zod";
import { hashSecretToken, newSecretToken } from "#lib/auth/secret-token.ts";
import { emailSchema } from "#lib/domain/access/account-fields.ts";
import { roleSchema } from "#lib/domain/access/roles.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { createInvitation as keepInvitation } from "#lib/store/invitations.ts";
import { findCredentials } from "#lib/store/users.ts";
import { defineOperation } from "../define-operation.ts";
import { requireUserActor } from "../require-user-actor.ts";

/** How long an invitation stays good, in days. */
const INVITATION_DAYS = 14;

/**
 * Makes a one-time link that gives one person an account. The token is in the answer and nowhere else. Throws
 * `CONFLICT` when the address has an account already.
 */
export const createInvitation = defineOperation({
  name: "invitations/create-invitation",
  permission: "users.manage",
  input: z.object({ email: emailSchema, role: roleSchema }),
  deps: { now: () => new Date(), newToken: newSecretToken },
  run: async (actor, { email, role }, { now, newToken }) => {
    const { userId } = requireUserActor(actor);
    const token = newToken();
    const expiresAt = new Date(now().getTime() + INVITATION_DAYS * 24 * 60 * 60 * 1000);
    return getDb().$transaction(async (tx) => {
      if (await findCredentials({ email }, tx)) {
        const message = "This e-mail address already has an account.";
        throw new AppError("CONFLICT", `${message} Nobody was invited.`, { issues: [{ path: "email", message }] });
      }
      const tokenHash = hashSecretToken(token);
      const invitation = await keepInvitation(tx, { tokenHash, email, role, invitedId: userId, expiresAt });
      await recordAudit(tx, {
        actor,
        action: "invitations.create",
        subjectKind: "invitation",
        subjectId: invitation.id,
        after: { email, role },
      });
      return { invitationId: invitation.id, token, expiresAt };
    });
  },
});
