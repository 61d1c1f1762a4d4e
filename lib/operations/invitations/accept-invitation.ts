import { z } from "zod";
import { hashPassword } from "#lib/auth/password.ts";
import { hashSecretToken } from "#lib/auth/secret-token.ts";
import { SESSION_SECONDS } from "#lib/auth/session-token.ts";
import { emailSchema, newPasswordSchema, personNameSchema } from "#lib/domain/access/account-fields.ts";
import type { Actor } from "#lib/domain/access/actor.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { type DbOrTransaction, getDb } from "#lib/store/db.ts";
import {
  consumeInvitation,
  findLiveInvitation,
  type InvitationRow,
  revokeSetupInvitations,
} from "#lib/store/invitations.ts";
import { createSession } from "#lib/store/sessions.ts";
import { createUser, findCredentials, hasUsers, type UserRow } from "#lib/store/users.ts";
import { defineOperation } from "../define-operation.ts";

const input = z.object({
  token: z.string().min(20).max(200),
  /** Ignored when the invitation is for one address. */
  email: z.string().default(""),
  name: personNameSchema,
  password: newPasswordSchema,
  userAgent: z.string().default(""),
});

/**
 * Makes an account out of an invitation or the setup link, once, and opens its first session. Throws `EXPIRED` when the
 * link is unknown, used, revoked or too old, `CONFLICT` when the address already has an account, `INVALID` for a field.
 */
export const acceptInvitation = defineOperation({
  name: "invitations/accept-invitation",
  permission: "entry",
  input,
  deps: { now: () => new Date() },
  run: async (_actor, { token, email, name, password, userAgent }, { now }) => {
    const passwordHash = await hashPassword(password);
    return getDb().$transaction(async (tx) => {
      const invitation = await claim(tx, token, now());
      const address = invitation.email ?? parseEmail(email);
      if (await findCredentials({ email: address }, tx)) {
        throw new AppError("CONFLICT", "This e-mail address already has an account. Sign in with it instead.", {
          issues: [{ path: "email", message: "This e-mail address already has an account." }],
        });
      }
      const user = await createUser(tx, { email: address, name, role: invitation.role, passwordHash });
      if (invitation.isSetup) await revokeSetupInvitations(tx, now());
      const expiresAt = new Date(now().getTime() + SESSION_SECONDS * 1000);
      const sessionId = await createSession(tx, { userId: user.id, expiresAt, userAgent });
      await recordAcceptance(tx, user, invitation, sessionId);
      return { userId: user.id, sessionId };
    });
  },
});

/** Takes the invitation before anything else, so that of two people who use one link at once only one gets through. */
async function claim(tx: DbOrTransaction, token: string, now: Date): Promise<InvitationRow> {
  const invitation = await findLiveInvitation(hashSecretToken(token), now, tx);
  const isTooLate = invitation?.isSetup && (await hasUsers(tx));
  if (!invitation || isTooLate || !(await consumeInvitation(tx, invitation.id, now))) {
    throw new AppError("EXPIRED", "This link has been used or is no longer valid. Ask an administrator for a new one.");
  }
  return invitation;
}

function parseEmail(email: string): string {
  const parsed = emailSchema.safeParse(email);
  if (parsed.success) return parsed.data;
  const message = parsed.error.issues[0]?.message ?? "Enter an e-mail address.";
  throw new AppError("INVALID", message, { issues: [{ path: "email", message }] });
}

async function recordAcceptance(
  tx: DbOrTransaction,
  user: UserRow,
  invitation: InvitationRow,
  sessionId: string,
): Promise<void> {
  const actor: Actor = { kind: "user", userId: user.id, role: user.role, sessionId, name: user.name };
  await recordAudit(tx, {
    actor,
    action: invitation.isSetup ? "users.set-up" : "invitations.accept",
    subjectKind: "user",
    subjectId: user.id,
    after: { email: user.email, role: user.role, invitationId: invitation.id },
  });
}
