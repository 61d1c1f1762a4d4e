import type { Locator, Page } from "@playwright/test";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { getDb } from "#lib/store/db.ts";
import { makeStudy, prolificId } from "#tests/factories/study.ts";
import { expectAccessible, expectSound } from "./support/accessible.ts";
import { expect, test } from "./support/fixtures.ts";
import { arriveAt, enterAt, entryLink, openRating, storedRatings } from "./support/visit.ts";

const CHECK = getGuidelines("1").check;

test("the entry link moves who arrives into a signed cookie and off the address", async ({ page, context }) => {
  const study = await makeStudy();
  await page.goto(entryLink(study, 5));
  await expect(page).toHaveURL(new RegExp(`/annotate/${study.entryToken}/consent$`));
  expect(await page.content()).not.toContain(prolificId(5));
  const cookie = (await context.cookies(page.url())).find(({ name }) => name === "studio-visit");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: `/annotate/${study.entryToken}` });
  expect(Buffer.from(cookie?.value.split(".")[1] ?? "", "base64url").toString()).not.toContain(prolificId(5));
});

test("links that lack something say what, and what to do", async ({ page, newContext }) => {
  const study = await makeStudy();
  await page.goto(`/annotate/${study.entryToken}?PROLIFIC_PID=short`);
  await expect(page.getByRole("heading", { name: "This link is missing who you are" })).toBeVisible();
  await page.goto("/annotate/no-such-study-anywhere?link=nothing");
  await expect(page.getByRole("heading", { name: "This link does not lead to a study" })).toBeVisible();
  await page.goto(`/annotate/${study.entryToken}/rate/whatever/goal`);
  await expect(page.getByRole("heading", { name: "Your visit is not open in this browser" })).toBeVisible();
  await expectAccessible(page, "no entry");
  // The first address after the entry link, asked for by a browser that has kept no cookie.
  const other = await (await newContext()).newPage();
  await other.goto(`/annotate/${study.entryToken}/start`);
  await expect(
    other.getByRole("heading", { name: "Your browser refused a cookie that this study needs" }),
  ).toBeVisible();
});

test("consent needs the tick; declining needs nothing and ends with its own code", async ({ page }) => {
  const study = await makeStudy();
  await page.goto(entryLink(study));
  await page.locator("form").evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await page.getByRole("button", { name: "Take part", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Tick the box to take part" })).toBeVisible();
  await page.getByRole("button", { name: "I do not want to take part" }).click();
  await expect(page.getByRole("heading", { name: "You chose not to take part" })).toBeVisible();
  await expect(page.getByText(study.codes.declined as string, { exact: true })).toBeVisible();
});

test("a phone is turned away from a study for computers, and the same person may come back on one", async ({
  page,
  newContext,
}) => {
  const study = await makeStudy({ columns: { isDesktopOnly: true } });
  const phone = await (
    await newContext({
      userAgent: "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
      viewport: { width: 360, height: 740 },
    })
  ).newPage();
  await phone.goto(entryLink(study, 3, 31));
  await expect(phone.getByRole("heading", { name: "This study needs a computer" })).toBeVisible();
  await expect(phone.getByText(study.codes.wrong_device as string, { exact: true })).toBeVisible();
  await page.goto(entryLink(study, 3, 32));
  await expect(page).toHaveURL(/\/consent$/);
});

test("two failed tries at the questions end the visit kindly; between them each answer is explained", async ({
  page,
}) => {
  const study = await makeStudy();
  await enterAt(page, study, "check");
  const answer = async (of: (correct: number) => number) => {
    for (const { id, correct } of CHECK) await page.locator(`#${id}-${of(correct)}`).check();
    await page.getByRole("button", { name: "Send my answers" }).click();
  };
  await page.getByRole("button", { name: "Send my answers" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Some questions have no answer yet" })).toBeVisible();
  await answer((correct) => (correct === 0 ? 1 : 0));
  await expect(page.getByText("You have one try left")).toBeVisible();
  await expect(page.getByText(CHECK[0]?.feedback.wrong as string)).toBeVisible();
  await expectAccessible(page, "the questions with feedback");
  await answer((correct) => (correct === 0 ? 1 : 0));
  await expect(page.getByRole("heading", { name: "The study ends here for you" })).toBeVisible();
  await expect(page.getByText(study.codes.failed_check as string, { exact: true })).toBeVisible();
});

test("pages asked for out of order lead to where the person is", async ({ page }) => {
  const study = await makeStudy();
  await page.goto(entryLink(study));
  for (const place of ["guidelines", "check", "practice", "next", "end", "rate/someone-elses/goal"]) {
    await page.goto(`/annotate/${study.entryToken}/${place}`);
    await expect(page).toHaveURL(/\/consent$/);
  }
});

test("without JavaScript the whole visit works, from the link to the code", async ({ newContext }) => {
  test.setTimeout(300_000);
  const study = await makeStudy({
    itemsPerAnnotator: 1,
    columns: { panelKind: "generic", completionUrl: "http://127.0.0.1:9/done?c={code}" },
  });
  const page = await (await newContext({ javaScriptEnabled: false })).newPage();
  await page.route("http://127.0.0.1:9/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<h1>Panel</h1>" }),
  );
  await page.goto(entryLink(study));
  await page.locator("#agree").check();
  await page.getByRole("button", { name: "Take part", exact: true }).click();
  await page.getByRole("link", { name: /^Next: / }).click();
  for (let step = 0; step < SOTOPIA_DIMENSIONS.length; step += 1)
    await page.getByRole("link", { name: /^Next: / }).click();
  await page.getByRole("button", { name: "I have read the guidelines" }).click();
  for (const { id, correct } of CHECK) await page.locator(`#${id}-${correct}`).check();
  await page.getByRole("button", { name: "Send my answers" }).click();
  await page.getByRole("link", { name: "Begin the practice" }).click();
  for (const [index] of SOTOPIA_DIMENSIONS.entries()) {
    for (const seat of [1, 2]) await page.locator(`#agent-${seat} input[type=radio]`).nth(5).check();
    await page.getByRole("button", { name: "Compare my ratings" }).last().click();
    await expect(page.getByText(/^Yours lies/).first()).toBeVisible();
    const way = index < 6 ? /^Next: / : "Finish the practice";
    await page.getByRole("button", { name: way }).last().click();
  }
  await page.getByRole("button", { name: "Open the first conversation" }).click();
  const assignment = /\/rate\/([^/]+)\//.exec(page.url())?.[1] ?? "";
  for (const [index, dimension] of SOTOPIA_DIMENSIONS.entries()) {
    await expect(page.getByRole("heading", { level: 1, name: dimension.name })).toBeVisible();
    for (const seat of [1, 2] as const) {
      await page
        .locator(`#agent-${seat} input[type=radio]`)
        .nth((index + seat) % 11)
        .check();
      await page.locator(`#rationale-${seat}`).fill(`Reason ${index} for agent ${seat}: turn 3 shows it plainly.`);
      await page.locator(`#pick-3-${seat}`).check();
    }
    if (index === 2) {
      await page.getByRole("button", { name: "Guidelines", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: dimension.name })).toBeVisible();
      await page.getByRole("link", { name: "Back to where I was" }).click();
      await expect(page.locator("#rationale-1")).toHaveValue(/^Reason 2 for agent 1/);
    }
    await page
      .getByRole("button", { name: index < 6 ? /^Next: / : "Review and submit" })
      .last()
      .click();
  }
  await expect(page.getByText("Everything is there.")).toBeVisible();
  const stored = await storedRatings(assignment);
  expect(Object.keys(stored)).toHaveLength(14);
  expect(stored["goal.2"]).toEqual({
    score: 8,
    rationale: "Reason 6 for agent 2: turn 3 shows it plainly.",
    evidence: [3],
  });
  await page.getByRole("button", { name: "Submit my ratings" }).click();
  await expect(page.getByRole("heading", { name: "Thank you, you are done" })).toBeVisible();
  await expect(page.getByText(study.codes.completed as string, { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Back to the panel" })).toHaveAttribute(
    "href",
    `http://127.0.0.1:9/done?c=${study.codes.completed}`,
  );
  await expect(page).toHaveURL(`http://127.0.0.1:9/done?c=${study.codes.completed}`, { timeout: 8000 });
});

/** Presses Tab until the control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach ${control}`);
}

/** Chooses one of a group of radio buttons by Tab, Space and arrow keys. */
async function chooseByKeys(page: Page, radios: Locator, index: number): Promise<void> {
  await tabTo(page, radios.first());
  await page.keyboard.press("Space");
  for (let presses = 0; presses < index; presses += 1) await page.keyboard.press("ArrowDown");
  await expect(radios.nth(index)).toBeChecked();
}

test("with the keyboard alone the whole visit works, from the link to the code", async ({ page }) => {
  test.setTimeout(300_000);
  const dimensions = SOTOPIA_DIMENSIONS.filter(({ id }) => id === "goal");
  const study = await makeStudy({
    itemsPerAnnotator: 1,
    dimensions,
    columns: { panelKind: "generic", completionUrl: "" },
  });
  const press = async (control: Locator) => {
    await tabTo(page, control);
    await page.keyboard.press("Enter");
  };
  await page.goto(entryLink(study));
  await tabTo(page, page.locator("#agree"));
  await page.keyboard.press("Space");
  await press(page.getByRole("button", { name: "Take part", exact: true }));
  await expect(page).toHaveURL(/guidelines$/);
  await press(page.getByRole("link", { name: "Next: Goal" }));
  await expect(page).toHaveURL(/goal$/);
  await press(page.getByRole("link", { name: "Next: A conversation with its ratings" }));
  await expect(page).toHaveURL(/example$/);
  await press(page.getByRole("button", { name: "I have read the guidelines" }));
  await expect(page).toHaveURL(/check$/);
  for (const { id, correct, about } of CHECK)
    if (about.every((dimension) => dimension === "goal"))
      await chooseByKeys(page, page.locator(`input[name="${id}"]`), correct);
  await press(page.getByRole("button", { name: "Send my answers" }));
  await expect(page).toHaveURL(/practice$/);
  await press(page.getByRole("link", { name: "Begin the practice" }));
  await expect(page).toHaveURL(/practice\/goal$/);
  for (const seat of [1, 2]) await chooseByKeys(page, page.locator(`input[name="score-${seat}"]`), 3);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Yours lies/).first()).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/next$/);
  await press(page.getByRole("button", { name: "Open the first conversation" }));
  await expect(page).toHaveURL(/rate\/[^/]+\/goal$/);
  await tabTo(page, page.getByRole("checkbox", { name: "Turn 3 shows it for Ada" }));
  await page.keyboard.press("Space");
  for (const seat of [1, 2]) {
    await chooseByKeys(page, page.locator(`input[name="score-${seat}"]`), 4 + seat);
    await tabTo(page, page.locator(`#rationale-${seat}`));
    await page.keyboard.type(`Turn 3 shows how far agent ${seat} came with its goal.`);
  }
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Everything is there.")).toBeVisible();
  await press(page.getByRole("button", { name: "Submit my ratings" }));
  await expect(page.getByRole("heading", { name: "Thank you, you are done" })).toBeVisible();
  await expect(page.getByText(study.codes.completed as string, { exact: true })).toBeVisible();
});

test("without JavaScript a copy that another tab changed is merged, and nothing typed is lost", async ({
  newContext,
}) => {
  const study = await makeStudy();
  const context = await newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const assignment = await openRating(page, study);
  const other = await context.newPage();
  await other.goto(page.url());
  await page.locator("#rationale-1").fill("The first tab’s reason.");
  await page
    .getByRole("button", { name: /^Next: / })
    .last()
    .click();
  await other.locator("#rationale-1").fill("The second tab’s reason.");
  await other.locator("#score-2-4").check();
  await other
    .getByRole("button", { name: /^Next: / })
    .last()
    .click();
  await expect(other.getByText("This was also changed in another tab")).toBeVisible();
  await expect(other.locator("#rationale-1")).toHaveValue(/^The second tab’s reason\.[\s\S]*The first tab’s reason\.$/);
  expect((await storedRatings(assignment))["believability.2"]?.score).toBe(4);
});

test("skipping asks for a reason and gives the conversation back", async ({ page }) => {
  const study = await makeStudy();
  const assignment = await openRating(page, study);
  await page.getByText("Help", { exact: true }).click();
  await page.getByRole("button", { name: "Skip this conversation…" }).click();
  await page.getByRole("button", { name: "Skip it" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Choose a reason." })).toBeVisible();
  await page.getByLabel("The text is broken or not in English").check();
  await page.getByLabel("A note for the researchers").fill("Half of it is missing.");
  await page.getByRole("button", { name: "Skip it" }).click();
  await expect(page.getByRole("heading", { name: "That conversation was given back" })).toBeVisible();
  expect(await getDb().assignment.findUniqueOrThrow({ where: { id: assignment } })).toMatchObject({
    state: "skipped",
    skipReason: "broken_text",
    skipNote: "Half of it is missing.",
  });
});

test("the code comes only with the end; the way back opens by itself after three seconds; coming again shows the same", async ({
  page,
  context,
}) => {
  const study = await makeStudy({
    itemsPerAnnotator: 1,
    columns: { panelKind: "generic", completionUrl: "http://localhost:9/done?c={code}" },
  });
  const seen: string[] = [];
  page.on("response", async (response) => {
    if (response.url().includes("/annotate/") && !response.url().includes("/end"))
      seen.push(await response.text().catch(() => ""));
  });
  const assignment = await openRating(page, study);
  const annotation = await getDb().annotation.findUniqueOrThrow({ where: { assignmentId: assignment } });
  await getDb().rating.createMany({
    data: SOTOPIA_DIMENSIONS.flatMap(({ id, min, max }) =>
      [1, 2].map((agent) => ({
        annotationId: annotation.id,
        studyId: study.studyId,
        agent,
        dimension: id,
        scaleMin: min,
        scaleMax: max,
        score: 0,
        rationale: `A reason of its own for ${id} and agent ${agent}.`,
        evidence: [1],
      })),
    ),
  });
  await page.goto(`${page.url().replace(/[^/]+$/, "review")}`);
  await page.route("http://localhost:9/**", (route) =>
    route.fulfill({ status: 200, contentType: "text/html", body: "<title>panel</title><h1>The panel</h1>" }),
  );
  await page.getByRole("button", { name: "Submit my ratings" }).click();
  const code = study.codes.completed as string;
  await expect(page.getByText(code, { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy code" })).toBeVisible();
  const shown = Date.now();
  await expect(page).toHaveURL(`http://localhost:9/done?c=${code}`, { timeout: 8000 });
  expect(Date.now() - shown).toBeGreaterThan(1500);
  for (const payload of seen) for (const other of Object.values(study.codes)) expect(payload).not.toContain(other);

  const later = await context.newPage();
  await later.goto(entryLink(study, 1, 99));
  await expect(later.getByRole("heading", { name: "You have been here before" })).toBeVisible();
  await expect(later.getByText("You completed it the first time")).toBeVisible();
  await expect(later.getByText(code, { exact: true })).toBeVisible();
});

const PLACES = [
  ["consent", "consent", "/consent"],
  ["the guidelines", "guidelines", "/guidelines"],
  ["a dimension’s guidelines", "guidelines", "/guidelines/relationship"],
  ["the worked example", "guidelines", "/guidelines/example"],
  ["the questions", "check", "/check"],
  ["practice", "practice", "/practice"],
  ["the practice form", "practice", "/practice/relationship"],
  ["the pause", "rating", "/next"],
] as const;

test("every page passes axe in light and dark and fits 320 px", async ({ page }) => {
  test.setTimeout(300_000);
  const study = await makeStudy();
  for (const [index, [name, stage, path]] of PLACES.entries()) {
    await arriveAt(page, study, stage, index + 10);
    await page.goto(`/annotate/${study.entryToken}${path}`);
    await expectSound(page, name);
  }
  await openRating(page, study, 30);
  await expectAccessible(page, "rating");
  await page.locator("#score-1-5").check();
  await page.locator("#pick-2-1").check();
  await page.getByText("Help", { exact: true }).click();
  await expectAccessible(page, "rating with help");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Guidelines", exact: true }).click();
  await expect(page.getByRole("dialog").getByRole("heading", { name: "Believability" })).toBeVisible();
  await expectAccessible(page, "rating with guidelines");
  const room = page.url().replace(/[^/]+$/, "");
  for (const place of ["review", "review?problems=1", "skip", "skip?problem=reason"]) {
    await page.goto(room + place);
    await expectSound(page, place);
  }
  await getDb().annotator.updateMany({
    where: { studyId: study.studyId, stage: "rating" },
    data: { stage: "ended", outcome: "completed", endedAt: new Date() },
  });
  await page.goto(entryLink(study, 30, 301));
  await expect(page.getByRole("heading", { name: "You have been here before" })).toBeVisible();
  await expectSound(page, "the end");
});
