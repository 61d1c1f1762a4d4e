import type { Page } from "@playwright/test";
import { systemActor } from "#lib/domain/access/actor.ts";
import type { Outcome } from "#lib/domain/studies/outcomes.ts";
import { withdrawAnnotator } from "#lib/operations/study-ratings/withdraw-annotator.ts";
import { getDb } from "#lib/store/db.ts";
import { type MadeStudy, makeStudy, type StudyWish } from "#tests/factories/study.ts";
import { claim, makeReadyAnnotators } from "#tests/factories/visits.ts";
import { expectAccessible } from "./support/accessible.ts";
import { expect, test } from "./support/fixtures.ts";
import { enterAt, entryLink, openRating } from "./support/visit.ts";

/** A panel that answers on this machine, so that the way back can be followed. */
const PANEL = { panelKind: "generic", completionUrl: "http://localhost:9/done?c={code}" } as const;

async function aStudy({ columns, ...wish }: StudyWish = {}): Promise<MadeStudy> {
  return makeStudy({ items: 1, annotationsPerItem: 1, ...wish, columns: { ...PANEL, ...columns } });
}

/**
 * The end page says its own words, shows its own code and no other, and leads back by itself with that code. Its three
 * seconds are run through by the browser’s clock; that they pass by themselves is shown with the visit.
 */
async function expectEnd(page: Page, study: MadeStudy, outcome: Outcome, title: string, words: RegExp): Promise<void> {
  await page.route("http://localhost:9/**", (route) =>
    route.fulfill({ status: 200, contentType: "text/html", body: "<title>panel</title><h1>The panel</h1>" }),
  );
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.getByRole("button", { name: "Stay on this page" }).click();
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByText(study.codes[outcome] as string, { exact: true })).toBeVisible();
  const html = await page.content();
  for (const [other, code] of Object.entries(study.codes)) if (other !== outcome) expect(html).not.toContain(code);
  await expectAccessible(page, outcome);
  await page.clock.install();
  await page.reload();
  await expect(page.getByRole("button", { name: "Stay on this page" })).toBeVisible();
  for (let second = 0; second < 3; second += 1) await page.clock.runFor(1000);
  await expect(page).toHaveURL(`http://localhost:9/done?c=${study.codes[outcome]}`, { timeout: 8_000 });
  expect(await getDb().visit.count({ where: { studyId: study.studyId, outcome } })).toBe(1);
}

test("no item left: everything was taken before somebody came", async ({ page }) => {
  const study = await aStudy();
  const [holder] = await makeReadyAnnotators(study, 1);
  await claim(holder!);
  await page.goto(entryLink(study));
  await expectEnd(page, study, "no_item_left", "All conversations have been taken", /Others were faster/);
});

test("came late: the study had been closed", async ({ page }) => {
  const study = await aStudy({ state: "closed" });
  await page.goto(entryLink(study));
  await expectEnd(page, study, "came_late", "This study has been closed", /ended before there was anything/);
});

test("came late: the study was closed while somebody was still reading, and the next page says so", async ({
  page,
}) => {
  const study = await aStudy();
  await enterAt(page, study, "guidelines");
  await expect(page.getByRole("heading", { name: "The pages" })).toBeVisible();
  await getDb().study.update({ where: { id: study.studyId }, data: { state: "closed", closedAt: new Date() } });
  await page.getByRole("link", { name: /^Next: / }).click();
  await expectEnd(page, study, "came_late", "This study has been closed", /ended before there was anything/);
});

test("not qualified: the pilot was not passed", async ({ page }) => {
  const pilot = await aStudy();
  const study = await aStudy({ columns: { qualifyingStudyId: pilot.studyId } });
  await page.goto(entryLink(study));
  const title = "This study is for people who took part in an earlier one";
  await expectEnd(page, study, "not_qualified", title, /only those who completed the study before/);
});

test("ran out midway: the rest was taken while somebody worked", async ({ page }) => {
  const study = await aStudy({ items: 2, itemsPerAnnotator: 2 });
  await enterAt(page, study, "rating");
  const me = await getDb().annotator.findFirstOrThrow({ where: { studyId: study.studyId } });
  const slots = await getDb().slot.findMany({ where: { studyId: study.studyId } });
  await getDb().assignment.create({
    data: {
      studyId: study.studyId,
      studyItemId: slots[0]!.studyItemId,
      slotId: slots[0]!.id,
      annotatorId: me.id,
      sequence: 1,
      state: "submitted",
      annotation: { create: { studyId: study.studyId } },
    },
  });
  await getDb().slot.updateMany({ where: { studyId: study.studyId }, data: { state: "filled" } });
  await page.goto(`/annotate/${study.entryToken}/next`);
  await page.getByRole("button", { name: "Open the next conversation" }).click();
  const title = "Thank you, there is nothing left to rate";
  await expectEnd(page, study, "ran_out_midway", title, /Your part counts as complete, and in full/);
});

test("submitted nothing: the only conversation was given back", async ({ page }) => {
  const study = await aStudy();
  await openRating(page, study);
  await page.getByText("Help", { exact: true }).click();
  await page.getByRole("button", { name: "Skip this conversation…" }).click();
  await page.getByLabel("I have no time to finish it").check();
  await page.getByRole("button", { name: "Skip it" }).click();
  await page.getByRole("button", { name: "Open the first conversation" }).click();
  const title = "There is no other conversation for you";
  await expectEnd(page, study, "submitted_nothing", title, /You submitted no ratings/);
});

test("withdrawn before consenting: nobody is said to have declined, and the page waits to be read", async ({
  page,
}) => {
  const study = await aStudy();
  await page.goto(entryLink(study));
  const { id } = await getDb().annotator.findFirstOrThrow({ where: { studyId: study.studyId } });
  await withdrawAnnotator(systemActor("test"), { annotatorId: id });
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Take part", exact: true }).click();
  await page.goto(entryLink(study));
  await expect(page.getByRole("heading", { level: 1, name: "Your part in this study is over" })).toBeVisible();
  await expect(page.getByText(/deleted what you rated, wrote and answered/)).toBeVisible();
  await expect(page.getByText(/You chose not to/)).toHaveCount(0);
  await expect(page.getByText(study.codes.declined as string, { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Stay on this page" })).toHaveCount(0);
  await expectAccessible(page, "withdrawn");
});

test("came in a pause: says to come again, leads nowhere by itself, and lets in when the study goes on", async ({
  page,
}) => {
  const study = await aStudy({ state: "paused" });
  await page.goto(entryLink(study));
  await expect(page.getByRole("heading", { name: "This study is paused at the moment" })).toBeVisible();
  await expect(page.getByText(study.codes.came_in_pause as string, { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Stay on this page" })).toHaveCount(0);
  await expectAccessible(page, "came_in_pause");
  await getDb().study.update({ where: { id: study.studyId }, data: { state: "running" } });
  await page.goto(entryLink(study));
  await expect(page).toHaveURL(/\/consent$/);
});

test("abandoned: whoever comes back in the browser that they left goes on with the draft", async ({ page }) => {
  const study = await aStudy();
  const assignmentId = await openRating(page, study);
  const address = page.url();
  await page.locator("#agent-1").getByRole("radio").first().check();
  await expect(page.locator("[data-save-state=saved]")).toBeVisible({ timeout: 30_000 });
  await page.goto("about:blank");
  await getDb().assignment.update({ where: { id: assignmentId }, data: { state: "expired", endedAt: new Date(0) } });
  await getDb().slot.updateMany({ where: { studyId: study.studyId }, data: { state: "open", leaseUntil: null } });
  await getDb().studyItem.updateMany({ where: { studyId: study.studyId }, data: { filledCount: 0 } });
  await getDb().visit.updateMany({
    where: { studyId: study.studyId },
    data: { outcome: "abandoned", endedAt: new Date() },
  });
  await page.goto(address);
  await page.getByRole("button", { name: "Go on with my conversation" }).click();
  await expect(page.locator("#agent-1").getByRole("radio").first()).toBeChecked();
  const visits = await getDb().visit.findMany({ where: { studyId: study.studyId }, orderBy: { enteredAt: "asc" } });
  expect(visits.map((visit) => visit.outcome)).toEqual(["abandoned", null]);
});
