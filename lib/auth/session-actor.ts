import type { Actor } from "#lib/domain/access/actor.ts";
import { findLiveSession, touchSession } from "#lib/store/sessions.ts";
import { decodeSessionToken } from "./session-token.ts";

type UserActor = Extract<Actor, { kind: "user" }>;

/** How old "last seen" may grow before it is written again, in ms: a page view should not cost a write each time. */
const SEEN_EVERY_MS = 5 * 60 * 1000;

/** The user a session cookie names, while the session runs and the account is not disabled; else null. */
export async function findActorBySessionToken(value: string | undefined): Promise<UserActor | null> {
  const claims = await decodeSessionToken(value);
  if (!claims) return null;
  const now = new Date();
  const session = await findLiveSession(claims.sessionId, now);
  if (!session) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) await touchSession(session.id, now);
  return {
    kind: "user",
    userId: session.user.id,
    role: session.user.role,
    sessionId: session.id,
    name: session.user.name,
  };
}
