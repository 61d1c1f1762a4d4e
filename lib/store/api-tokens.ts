import type { Role } from "#lib/domain/access/roles.ts";
import { type DbOrTransaction, getDb } from "./db.ts";

/** An API token as its owner sees it; the token itself is shown once and never kept. */
export type ApiTokenRow = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };

/** A good token with the facts of its user that an actor needs. */
export type LiveApiToken = { id: string; lastUsedAt: Date | null; user: { id: string; name: string; role: Role } };

/** The token with this hash, while it is not revoked and its user is not disabled; else null. */
export async function findLiveApiToken(tokenHash: string): Promise<LiveApiToken | null> {
  return getDb().apiToken.findFirst({
    where: { tokenHash, revokedAt: null, user: { disabledAt: null } },
    select: { id: true, lastUsedAt: true, user: { select: { id: true, name: true, role: true } } },
  });
}

/** Notes that a token was used. */
export async function touchApiToken(id: string, now: Date): Promise<void> {
  await getDb().apiToken.updateMany({ where: { id }, data: { lastUsedAt: now } });
}

/** Keeps a new token by its hash. */
export async function createApiToken(
  db: DbOrTransaction,
  token: { userId: string; name: string; tokenHash: string },
): Promise<ApiTokenRow> {
  const select = { id: true, name: true, createdAt: true, lastUsedAt: true };
  return db.apiToken.create({ data: token, select });
}

/** The tokens of one user that are not revoked, newest first. */
export async function listApiTokens(userId: string): Promise<ApiTokenRow[]> {
  return getDb().apiToken.findMany({
    where: { userId, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
  });
}

/** Revokes a token of this user; answers its name, or null when there is none to revoke. */
export async function revokeApiToken(
  db: DbOrTransaction,
  id: string,
  userId: string,
  now: Date,
): Promise<string | null> {
  const token = await db.apiToken.findFirst({ where: { id, userId, revokedAt: null }, select: { name: true } });
  if (!token) return null;
  await db.apiToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
  return token.name;
}
