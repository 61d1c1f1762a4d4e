import { SESSION_SECONDS } from "#lib/auth/session-token.ts";
import { recordAudit } from "#lib/store/audit.ts";
import type { DbOrTransaction } from "#lib/store/db.ts";
import { createSession } from "#lib/store/sessions.ts";
import type { UserCredentials } from "#lib/store/users.ts";

/** Opens a session for somebody who has shown who they are, and records with what they did; answers its id. */
export async function startSession(
  tx: DbOrTransaction,
  user: UserCredentials,
  { means, userAgent, now }: { means: string; userAgent: string; now: Date },
): Promise<string> {
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  const sessionId = await createSession(tx, { userId: user.id, expiresAt, userAgent });
  await recordAudit(tx, {
    actor: { kind: "user", userId: user.id, role: user.role, sessionId, name: user.name },
    action: "sessions.sign-in",
    subjectKind: "user",
    subjectId: user.id,
    after: { with: means },
  });
  return sessionId;
}
