import type { Actor } from "#lib/domain/access/actor.ts";
import { findLiveApiToken, touchApiToken } from "#lib/store/api-tokens.ts";
import { hashSecretToken } from "./secret-token.ts";

type UserActor = Extract<Actor, { kind: "user" }>;

const USED_EVERY_MS = 60 * 1000;

/** The user of an `Authorization: Bearer …` header, while the token is not revoked and the account not disabled; else null. */
export async function findActorByApiToken(authorization: string): Promise<UserActor | null> {
  const token = /^Bearer ([A-Za-z0-9_-]{20,200})$/i.exec(authorization.trim())?.[1];
  if (!token) return null;
  const found = await findLiveApiToken(hashSecretToken(token));
  if (!found) return null;
  const now = new Date();
  if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() > USED_EVERY_MS)
    await touchApiToken(found.id, now);
  return {
    kind: "user",
    userId: found.user.id,
    role: found.user.role,
    sessionId: `token:${found.id}`,
    name: found.user.name,
  };
}
