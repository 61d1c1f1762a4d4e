import type { Role } from "#lib/domain/access/roles.ts";
import { type DbOrTransaction, getDb } from "./db.ts";
import { repeatRows } from "./sql.ts";

/** A running session with the facts of its user that an actor needs. */
export type LiveSession = { id: string; lastSeenAt: Date; user: { id: string; name: string; role: Role } };

/** One signed-in browser as its owner or an admin sees it. */
export type SessionRow = { id: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date; userAgent: string };

/** The session, while it has neither ended nor run out and its user is not disabled; else null. */
export async function findLiveSession(id: string, now: Date): Promise<LiveSession | null> {
  // One plain statement, as every request of somebody with an account asks for it.
  const [row] = await repeatRows<Omit<LiveSession, "user"> & { userId: string; name: string; role: Role }>(
    `SELECT s.id, s.last_seen_at AS "lastSeenAt", u.id AS "userId", u.name, u.role
     FROM user_sessions s JOIN users u ON u.id = s.user_id
     WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > $2 AND u.disabled_at IS NULL`,
    [id, now],
  );
  if (!row) return null;
  const { userId, name, role, ...session } = row;
  return { ...session, user: { id: userId, name, role } };
}

/** Notes that a session was used. */
export async function touchSession(id: string, now: Date): Promise<void> {
  await getDb().userSession.updateMany({ where: { id }, data: { lastSeenAt: now } });
}

/** Opens a session and answers its id. `userAgent` is cut to 300 characters. */
export async function createSession(
  db: DbOrTransaction,
  session: { userId: string; expiresAt: Date; userAgent: string },
): Promise<string> {
  const row = await db.userSession.create({ data: { ...session, userAgent: session.userAgent.slice(0, 300) } });
  return row.id;
}

/** Sessions of one user that still run, the most recently used first. */
export async function listLiveSessions(userId: string, now: Date): Promise<SessionRow[]> {
  return getDb().userSession.findMany({
    where: { userId, endedAt: null, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: "desc" },
    select: { id: true, createdAt: true, lastSeenAt: true, expiresAt: true, userAgent: true },
  });
}

/** Ends one session of this user; answers whether there was one to end. */
export async function endSession(db: DbOrTransaction, id: string, userId: string, now: Date): Promise<boolean> {
  const ended = await db.userSession.updateMany({ where: { id, userId, endedAt: null }, data: { endedAt: now } });
  return ended.count > 0;
}

/** Ends every session of a user but `exceptId`, and answers how many. */
export async function endSessionsOfUser(
  db: DbOrTransaction,
  userId: string,
  now: Date,
  exceptId?: string,
): Promise<number> {
  const where = { userId, endedAt: null, ...(exceptId ? { id: { not: exceptId } } : {}) };
  return (await db.userSession.updateMany({ where, data: { endedAt: now } })).count;
}
