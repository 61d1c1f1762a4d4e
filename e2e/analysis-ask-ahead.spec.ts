import type { Page } from "@playwright/test";
import { askQuestion, importItems, madeUpItems, openView } from "./support/analysis.ts";
import { cellsOf, expected, openTable, written } from "./support/bias-numbers.ts";
import { expect, test } from "./support/fixtures.ts";

test.describe.configure({ mode: "serial" });

const ITEMS = madeUpItems();
let analysis = "";

test("a question of which filters are looked at before they are pressed", async ({ signedInPage }) => {
  const page = await signedInPage("researcher");
  analysis = await askQuestion(page, await importItems(ITEMS), "Does the medlar overrate somewhere?");
});

/** Opens the filters with the list of policies, and notes every question for numbers from then on, with what is asked ahead. */
async function openPolicies(page: Page): Promise<string[]> {
  await openView(page, `${analysis}/bias?dimension=goal`);
  await page.getByText("Try other filters").click();
  await page.getByText("Policies all 3").click();
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    const isAhead = searchParams.get("ahead") === "yes";
    const policies = searchParams.getAll("policies").join(" and ");
    if (pathname.endsWith("/views/bias")) asked.push(isAhead ? `ahead ${policies}` : policies);
  });
  return asked;
}

test("where the pointer rests the numbers are asked for once, and a press shows them without asking", async ({
  signedInPage,
}) => {
  const page = await signedInPage("analyst");
  const asked = await openPolicies(page);
  const answered = page.waitForResponse(/views\/bias\?.*policies=tuned$/);
  await page.getByRole("checkbox", { name: "tuned" }).hover();
  await (await answered).finished();
  await page.route(/views\/bias/, (route) => route.abort());
  await page.getByRole("checkbox", { name: "tuned" }).check();
  await expect(page.getByText(/^Exploratory, with filters that are not saved: tuned\./)).toBeVisible();
  await openTable(page);
  const cells = await cellsOf(page, "goal: judge minus people, by policy: table", "tuned ");
  expect(cells[1]).toBe(written(expected(ITEMS, "tuned").bias.value, true));
  expect(asked).toEqual(["ahead tuned"]);
});

test("a pointer that leaves gives up what was asked for it", async ({ signedInPage }) => {
  const page = await signedInPage("analyst");
  const asked = await openPolicies(page);
  const held = Promise.withResolvers<void>();
  await page.route(/views\/bias/, async (route) => {
    await held.promise;
    await route.continue().catch(() => {});
  });
  const [begun, givenUp] = [page.waitForRequest(/views\/bias/), page.waitForEvent("requestfailed")];
  await page.getByRole("checkbox", { name: "expert" }).hover();
  await begun;
  await page.getByText("Try other filters").hover();
  expect((await givenUp).failure()?.errorText).toBe("net::ERR_ABORTED");
  held.resolve();
  await page.getByRole("checkbox", { name: "expert" }).check();
  await expect(page.getByText(/^Exploratory, with filters that are not saved: expert\./)).toBeVisible();
  expect(asked, "The press asks by itself, from when it goes down").toEqual(["ahead expert", "ahead expert"]);
});

test("after asking ahead has failed the press asks by itself", async ({ signedInPage, allowConsole }) => {
  allowConsole(/Failed to load resource/);
  const page = await signedInPage("analyst");
  const asked = await openPolicies(page);
  await page.route(/views\/bias/, (route) => route.abort());
  const failed = page.waitForEvent("requestfailed");
  await page.getByRole("checkbox", { name: "tuned" }).hover();
  await failed;
  await page.unroute(/views\/bias/);
  await page.getByRole("checkbox", { name: "tuned" }).check();
  await expect(page.getByText(/^Exploratory, with filters that are not saved: tuned\./)).toBeVisible();
  expect(asked).toEqual(["ahead tuned", "ahead tuned"]);
});

/** Where the keyboard stands, as its checkbox is called. */
async function focusedBox(page: Page): Promise<string> {
  return (await page.locator("input:focus").getAttribute("value")) ?? "";
}

test("the keyboard asks ahead where it rests, not on its way, and a press shows what came", async ({
  signedInPage,
}) => {
  const page = await signedInPage("analyst");
  const asked = await openPolicies(page);
  // A pointer above the list would rest there too.
  await page.mouse.move(0, 0);
  // Time stands, so that how long the keys take is of no consequence.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.keyboard.press("Tab");
  const passed = await focusedBox(page);
  await page.keyboard.press("Tab");
  const rested = await focusedBox(page);
  expect(new Set([passed, rested, ""]).size, "Two checkboxes").toBe(3);
  const answered = page.waitForResponse(/views\/bias\?.*ahead=yes/);
  await page.clock.runFor(1_000);
  await (await answered).finished();
  await page.clock.resume();
  await page.route(/views\/bias/, (route) => route.abort());
  await page.keyboard.press("Space");
  await expect(page.getByText(new RegExp(`^Exploratory, with filters that are not saved: ${rested}\\.`))).toBeVisible();
  expect(asked).toEqual([`ahead ${rested}`]);
});

test("where the browser is to save data nothing is asked before a press", async ({ signedInPage }) => {
  const page = await signedInPage("analyst");
  const browser = await page.context().newCDPSession(page);
  await browser.send("Emulation.setDataSaverOverride", { dataSaverEnabled: true });
  const asked = await openPolicies(page);
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.getByRole("checkbox", { name: "tuned" }).hover();
  await page.clock.runFor(1_000);
  await page.getByRole("checkbox", { name: "tuned" }).focus();
  await page.clock.runFor(1_000);
  await page.clock.resume();
  await page.getByRole("checkbox", { name: "expert" }).check();
  await expect(page.getByText(/^Exploratory, with filters that are not saved: expert\./)).toBeVisible();
  expect(asked).toEqual(["expert"]);
});
