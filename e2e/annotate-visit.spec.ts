import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { getDb } from "#lib/store/db.ts";
import { makeStudy, prolificId } from "#tests/factories/study.ts";
import { expectAccessible, expectSound } from "./support/accessible.ts";
import { expect, test } from "./support/fixtures.ts";
import { arriveAt, enterAt, entryLink, openRating } from "./support/visit.ts";

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
  await expect(page.getByRole("group", { name: `1 ${CHECK[0]?.question}`, exact: true })).toBeVisible();
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
