import type { Page } from "@playwright/test";
import { hashPassword } from "#lib/auth/password.ts";
import { getDb } from "#lib/store/db.ts";
import { expect, test } from "./support/fixtures.ts";
import { makeSession } from "./support/people.ts";

const PASSWORD = "four plain test words";

/** An account that can sign in with {@link PASSWORD}. */
async function makeAccount(): Promise<{ email: string; userId: string }> {
  const { userId } = await makeSession("researcher");
  const { email } = await getDb().user.update({
    where: { id: userId },
    data: { passwordHash: await hashPassword(PASSWORD) },
  });
  return { email, userId };
}

async function fillIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test("somebody signs in, lands where they wanted, and signs out", async ({ newContext }) => {
      const { email, userId } = await makeAccount();
      const context = await newContext({ javaScriptEnabled });
      const page = await context.newPage();
      await page.goto("/account");
      await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount$/);
      await fillIn(page, email, "not the password");
      await expect(page.getByText("The e-mail address or the password is not right.")).toBeVisible();
      await expect(page.getByLabel("E-mail")).toHaveValue(email);
      await fillIn(page, email, PASSWORD);
      await expect(page).toHaveURL(/\/account$/);
      await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
      const cookie = (await context.cookies()).find((entry) => entry.name === "studio-session");
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
      await page.locator("summary").click();
      await page.getByRole("button", { name: "Sign out" }).click();
      await expect(page).toHaveURL(/\/sign-in$/);
      expect((await context.cookies()).some((entry) => entry.name === "studio-session")).toBe(false);
      const sessions = await getDb().userSession.findMany({ where: { userId }, orderBy: { createdAt: "desc" } });
      expect(sessions[0]?.endedAt).not.toBeNull();
    });
  });
}

test("sign-in never leads to another site", async ({ page }) => {
  const { email } = await makeAccount();
  await page.goto("/sign-in?next=https://evil.example/");
  await fillIn(page, email, PASSWORD);
  await page.waitForURL((url) => url.pathname === "/");
  expect(new URL(page.url()).hostname).toBe("127.0.0.1");
});

test("the eleventh try is told to wait", async ({ page }) => {
  const { email } = await makeAccount();
  await page.goto("/sign-in");
  for (let round = 0; round < 10; round += 1) {
    await fillIn(page, email, `wrong number ${round}`);
    await expect(page.getByText("The e-mail address or the password is not right.")).toBeVisible();
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  }
  await fillIn(page, email, PASSWORD);
  await expect(page.getByText(/too many tries to sign in.*Try again in \d+ minutes\./)).toBeVisible();
});

test("an ended session is out at its next click", async ({ page, context, baseURL }) => {
  const { cookie, sessionId } = await makeSession("researcher");
  await context.addCookies([{ name: cookie.name, value: cookie.value, url: baseURL ?? "" }]);
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  await getDb().userSession.update({ where: { id: sessionId }, data: { endedAt: new Date() } });
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount$/);
});

test("an admin invites a colleague by a link that works once, and disables the account", async ({
  signedInPage,
  newContext,
}) => {
  const admin = await signedInPage("admin");
  const unique = crypto.randomUUID().slice(0, 8);
  const email = `invited-${unique}@example.org`;
  await admin.goto("/admin/people");
  await admin.getByRole("textbox", { name: "E-mail" }).fill(email);
  await admin.getByRole("radio", { name: "Analyst" }).check();
  await admin.getByRole("button", { name: "Make an invitation link" }).click();
  const link = (await admin.locator("code").textContent()) ?? "";
  expect(link).toMatch(/\/invite\/[A-Za-z0-9_-]{43}$/);

  const joiner = await (await newContext()).newPage();
  await joiner.goto(link);
  await joiner.getByLabel("Your name").fill(`Iris ${unique}`);
  await joiner.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await joiner.getByRole("button", { name: "Make my account" }).click();
  await joiner.waitForURL((url) => url.pathname === "/");
  await joiner.goto("/account");
  await expect(joiner.getByText(email)).toBeVisible();

  const late = await (await newContext()).newPage();
  await late.goto(link);
  await expect(late.getByRole("heading", { name: "This link can no longer be used" })).toBeVisible();

  await admin.goto("/admin/people");
  await admin.getByRole("button", { name: `Disable the account of Iris ${unique}` }).click();
  await expect(admin.getByText("The account is disabled.")).toBeVisible();
  await joiner.goto("/account");
  await expect(joiner).toHaveURL(/\/sign-in/);
  await admin.goto("/admin/audit?action=users.disable");
  await expect(admin.getByRole("cell", { name: "Disabled an account" }).first()).toBeVisible();
});

test("an API token acts for its owner until it is revoked", async ({ signedInPage, baseURL }) => {
  const page = await signedInPage("analyst");
  await page.goto("/account");
  await page.getByLabel("What it is for").fill("nightly");
  await page.getByRole("button", { name: "Make a token" }).click();
  const token = (await page.locator("code").textContent()) ?? "";
  const ask = () => fetch(`${baseURL}/api/v1/imports`, { headers: { authorization: `Bearer ${token}` } });
  expect((await ask()).status).toBe(200);
  const post = await fetch(`${baseURL}/api/v1/imports`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: "{}",
  });
  expect(post.status).toBe(403);
  await page.getByRole("button", { name: "Revoke nightly" }).click();
  await expect(page.getByText("That token no longer works.")).toBeVisible();
  expect((await ask()).status).toBe(401);
});

test("the password can be looked at, and a new one is refused until it is long enough", async ({
  page,
  signedInPage,
}) => {
  await page.goto("/sign-in");
  const field = page.getByLabel("Password", { exact: true });
  await field.fill("abc");
  await page.getByRole("button", { name: "Show password" }).click();
  await expect(field).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Hide password" }).click();
  await expect(field).toHaveAttribute("type", "password");

  const own = await signedInPage("researcher");
  await own.goto("/account");
  await own.locator("form", { has: own.locator("#newPassword") }).evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await own.locator("#newPassword").fill("too short");
  await own.getByRole("button", { name: "Set password" }).click();
  await expect(own.getByRole("alert").getByText(/Use at least 12 characters/)).toBeVisible();
  await own.locator("#newPassword").fill(PASSWORD);
  await own.getByRole("button", { name: "Set password" }).click();
  await expect(own.getByText("Your password is changed.")).toBeVisible();
});
