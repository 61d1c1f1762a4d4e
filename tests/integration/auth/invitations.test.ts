import { describe, expect, it } from "vitest";
import { hashSecretToken } from "#lib/auth/secret-token.ts";
import { ANONYMOUS, systemActor } from "#lib/domain/access/actor.ts";
import { acceptInvitation } from "#lib/operations/invitations/accept-invitation.ts";
import { createInvitation } from "#lib/operations/invitations/create-invitation.ts";
import { createSetupInvitation } from "#lib/operations/invitations/create-setup-invitation.ts";
import { getInvitation } from "#lib/operations/invitations/get-invitation.ts";
import { revokeInvitation } from "#lib/operations/invitations/revoke-invitation.ts";
import { signIn } from "#lib/operations/sessions/sign-in.ts";
import { signInWithProvider } from "#lib/operations/sessions/sign-in-with-provider.ts";
import { makePerson } from "#tests/factories/people.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();
const START = systemActor("start");
const JOINER = { name: "Cleo Example", password: "a good long phrase", email: "cleo@example.org" };

async function setupToken(): Promise<string> {
  const setup = await createSetupInvitation(START, {});
  if (!setup) throw new Error("There should be no account yet.");
  return setup.token;
}

describe("the setup link", () => {
  it("makes the first admin, once, and there is none after it", async () => {
    const token = await setupToken();
    expect(await getInvitation(ANONYMOUS, { token })).toMatchObject({ role: "admin", isSetup: true, email: null });
    await acceptInvitation(ANONYMOUS, { token, ...JOINER });
    const users = await database.db.user.findMany();
    expect(users).toMatchObject([{ email: "cleo@example.org", role: "admin" }]);
    expect(users[0]?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await expect(acceptInvitation(ANONYMOUS, { token, ...JOINER, email: "two@example.org" })).rejects.toMatchObject({
      code: "EXPIRED",
    });
    expect(await createSetupInvitation(START, {})).toBeNull();
  });

  it("of an earlier start stops working", async () => {
    const first = await setupToken();
    const second = await setupToken();
    await expect(acceptInvitation(ANONYMOUS, { token: first, ...JOINER })).rejects.toMatchObject({ code: "EXPIRED" });
    await expect(acceptInvitation(ANONYMOUS, { token: second, ...JOINER })).resolves.toBeDefined();
  });

  it("stops working when the first account was made in another way", async () => {
    const token = await setupToken();
    await makePerson("researcher");
    await expect(getInvitation(ANONYMOUS, { token })).rejects.toMatchObject({ code: "EXPIRED" });
    await expect(acceptInvitation(ANONYMOUS, { token, ...JOINER })).rejects.toMatchObject({ code: "EXPIRED" });
    expect(await database.db.user.count({ where: { role: "admin" } })).toBe(0);
  });

  it("is used up by a refused form no more than by none", async () => {
    const token = await setupToken();
    const attempt = (change: object) => acceptInvitation(ANONYMOUS, { token, ...JOINER, ...change });
    await expect(attempt({ email: "not an address" })).rejects.toMatchObject({
      details: { issues: [{ path: "email" }] },
    });
    await expect(attempt({ password: "too short" })).rejects.toMatchObject({
      details: { issues: [{ path: "password" }] },
    });
    await expect(attempt({ name: "  " })).rejects.toMatchObject({ details: { issues: [{ path: "name" }] } });
    await expect(attempt({})).resolves.toBeDefined();
  });
});

describe("an invitation", () => {
  it("gives its role to its address, whatever the form says", async () => {
    const admin = await makePerson("admin");
    const { token } = await createInvitation(admin.actor, { email: "Dee@Example.org", role: "analyst" });
    await acceptInvitation(ANONYMOUS, { token, ...JOINER, email: "other@example.org" });
    const user = await database.db.user.findUniqueOrThrow({ where: { email: "dee@example.org" } });
    expect(user.role).toBe("analyst");
    await expect(signIn(ANONYMOUS, { email: "dee@example.org", password: JOINER.password })).resolves.toBeDefined();
  });

  it("works for one of many who use it at the same moment", async () => {
    const admin = await makePerson("admin");
    const { token } = await createInvitation(admin.actor, { email: "dee@example.org", role: "researcher" });
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, () => acceptInvitation(ANONYMOUS, { token, ...JOINER })),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await database.db.user.count({ where: { email: "dee@example.org" } })).toBe(1);
  });

  it("is kept as a hash, and stops when revoked or too old", async () => {
    const admin = await makePerson("admin");
    const first = await createInvitation(admin.actor, { email: "dee@example.org", role: "researcher" });
    const row = await database.db.invitation.findUniqueOrThrow({ where: { id: first.invitationId } });
    expect(row.tokenHash).toBe(hashSecretToken(first.token));
    expect(JSON.stringify(row)).not.toContain(first.token);
    await revokeInvitation(admin.actor, { invitationId: first.invitationId });
    await expect(getInvitation(ANONYMOUS, { token: first.token })).rejects.toMatchObject({ code: "EXPIRED" });
    const second = await createInvitation(admin.actor, { email: "dee@example.org", role: "researcher" });
    const late = { now: () => new Date(Date.now() + 15 * 86_400_000) };
    await expect(acceptInvitation(ANONYMOUS, { token: second.token, ...JOINER }, late)).rejects.toMatchObject({
      code: "EXPIRED",
    });
  });

  it("is refused for an address that has an account", async () => {
    const admin = await makePerson("admin");
    await expect(createInvitation(admin.actor, { email: admin.email, role: "analyst" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});

describe("signing in through a provider", () => {
  const person = { email: "dee@example.org", name: "Dee", provider: "github" };

  it("is for addresses with an account or an invitation only", async () => {
    await expect(signInWithProvider(ANONYMOUS, person)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await database.db.user.count()).toBe(0);
    const admin = await makePerson("admin");
    await expect(signInWithProvider(ANONYMOUS, { ...person, email: admin.email.toUpperCase() })).resolves.toMatchObject(
      {
        userId: admin.actor.userId,
      },
    );
  });

  it("uses an invitation up and gives its role", async () => {
    const admin = await makePerson("admin");
    const { token } = await createInvitation(admin.actor, { email: "dee@example.org", role: "analyst" });
    const first = await signInWithProvider(ANONYMOUS, person);
    const user = await database.db.user.findUniqueOrThrow({ where: { id: first.userId } });
    expect(user).toMatchObject({ role: "analyst", name: "Dee", passwordHash: null });
    await expect(getInvitation(ANONYMOUS, { token })).rejects.toMatchObject({ code: "EXPIRED" });
    expect((await signInWithProvider(ANONYMOUS, person)).userId).toBe(first.userId);
    await expect(signIn(ANONYMOUS, { email: person.email, password: "anything at all" })).rejects.toMatchObject({
      code: "INVALID",
    });
  });

  it("is refused for a disabled account", async () => {
    const { email, actor } = await makePerson("researcher");
    await database.db.user.update({ where: { id: actor.userId }, data: { disabledAt: new Date() } });
    await expect(signInWithProvider(ANONYMOUS, { ...person, email })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
