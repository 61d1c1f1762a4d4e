import { describe, expect, it } from "vitest";
import { findActorByApiToken } from "#lib/auth/api-token-actor.ts";
import { systemActor } from "#lib/domain/access/actor.ts";
import { createApiToken } from "#lib/operations/api-tokens/create-api-token.ts";
import { listApiTokens } from "#lib/operations/api-tokens/list-api-tokens.ts";
import { revokeApiToken } from "#lib/operations/api-tokens/revoke-api-token.ts";
import { changeRole } from "#lib/operations/users/change-role.ts";
import { createUser } from "#lib/operations/users/create-user.ts";
import { listPeople } from "#lib/operations/users/list-people.ts";
import { setUserDisabled } from "#lib/operations/users/set-user-disabled.ts";
import { makePerson } from "#tests/factories/people.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();

describe("admins", () => {
  it("cannot leave the studio without one", async () => {
    const { actor } = await makePerson("admin");
    const { userId } = actor;
    await expect(changeRole(actor, { userId, role: "analyst" })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(setUserDisabled(actor, { userId, isDisabled: true })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("cannot do it together at the same moment either", async () => {
    for (let round = 0; round < 10; round += 1) {
      const one = await makePerson("admin");
      const two = await makePerson("admin");
      await Promise.allSettled([
        changeRole(one.actor, { userId: two.actor.userId, role: "analyst" }),
        setUserDisabled(two.actor, { userId: one.actor.userId, isDisabled: true }),
      ]);
      const left = await database.db.user.count({ where: { role: "admin", disabledAt: null } });
      expect(left).toBeGreaterThanOrEqual(1);
      await database.db.user.updateMany({ data: { role: "analyst" } });
    }
  });

  it("see everybody, disabled people last, never a password", async () => {
    const admin = await makePerson("admin");
    const other = await makePerson("analyst");
    await setUserDisabled(admin.actor, { userId: other.actor.userId, isDisabled: true });
    const { users } = await listPeople(admin.actor, {});
    expect(users.map((user) => [user.role, user.liveSessions])).toEqual([
      ["admin", 1],
      ["analyst", 0],
    ]);
    expect(JSON.stringify(users)).not.toContain("argon2");
  });
});

describe("an account from the shell", () => {
  const person = { email: "eve@example.org", name: "Eve", role: "researcher" as const, password: "a good long phrase" };

  it("is made once", async () => {
    await createUser(systemActor("create-user"), person);
    await expect(createUser(systemActor("create-user"), person)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await database.db.user.count()).toBe(1);
  });
});

describe("API tokens", () => {
  it("act as their owner until they are revoked", async () => {
    const { actor } = await makePerson("analyst");
    const { token, id } = await createApiToken(actor, { name: "nightly" });
    expect(token).toMatch(/^studio_[A-Za-z0-9_-]{43}$/);
    expect(await findActorByApiToken(`Bearer ${token}`)).toMatchObject({ userId: actor.userId, role: "analyst" });
    expect(await listApiTokens(actor, {})).toMatchObject([{ id, name: "nightly", lastUsedAt: expect.any(Date) }]);
    const row = await database.db.apiToken.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(token);
    await revokeApiToken(actor, { tokenId: id });
    expect(await findActorByApiToken(`Bearer ${token}`)).toBeNull();
  });

  it("stop with their owner’s account and cannot be revoked by others", async () => {
    const { actor } = await makePerson("researcher");
    const admin = await makePerson("admin");
    const { token, id } = await createApiToken(actor, { name: "nightly" });
    await expect(revokeApiToken(admin.actor, { tokenId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await setUserDisabled(admin.actor, { userId: actor.userId, isDisabled: true });
    expect(await findActorByApiToken(`Bearer ${token}`)).toBeNull();
  });

  it("are nothing when malformed", async () => {
    for (const header of ["", "Bearer", "Bearer x", "Basic abc", `Bearer ${"a".repeat(40)}`, "Bearer ' OR 1=1 --"]) {
      expect(await findActorByApiToken(header)).toBeNull();
    }
  });
});
