import type { Page } from "@playwright/test";
import { getDb } from "#lib/store/db.ts";
import { makeStudy } from "#tests/factories/study.ts";
import { expect, test } from "./support/fixtures.ts";
import { agentGroup, entryLink, expectStored, openRating, storedRatings, untilAlive } from "./support/visit.ts";

const REASON = "In turn 3 she hands over a coffee, which nobody asked her for.";

/** A message that is read out when there is a pause, without taking the focus. */
async function expectPolite(page: Page, text: RegExp): Promise<void> {
  const message = page.getByRole("status").filter({ hasText: text });
  await expect(message).toBeAttached();
  const politeness = await message.evaluate((element) => element.closest("[aria-live]")?.getAttribute("aria-live"));
  // The role alone means polite.
  expect(politeness ?? "polite").toBe("polite");
  expect(await message.evaluate((element) => element.contains(document.activeElement))).toBe(false);
}

test("4.1.3: what is chosen and written is saved within two seconds, and a polite message says so", async ({
  page,
}) => {
  const study = await makeStudy();
  const assignment = await openRating(page, study);
  await untilAlive(page);
  await agentGroup(page, 1).getByRole("radio", { name: "7, convincing" }).check();
  await agentGroup(page, 1).getByRole("textbox").fill(REASON);
  await page.getByRole("checkbox", { name: "Turn 3 shows it for Ada" }).check();
  await expect
    .poll(async () => (await storedRatings(assignment))["believability.1"], { timeout: 2000, intervals: [50] })
    .toEqual({ score: 7, rationale: REASON, evidence: [3] });
  await expect(page.locator("[data-save-state=saved]")).toHaveText(/Saved \d\d:\d\d:\d\d/);
  await expectPolite(page, /^Saved/);
});

test("the estimate of what is left falls as dimensions are answered", async ({ page }) => {
  await openRating(page, await makeStudy());
  await untilAlive(page);
  const estimate = page.getByText(/about \d+ minutes left/);
  const minutes = async () => Number(/\d+/.exec((await estimate.textContent()) ?? "")?.[0]);
  const before = await minutes();
  for (const seat of [1, 2] as const) {
    await agentGroup(page, seat).getByRole("radio", { name: "7, convincing" }).check();
    await agentGroup(page, seat).getByRole("textbox").fill(REASON);
  }
  await expect.poll(minutes).toBeLessThan(before);
});

test("a score can be taken away again", async ({ page }) => {
  const study = await makeStudy();
  const assignment = await openRating(page, study);
  await untilAlive(page);
  const group = agentGroup(page, 1);
  await group.getByRole("radio", { name: "0, hardly human" }).check();
  await expectStored(assignment, "believability.1").toMatchObject({ score: 0 });
  await group.getByRole("button", { name: "Clear the score of Ada Holt" }).click();
  await expect(group.getByText("not rated yet")).toBeVisible();
  await expectStored(assignment, "believability.1").toMatchObject({ score: null });
});

test("4.1.3: a lost network and a crash lose nothing, and a polite message says what is going on", async ({
  context,
  page,
  allowConsole,
}) => {
  allowConsole(/ERR_INTERNET_DISCONNECTED/);
  const study = await makeStudy();
  const assignment = await openRating(page, study);
  const address = page.url();
  await untilAlive(page);
  await context.setOffline(true);
  await agentGroup(page, 2).getByRole("radio", { name: "4, partly natural" }).check();
  await agentGroup(page, 2).getByRole("textbox").fill("Written on a train, in a tunnel.");
  await expect(page.getByText("Offline, will retry")).toBeVisible();
  await expectPolite(page, /Offline, will retry/);
  expect((await storedRatings(assignment))["believability.2"]).toBeUndefined();
  await page.close({ runBeforeUnload: false });

  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await expect(agentGroup(again, 2).getByRole("textbox")).toHaveValue("Written on a train, in a tunnel.");
  await expectStored(assignment, "believability.2").toEqual({
    score: 4,
    rationale: "Written on a train, in a tunnel.",
    evidence: [],
  });
});

test("a crash with two tabs open and no network loses nothing of either", async ({ context, page, allowConsole }) => {
  allowConsole(/ERR_INTERNET_DISCONNECTED|status of 409/);
  const study = await makeStudy();
  const assignment = await openRating(page, study);
  const address = page.url();
  const other = await context.newPage();
  await other.goto(address);
  await untilAlive(page);
  await untilAlive(other);
  await context.setOffline(true);
  await agentGroup(page, 1).getByRole("textbox").fill("Typed in the first tab.");
  await agentGroup(other, 2).getByRole("radio", { name: "4, partly natural" }).check();
  for (const tab of [page, other]) await expect(tab.getByText("Offline, will retry")).toBeVisible();
  for (const tab of [page, other]) await tab.close({ runBeforeUnload: false });

  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await expectStored(assignment, "believability.1").toMatchObject({ rationale: "Typed in the first tab." });
  await expectStored(assignment, "believability.2").toMatchObject({ score: 4 });
  await expect(again.locator("[data-save-state=saved]")).toBeVisible();
  expect(
    await again.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("rating-draft:"))),
  ).toEqual([]);
});

test("when the network comes back, the waiting save goes out by itself", async ({ context, page, allowConsole }) => {
  allowConsole(/ERR_INTERNET_DISCONNECTED/);
  const study = await makeStudy();
  const assignment = await openRating(page, study);
  await untilAlive(page);
  await context.setOffline(true);
  await agentGroup(page, 1).getByRole("textbox").fill("First half.");
  await expect(page.getByText("Offline, will retry")).toBeVisible();
  await agentGroup(page, 1).getByRole("textbox").fill("First half. Second half.");
  await context.setOffline(false);
  await expectStored(assignment, "believability.1").toMatchObject({ rationale: "First half. Second half." });
  await expect(page.locator("[data-save-state=saved]")).toBeVisible();
});

test("going to the review waits for the server, and says so while it cannot", async ({
  context,
  page,
  allowConsole,
}) => {
  allowConsole(/ERR_INTERNET_DISCONNECTED/);
  const study = await makeStudy();
  await openRating(page, study);
  await untilAlive(page);
  await page.getByRole("navigation", { name: "Dimensions" }).getByRole("button", { name: "Goal" }).click();
  await context.setOffline(true);
  await agentGroup(page, 1).getByRole("textbox").fill("Not yet sent.");
  await page.getByRole("button", { name: "Review and submit" }).last().click();
  await expect(page.getByText("The next page opens when the connection is back")).toBeVisible();
  await context.setOffline(false);
  await page.getByRole("button", { name: "Review and submit" }).last().click();
  await expect(page.getByRole("heading", { name: "Review your ratings" })).toBeVisible();
  await expect(page.getByText("Not yet sent.")).toBeVisible();
});

test("two tabs do not overwrite each other, and two reasons for one score both stay in sight", async ({
  context,
  page,
  allowConsole,
}) => {
  // The answer that says "the draft has moved on" is a 409, which any browser reports.
  allowConsole(/status of 409/);
  const study = await makeStudy();
  const assignment = await openRating(page, study);
  const other = await context.newPage();
  await other.goto(page.url());
  await untilAlive(page);
  await untilAlive(other);
  await agentGroup(page, 1).getByRole("radio", { name: "8, convincing" }).check();
  await agentGroup(page, 1).getByRole("textbox").fill("The first tab’s reason.");
  await expectStored(assignment, "believability.1").toMatchObject({ rationale: "The first tab’s reason." });

  await agentGroup(other, 1).getByRole("textbox").fill("The second tab’s reason.");
  await expect(other.getByText("Changed in another tab")).toBeVisible();
  await expect(other.getByText("The first tab’s reason.")).toBeVisible();
  await expect(agentGroup(other, 1).getByRole("textbox")).toHaveValue("The second tab’s reason.");
  await expect(agentGroup(other, 1).getByRole("radio", { name: "8, convincing" })).toBeChecked();
  await other.getByRole("button", { name: "Take the other" }).click();
  await expect(agentGroup(other, 1).getByRole("textbox")).toBeFocused();
  await expect(agentGroup(other, 1).getByRole("textbox")).toHaveValue("The first tab’s reason.");
  await expectStored(assignment, "believability.1").toEqual({
    score: 8,
    rationale: "The first tab’s reason.",
    evidence: [],
  });
});

test("a second device goes on where the first one was, and leads on once the first has given it back", async ({
  page,
  newContext,
  allowConsole,
}) => {
  allowConsole(/status of 409/);
  const study = await makeStudy();
  const assignment = await openRating(page, study);
  await untilAlive(page);
  await agentGroup(page, 1).getByRole("radio", { name: "9, like a person throughout" }).check();
  await expectStored(assignment, "believability.1").toMatchObject({ score: 9 });
  const phone = await (await newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await phone.goto(entryLink(study));
  await expect(phone).toHaveURL(new RegExp(`/rate/${assignment}/believability$`));
  await phone.getByRole("link", { name: "Rating", exact: true }).click();
  await expect(agentGroup(phone, 1).getByRole("radio", { name: "9, like a person throughout" })).toBeChecked();
  await page.goto(page.url().replace(/[^/]+$/, "skip"));
  await page.getByLabel("I have no time to finish it").check();
  await page.getByRole("button", { name: "Skip it" }).click();
  await expect(page).toHaveURL(/\/next\?skipped=1$/);
  await agentGroup(phone, 1).getByRole("radio", { name: "3, hardly human" }).check();
  await expect(phone.getByText("You have skipped this conversation.")).toBeVisible();
  await phone.getByRole("link", { name: "Go on with the visit" }).click();
  await expect(phone).toHaveURL(/\/next$/);
});

/** Keeps back every script that pages ask for from now on, until the answer is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test("before the page has come alive nothing typed is lost, and Ctrl+Enter goes on", async ({ page }) => {
  const study = await makeStudy();
  const assignment = await openRating(page, study);
  await untilAlive(page);
  const release = await holdScripts(page);
  await page.reload({ waitUntil: "commit" });
  await agentGroup(page, 1).getByRole("textbox").fill("Typed at once.");
  await agentGroup(page, 1).getByRole("radio", { name: "2, hardly human" }).check();
  await page.getByRole("checkbox", { name: "Turn 2 shows it for Ada" }).check();
  release();
  await expectStored(assignment, "believability.1").toEqual({ score: 2, rationale: "Typed at once.", evidence: [2] });
  await expect(agentGroup(page, 1).getByRole("textbox")).toHaveValue("Typed at once.");

  const releaseAgain = await holdScripts(page);
  await page.reload({ waitUntil: "commit" });
  await agentGroup(page, 2).getByRole("textbox").fill("And on at once.");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/relationship#rating$/);
  expect((await storedRatings(assignment))["believability.2"]?.rationale).toBe("And on at once.");
  releaseAgain();
  await untilAlive(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Knowledge" })).toBeFocused();
});

test("leaving the page sends what was typed a moment ago", async ({ page }) => {
  const study = await makeStudy();
  const assignment = await openRating(page, study);
  await untilAlive(page);
  await agentGroup(page, 1).getByRole("textbox").fill("Closed right after typing.");
  await page.goto("about:blank");
  await expectStored(assignment, "believability.1").toMatchObject({ rationale: "Closed right after typing." });
});

test("time at work is measured by dimension", async ({ page }) => {
  const study = await makeStudy();
  const assignment = await openRating(page, study);
  await untilAlive(page);
  await page.waitForTimeout(1200);
  await agentGroup(page, 1).getByRole("radio").first().check();
  await expect(page.locator("[data-save-state=saved]")).toBeVisible();
  const annotation = await getDb().annotation.findUniqueOrThrow({ where: { assignmentId: assignment } });
  const spent = (annotation.activeMsByDimension as Record<string, number>).believability ?? 0;
  expect(spent).toBeGreaterThanOrEqual(1000);
  expect(spent).toBeLessThan(15_000);
  expect(annotation.signals).toMatchObject({ turnsTotal: 4, pastedCharacters: 0 });
});

test("2.2.1: before the time of a conversation ends there is a notice, one press gives more at least ten times, and nothing is ever sent by itself", async ({
  page,
}) => {
  const study = await makeStudy();
  const assignment = await openRating(page, study);
  await getDb().slot.updateMany({
    where: { studyId: study.studyId, state: "held" },
    data: { leaseUntil: new Date(Date.now() + 100_000) },
  });
  await getDb().assignment.update({
    where: { id: assignment },
    data: { leaseUntil: new Date(Date.now() + 100_000), startedAt: new Date() },
  });
  await page.route("**/api/draft", (route) => route.abort());
  await page.clock.install();
  // The page renews a lease that is half used when it is opened, so the clock of the browser is moved instead.
  await page.reload();
  await untilAlive(page);
  await page.clock.fastForward("31:00");
  const notice = page.getByRole("status").filter({ hasText: "Still reading?" });
  await expect(notice).toBeVisible();
  for (let times = 0; times < 11; times += 1) {
    await page.locator("#rationale-1").focus();
    await page.getByRole("button", { name: "I need more time" }).click();
    await expect(notice).toBeHidden();
    await expect(page.locator("#rationale-1"), "the focus returns to the work").toBeFocused();
    await page.clock.fastForward("31:00");
    await expect(notice).toBeVisible();
  }
  await page.clock.fastForward("10:00");
  await expect(page.getByText("The time kept for this conversation has passed. Your work is kept")).toBeVisible();
  const { state } = await getDb().assignment.findUniqueOrThrow({ where: { id: assignment } });
  expect(state).not.toBe("submitted");
});
