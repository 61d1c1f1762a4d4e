import { EncryptJWT } from "jose";
import { describe, expect, it } from "vitest";
import { findActorBySessionToken } from "#lib/auth/session-actor.ts";
import { encodeSessionToken } from "#lib/auth/session-token.ts";
import { endOwnSession } from "#lib/operations/sessions/end-own-session.ts";
import { endUserSessions } from "#lib/operations/sessions/end-user-sessions.ts";
import { listOwnSessions } from "#lib/operations/sessions/list-own-sessions.ts";
import { signOut } from "#lib/operations/sessions/sign-out.ts";
import { changeOwnPassword } from "#lib/operations/users/change-own-password.ts";
import { changeRole } from "#lib/operations/users/change-role.ts";
import { setUserDisabled } from "#lib/operations/users/set-user-disabled.ts";
import { makePerson, TEST_PASSWORD, type UserActor } from "#tests/factories/people.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { TEST_SECRET, withSettings } from "#tests/support/settings.ts";

const database = withTestDatabase();
withSettings({ AUTH_SECRET: TEST_SECRET });

function cookieOf(actor: UserActor): Promise<string> {
  return encodeSessionToken({ sessionId: actor.sessionId });
}

async function anotherSession(actor: UserActor): Promise<UserActor> {
  const expiresAt = new Date(Date.now() + 60_000);
  const session = await database.db.userSession.create({ data: { userId: actor.userId, expiresAt } });
  return { ...actor, sessionId: session.id };
}

describe("the session cookie", () => {
  it("names a running session and brings the role of this moment", async () => {
    const { actor } = await makePerson("researcher");
    const admin = await makePerson("admin");
    const cookie = await cookieOf(actor);
    expect(await findActorBySessionToken(cookie)).toEqual(actor);
    await changeRole(admin.actor, { userId: actor.userId, role: "analyst" });
    expect(await findActorBySessionToken(cookie)).toMatchObject({ role: "analyst" });
  });

  it("is nothing when absent, damaged, run out, or made with another key", async () => {
    const { actor } = await makePerson("researcher");
    const cookie = await cookieOf(actor);
    const key = new Uint8Array(32).fill(7);
    const forged = await new EncryptJWT({ sid: actor.sessionId })
      .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
      .setExpirationTime("1h")
      .encrypt(key);
    for (const value of [undefined, "", "x", `${cookie}x`, forged]) {
      expect(await findActorBySessionToken(value)).toBeNull();
    }
    await database.db.userSession.update({ where: { id: actor.sessionId }, data: { expiresAt: new Date() } });
    expect(await findActorBySessionToken(cookie)).toBeNull();
  });

  it("notes when a session was last used, but not at every page", async () => {
    const { actor } = await makePerson("researcher");
    const cookie = await cookieOf(actor);
    const readSeen = async () =>
      (await database.db.userSession.findUniqueOrThrow({ where: { id: actor.sessionId } })).lastSeenAt.getTime();
    const fresh = await readSeen();
    await findActorBySessionToken(cookie);
    expect(await readSeen()).toBe(fresh);
    const longAgo = new Date(Date.now() - 10 * 60_000);
    await database.db.userSession.update({ where: { id: actor.sessionId }, data: { lastSeenAt: longAgo } });
    await findActorBySessionToken(cookie);
    expect(await readSeen()).toBeGreaterThan(longAgo.getTime());
  });
});

describe("ending sessions", () => {
  it("works at once for signing out, for one's other browsers, and for an admin", async () => {
    const { actor } = await makePerson("researcher");
    const admin = await makePerson("admin");
    const other = await anotherSession(actor);
    const third = await anotherSession(actor);
    expect((await listOwnSessions(actor, {})).map((session) => session.isCurrent).sort()).toEqual([false, false, true]);
    await endOwnSession(actor, { sessionId: other.sessionId });
    expect(await findActorBySessionToken(await cookieOf(other))).toBeNull();
    expect(await findActorBySessionToken(await cookieOf(actor))).not.toBeNull();
    await signOut(actor, {});
    expect(await findActorBySessionToken(await cookieOf(actor))).toBeNull();
    expect(await endUserSessions(admin.actor, { userId: actor.userId })).toEqual({ ended: 1 });
    expect(await findActorBySessionToken(await cookieOf(third))).toBeNull();
  });

  it("is refused for another person’s session, as if there were none", async () => {
    const { actor } = await makePerson("researcher");
    const stranger = await makePerson("researcher");
    await expect(endOwnSession(stranger.actor, { sessionId: actor.sessionId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await findActorBySessionToken(await cookieOf(actor))).not.toBeNull();
  });

  it("follows from disabling the account, and enabling does not bring them back", async () => {
    const { actor } = await makePerson("researcher");
    const admin = await makePerson("admin");
    const cookie = await cookieOf(actor);
    await setUserDisabled(admin.actor, { userId: actor.userId, isDisabled: true });
    expect(await findActorBySessionToken(cookie)).toBeNull();
    await setUserDisabled(admin.actor, { userId: actor.userId, isDisabled: false });
    expect(await findActorBySessionToken(cookie)).toBeNull();
  });

  it("follows from changing the password, except in the browser that did it", async () => {
    const { actor } = await makePerson("researcher");
    const other = await anotherSession(actor);
    const newPassword = "five other plain test words";
    await expect(changeOwnPassword(actor, { currentPassword: "wrong", newPassword })).rejects.toMatchObject({
      code: "INVALID",
      details: { issues: [{ path: "currentPassword" }] },
    });
    expect(await changeOwnPassword(actor, { currentPassword: TEST_PASSWORD, newPassword })).toEqual({
      endedSessions: 1,
    });
    expect(await findActorBySessionToken(await cookieOf(other))).toBeNull();
    expect(await findActorBySessionToken(await cookieOf(actor))).not.toBeNull();
    await expect(
      changeOwnPassword(actor, { currentPassword: newPassword, newPassword: "short" }),
    ).rejects.toMatchObject({
      code: "INVALID",
    });
  });
});
