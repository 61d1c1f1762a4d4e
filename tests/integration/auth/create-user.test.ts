import { describe, expect, it } from "vitest";
import { ANONYMOUS } from "#lib/domain/access/actor.ts";
import { signIn } from "#lib/operations/sessions/sign-in.ts";
import { createUserFromShell } from "#scripts/lib/create-user.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();

function answering(...answers: string[]) {
  const asked: string[] = [];
  const next = async (question: string) => {
    asked.push(question);
    return answers.shift() ?? "";
  };
  return { asked, ask: next, askHidden: next, close: () => {} };
}

describe("npm run create-user", () => {
  it("makes an account that can sign in, asking for what was not given", async () => {
    const asker = answering("Eve Example", "a good long phrase", "a good long phrase");
    const line = await createUserFromShell(["--email", "eve@example.org", "--role", "analyst"], asker, true);
    expect(line).toBe("eve@example.org can sign in now, as analyst.");
    expect(asker.asked).toHaveLength(3);
    await expect(
      signIn(ANONYMOUS, { email: "eve@example.org", password: "a good long phrase" }),
    ).resolves.toBeDefined();
  });

  it("says what is wrong in a sentence and makes nothing", async () => {
    const all = ["--email", "eve@example.org", "--name", "Eve", "--role", "admin"];
    await expect(createUserFromShell(all, answering("one long password", "another password"), true)).rejects.toThrow(
      "The two passwords differ.",
    );
    await expect(createUserFromShell(all, answering("short"), false)).rejects.toThrow("Use at least 12 characters.");
    await expect(createUserFromShell(["--role", "king"], answering("e@example.org", "E"), false)).rejects.toThrow(
      "The role is one of admin, researcher, analyst.",
    );
    await expect(createUserFromShell(["--nonsense"], answering(), false)).rejects.toThrow("Usage:");
    await expect(
      createUserFromShell(
        ["--email", "eve", "--name", "Eve", "--role", "admin"],
        answering("a good long phrase"),
        false,
      ),
    ).rejects.toThrow("Enter an e-mail address");
    expect(await database.db.user.count()).toBe(0);
  });
});
