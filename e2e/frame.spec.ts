import { getDb } from "#lib/store/db.ts";
import { makeStudy } from "#tests/factories/study.ts";
import { expect, test } from "./support/fixtures.ts";
import { makeSession } from "./support/people.ts";

test("the frame stays from section to section, over what is not there, and its menu closes behind itself", async ({
  signedInPage,
  allowConsole,
}) => {
  allowConsole(/Failed to load resource/);
  const page = await signedInPage("admin");
  await page.goto("/");
  const header = page.getByRole("banner").first();
  await header.evaluate((element) => element.setAttribute("data-first", ""));
  const isFirst = () => expect(page.locator("header[data-first]")).toBeVisible();
  const navigation = page.getByRole("navigation", { name: "Main" });
  for (const section of ["Episodes", "Scenarios", "Studies", "Ratings", "Analysis"]) {
    await navigation.getByRole("link", { name: section }).click();
    await expect(page.getByRole("heading", { level: 1, name: section })).toBeVisible();
    await expect(navigation.getByRole("link", { name: section })).toHaveAttribute("aria-current", "page");
    await isFirst();
  }
  await navigation.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await isFirst();

  const menu = page.locator("summary", { hasText: "Test admin" });
  const account = page.getByRole("link", { name: "Your account" });
  await menu.click();
  await page.keyboard.press("Escape");
  await expect(account).toBeHidden();
  await expect(menu).toBeFocused();
  await menu.click();
  await page.getByRole("heading", { level: 1 }).click();
  await expect(account).toBeHidden();
  await menu.click();
  await account.click();
  await expect(page.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
  await expect(account).toBeHidden();
  await isFirst();

  await page.goto("/studies/none-such");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
  await header.evaluate((element) => element.setAttribute("data-first", ""));
  await page.getByRole("link", { name: "Go to studies" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Studies" })).toBeVisible();
  await isFirst();
  await page.goto("/no/such/page");
  await navigation.getByRole("link", { name: "Ratings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ratings" })).toBeVisible();
});

test("a page that failed is asked for again by its button, and the frame stays around it", async ({
  signedInPage,
  allowConsole,
}) => {
  allowConsole(/Failed to load resource|Minified React error|An error occurred in the Server Components render/);
  const page = await signedInPage("researcher");
  const { studyId } = await makeStudy({ state: "draft" });
  const where = { id: studyId };
  const { sampling } = await getDb().study.findUniqueOrThrow({ where });
  await getDb().study.update({ where, data: { sampling: 7 } });
  await page.goto(`/studies/${studyId}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page could not be shown");
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  await getDb().study.update({ where, data: { sampling: sampling ?? {} } });
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("This page could not be shown");
  await expect(page.getByRole("navigation", { name: "Study" })).toBeVisible();
});

test("a session that ended elsewhere takes the frame along, also at the start", async ({ newContext, baseURL }) => {
  const context = await newContext();
  const { cookie, sessionId } = await makeSession("analyst");
  await context.addCookies([{ name: cookie.name, value: cookie.value, url: baseURL ?? "", httpOnly: true }]);
  const page = await context.newPage();
  await page.goto("/studies");
  await getDb().userSession.update({ where: { id: sessionId }, data: { endedAt: new Date() } });
  await page.getByRole("link", { name: "Sotopia Studio" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Main" })).toHaveCount(0);
  await expect(page.getByRole("main")).toHaveCount(1);
});
