import { z } from "zod";
import { emailSchema } from "#lib/domain/access/account-fields.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { type DbOrTransaction, getDb } from "#lib/store/db.ts";
import { consumeInvitation, findLiveInvitationFor } from "#lib/store/invitations.ts";
import { createUser, findCredentials, type UserCredentials } from "#lib/store/users.ts";
import { defineOperation } from "../define-operation.ts";
import { startSession } from "./start-session.ts";

const input = z.object({
  /** An address that the provider has verified. */
  email: emailSchema,
  name: z.string().trim().max(100).default(""),
  provider: z.string().min(1).max(40),
  userAgent: z.string().default(""),
});

/**
 * Signs a person in whom a provider (GitHub, Google, OpenID Connect) vouches for. Only addresses that have an account
 * or a live invitation get in; an invitation is used up by it. Throws `FORBIDDEN` for everybody else.
 */
export const signInWithProvider = defineOperation({
  name: "sessions/sign-in-with-provider",
  permission: "entry",
  input,
  deps: { now: () => new Date() },
  run: async (_actor, { email, name, provider, userAgent }, { now }) =>
    getDb().$transaction(async (tx) => {
      const user = (await findCredentials({ email }, tx)) ?? (await joinByInvitation(tx, email, name, now()));
      if (!user || user.disabledAt) {
        throw new AppError(
          "FORBIDDEN",
          "No account belongs to this e-mail address. Ask an administrator for an invitation to it.",
        );
      }
      return { userId: user.id, sessionId: await startSession(tx, user, { means: provider, userAgent, now: now() }) };
    }),
});

async function joinByInvitation(
  tx: DbOrTransaction,
  email: string,
  name: string,
  now: Date,
): Promise<UserCredentials | null> {
  const invitation = await findLiveInvitationFor(email, now, tx);
  if (!invitation || !(await consumeInvitation(tx, invitation.id, now))) return null;
  const user = await createUser(tx, { email, name: name || email, role: invitation.role, passwordHash: null });
  await recordAudit(tx, {
    actor: { kind: "anonymous" },
    action: "invitations.accept",
    subjectKind: "user",
    subjectId: user.id,
    after: { email, role: user.role, invitationId: invitation.id },
  });
  return { id: user.id, name: user.name, role: user.role, passwordHash: null, disabledAt: null };
}
