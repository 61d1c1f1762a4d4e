import { getDb } from "#lib/store/db.ts";
import { makeStudy } from "#tests/factories/study.ts";
import { expectAccessible } from "./support/accessible.ts";
import { expect, test } from "./support/fixtures.ts";

test("Ctrl K goes to a page, a study or an episode by its name, by keyboard alone", async ({ signedInPage }) => {
  const study = await makeStudy();
  const name = `Lantern ${study.studyId.slice(0, 8)}`;
  await getDb().study.update({ where: { id: study.studyId }, data: { name } });
  const page = await signedInPage("researcher");
  await page.goto("/");
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Page, study or episode" });
  await expect(field).toBeFocused();
  expect(loaded.some((url) => url.includes("/_next/static/"))).toBe(true);
  await field.fill(name.toLowerCase());
  await expect(page.getByRole("option", { name: new RegExp(name) })).toHaveAttribute("aria-selected", "true");
  await expectAccessible(page, "the palette");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/studies/${study.studyId}$`));
  // The key is left alone while the palette is open.
  await expect(field).toBeHidden();

  await page.keyboard.press("Control+k");
  await field.fill("new st");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/studies\/new$/);
  await expect(field).toBeHidden();
  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name: "Episodes Page" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
});

test("a list that is slow to come shows its skeleton meanwhile; without JavaScript the list is in the page itself", async ({
  signedInPage,
}) => {
  const study = await makeStudy();
  const name = `Harbour ${study.studyId.slice(0, 8)}`;
  await getDb().study.update({ where: { id: study.studyId }, data: { name } });
  const page = await signedInPage("researcher");
  await page.goto("/scenarios");
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/studies\?_rsc/, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Studies" }).click();
  await expect(page.locator("#content").getByRole("status", { name: "Loading" })).toBeVisible();
  release();
  await expect(page.getByRole("link", { name })).toBeVisible();
  await expect(page.locator("[data-pending-page]")).toHaveCount(0);
  const plain = await signedInPage("researcher", { javaScriptEnabled: false });
  await plain.goto("/studies");
  await expect(plain.getByRole("link", { name })).toBeVisible();
});

test("the palette finds episodes by their people, says when there is nothing, and is on the list of shortcuts", async ({
  signedInPage,
}) => {
  const study = await makeStudy({ items: 1 });
  const word = `zephyr${study.studyId.slice(0, 8)}`;
  await getDb().episode.update({ where: { id: study.episodeIds[0] as string }, data: { agent1Name: word } });
  const page = await signedInPage("analyst");
  await page.goto("/studies");
  await page.getByRole("button", { name: "Find a page, study or episode" }).click();
  const field = page.getByRole("combobox", { name: "Page, study or episode" });
  await field.fill(word);
  await page.getByRole("option", { name: new RegExp(word) }).click();
  await expect(page).toHaveURL(new RegExp(`/episodes/${study.episodeIds[0]}$`));
  await page.keyboard.press("Control+k");
  await field.fill("nothing of this name");
  await expect(page.getByRole("status").filter({ hasText: "Nothing is called" })).toBeVisible();
  await field.fill("new study");
  await expect(page.getByRole("option", { name: "New study Action" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
  await page.keyboard.press("?");
  await expect(page.getByText("Go to a page, study or episode by its name")).toBeVisible();
});
