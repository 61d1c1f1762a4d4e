import { describe, expect, it } from "vitest";
import { verifyPassword } from "#lib/auth/password.ts";
import { ANONYMOUS } from "#lib/domain/access/actor.ts";
import type { AppError } from "#lib/domain/shared/errors.ts";
import { signIn } from "#lib/operations/sessions/sign-in.ts";
import { setUserDisabled } from "#lib/operations/users/set-user-disabled.ts";
import { makePerson, TEST_PASSWORD } from "#tests/factories/people.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();

function tryWith(email: string, password: string, address = "198.51.100.7") {
  return signIn(ANONYMOUS, { email, password, address, userAgent: "test" });
}

async function refusalOf(attempt: Promise<unknown>): Promise<AppError> {
  return attempt.then(
    () => expect.fail("the attempt should have been refused"),
    (error: AppError) => error,
  );
}

describe("signing in by password", () => {
  it("opens a session and writes it down, whatever the case of the address", async () => {
    const { email, actor } = await makePerson("researcher");
    const { sessionId, userId } = await tryWith(` ${email.toUpperCase()} `, TEST_PASSWORD);
    expect(userId).toBe(actor.userId);
    const session = await database.db.userSession.findUniqueOrThrow({ where: { id: sessionId } });
    expect(session).toMatchObject({ userId, endedAt: null, userAgent: "test" });
    const days = (session.expiresAt.getTime() - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(13.9);
    expect(days).toBeLessThan(14.1);
    const line = await database.db.auditEntry.findFirstOrThrow({ where: { action: "sessions.sign-in" } });
    expect(line).toMatchObject({ actorId: userId, subjectId: userId, after: { with: "password" } });
  });

  it("says the same of a wrong password, an unknown address and a disabled account", async () => {
    const { email, actor } = await makePerson("researcher");
    const disabled = await makePerson("analyst");
    const admin = await makePerson("admin");
    await setUserDisabled(admin.actor, { userId: disabled.actor.userId, isDisabled: true });
    const refusals = [
      await refusalOf(tryWith(email, "not the password")),
      await refusalOf(tryWith("nobody@example.org", TEST_PASSWORD)),
      await refusalOf(tryWith(disabled.email, TEST_PASSWORD)),
    ];
    expect(new Set(refusals.map((error) => error.message)).size).toBe(1);
    expect(new Set(refusals.map((error) => error.code))).toEqual(new Set(["INVALID"]));
    expect(await database.db.userSession.count({ where: { userId: actor.userId } })).toBe(1);
  });

  it("checks a password against a stand-in for an unknown address, as it does for a known one", async () => {
    const { email } = await makePerson("researcher");
    const checked: (string | null)[] = [];
    const verify: typeof verifyPassword = (password, hash) => {
      checked.push(hash);
      return verifyPassword(password, hash);
    };
    for (const address of [email, "nobody@example.org"]) {
      await refusalOf(signIn(ANONYMOUS, { email: address, password: "not the password" }, { verify }));
    }
    expect(checked).toEqual([expect.stringContaining("$argon2id$"), null]);
    expect(await verifyPassword("anything", null)).toBe(false);
  });
});

describe("limits", () => {
  it("stops the eleventh try at one account, even with the right password and from elsewhere", async () => {
    const { email } = await makePerson("researcher");
    for (let round = 0; round < 10; round += 1) {
      const error = await refusalOf(tryWith(email, "not the password", `198.51.100.${round}`));
      expect(error.code).toBe("INVALID");
    }
    const error = await refusalOf(tryWith(email, TEST_PASSWORD, "203.0.113.1"));
    expect(error.code).toBe("RATE_LIMITED");
    expect(error.details.retryAfterSeconds).toBeGreaterThan(60);
    expect(error.details.retryAfterSeconds).toBeLessThanOrEqual(900);
  });

  it("stops one address that tries many accounts", async () => {
    const codes: string[] = [];
    for (let round = 0; round < 41; round += 1) {
      codes.push((await refusalOf(tryWith(`person-${round}@example.org`, "not the password"))).code);
    }
    expect(codes.slice(0, 40).every((code) => code === "INVALID")).toBe(true);
    expect(codes[40]).toBe("RATE_LIMITED");
    const { email } = await makePerson("researcher");
    await expect(tryWith(email, TEST_PASSWORD, "203.0.113.9")).resolves.toMatchObject({
      sessionId: expect.any(String),
    });
  });

  it("forgets failed tries after a good one and after the time is over", async () => {
    const { email } = await makePerson("researcher");
    for (let round = 0; round < 9; round += 1) await refusalOf(tryWith(email, "not the password"));
    await tryWith(email, TEST_PASSWORD);
    for (let round = 0; round < 10; round += 1) await refusalOf(tryWith(email, "not the password"));
    expect((await refusalOf(tryWith(email, TEST_PASSWORD))).code).toBe("RATE_LIMITED");
    await database.db.rateLimiterFlexible.updateMany({ data: { expire: new Date(Date.now() - 1000) } });
    await expect(tryWith(email, TEST_PASSWORD)).resolves.toBeDefined();
    expect(await database.db.rateLimiterFlexible.count()).toBeLessThanOrEqual(1);
  });

  it("counts tries that come at once", async () => {
    const { email } = await makePerson("researcher");
    const codes = await Promise.all(
      Array.from({ length: 14 }, async (_, n) => (await refusalOf(tryWith(email, "no", `198.51.100.${n}`))).code),
    );
    expect(codes.filter((code) => code === "INVALID").length).toBeLessThanOrEqual(10);
    expect(codes.filter((code) => code === "RATE_LIMITED").length).toBeGreaterThanOrEqual(4);
  });
});
