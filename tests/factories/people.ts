import { hashPassword } from "#lib/auth/password.ts";
import type { Actor } from "#lib/domain/access/actor.ts";
import type { Role } from "#lib/domain/access/roles.ts";
import { getDb } from "#lib/store/db.ts";

/** The actor of somebody with an account. */
export type UserActor = Extract<Actor, { kind: "user" }>;

/** The password of everybody whom {@link makePerson} makes. */
export const TEST_PASSWORD = "four plain test words";

let hashed: Promise<string> | undefined;
let count = 0;

/** Makes an account with {@link TEST_PASSWORD} and a running session, and answers its actor and address. */
export async function makePerson(
  role: Role,
  email = `${role}-${++count}@example.org`,
): Promise<{ actor: UserActor; email: string }> {
  hashed ??= hashPassword(TEST_PASSWORD);
  const db = getDb();
  const name = `Test ${role}`;
  const user = await db.user.create({ data: { email, name, role, passwordHash: await hashed } });
  const expiresAt = new Date(Date.now() + 60 * 60 * 1000);
  const session = await db.userSession.create({ data: { userId: user.id, expiresAt } });
  return { actor: { kind: "user", userId: user.id, role, sessionId: session.id, name }, email };
}
