import { readFileSync } from "node:fs";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import {
  type Clicked,
  chooseScore,
  dimensionAt,
  goToDimension,
  groupsOf,
  inventRating,
  openConversation,
  passTheDoor,
  rateConversation,
  rateDimension,
  reviewAndSubmit,
  waitUntilSaved,
} from "./support/annotator.ts";
import { unexpectedMessages, watchConsole } from "./support/console.ts";
import { csvRows, unzip } from "./support/export-archive.ts";
import { expectSameInEveryFile, sorted, toClicked } from "./support/exported.ts";
import { HIDDEN_MARKS, markedEpisodes, markedFile } from "./support/marked-episodes.ts";
import { type OwnApp, startOwnApp } from "./support/own-app.ts";
import {
  createAndLaunchStudy,
  entryLinkFor,
  importFile,
  makeFirstAccount,
  prolificId,
  tableOf,
} from "./support/researcher.ts";

/*
 * From an empty data folder to ratings in hand: one researcher, two annotators, one file. The steps build on each
 * other, so they run in order on one app.
 */
test.describe.configure({ mode: "serial", timeout: 240_000 });
test.use({ actionTimeout: 30_000, navigationTimeout: 30_000 });

const PANEL_STUDY = prolificId(1);
const FIRST = { person: prolificId(11), study: PANEL_STUDY, session: prolificId(21) };
const SECOND = { person: prolificId(12), study: PANEL_STUDY, session: prolificId(22) };
const EPISODES = markedEpisodes();

let app: OwnApp;
let researcher: Page;
let importId = "";
let study = "";
type FirstFour = [Dimension, Dimension, Dimension, Dimension];

/** What each of the two gave, rating by rating. */
const clicked: { first: Clicked[]; second: Clicked[] } = { first: [], second: [] };
const contexts: BrowserContext[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  app = await startOwnApp();
  researcher = await (await open(browser, { viewport: { width: 1280, height: 800 } })).newPage();
});

test.afterAll(async () => {
  await test.info().attach("what the app printed", { body: app?.output() ?? "", contentType: "text/plain" });
  await Promise.all(contexts.map((context) => context.close()));
  await app?.stop();
});

/** A new browser context on this app, with its console watched. */
async function open(
  browser: import("@playwright/test").Browser,
  options: import("@playwright/test").BrowserContextOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: app.url, ...options });
  watchConsole(context);
  contexts.push(context);
  return context;
}

test("the one-time link makes the first account, and only once", async ({ browser }) => {
  await makeFirstAccount(researcher, app.setupLink);
  const stranger = await (await open(browser, {})).newPage();
  await stranger.goto(app.setupLink);
  await expect(stranger.getByRole("heading", { name: "This link can no longer be used" })).toBeVisible();
  await stranger.goto("/studies");
  await expect(stranger).toHaveURL(/\/sign-in/);
});

test("a file is imported, and the report names every line", async () => {
  importId = await importFile(researcher, markedFile());
  await expect(researcher.getByRole("link", { name: /^Accepted\s*2/ })).toBeVisible();
  await expect(researcher.getByRole("link", { name: /^Refused\s*1/ })).toBeVisible();
  const report = tableOf(researcher, "Report");
  await expect(report.getByRole("row").nth(1)).toContainText("Refused");
  await researcher.getByRole("link", { name: /^Accepted/ }).click();
  for (const { pk } of EPISODES) await expect(report).toContainText(pk);
});

test("the episodes can be found and read, with the judge’s ratings beside them", async () => {
  await researcher.getByRole("link", { name: "Show its episodes" }).click();
  await expect(researcher.getByRole("table").getByRole("row")).toHaveCount(1 + EPISODES.length);
  const [episode] = EPISODES;
  await researcher
    .getByRole("link", { name: new RegExp(episode?.names[0] ?? "") })
    .first()
    .click();
  const main = researcher.getByRole("main");
  for (const text of [...(episode?.names ?? []), HIDDEN_MARKS.judge, HIDDEN_MARKS.firstPolicy, HIDDEN_MARKS.tag])
    await expect(main).toContainText(text);
  await expect(main).toContainText(`${HIDDEN_MARKS.rationale} on goal for seat 1.`);
});

test("a study over these episodes is created and launched", async () => {
  study = await createAndLaunchStudy(researcher, {
    name: "Neighbours",
    importId,
    annotationsPerItem: 2,
    itemsPerAnnotator: 2,
    hasPractice: false,
    prolificStudyId: PANEL_STUDY,
  });
  await expect(researcher.getByRole("main")).toContainText("0 of 4 annotations are in");
});

test("the first annotator loses the network while typing, and nothing is lost", async ({ browser }) => {
  const context = await open(browser, { viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(await entryLinkFor(researcher, study, FIRST));
  expect(page.url(), "the ids are gone from the address").not.toMatch(/PROLIFIC|[0-9a-f]{24}/);
  await passTheDoor(page);
  await openConversation(page, "first");
  const [believability, relationship, knowledge, secret] = [0, 1, 2, 3].map(dimensionAt) as FirstFour;
  clicked.first.push(...(await rateDimension(page, "First", believability, 1)));
  await goToDimension(page, relationship);
  const wanted = (await groupsOf(page, relationship)).map(({ group, name }, seat) => ({
    group,
    rating: inventRating("First", name, relationship, 40 + seat),
  }));
  // Half a sentence, then no network; the rest of the sentence, a score and another dimension without it.
  for (const { group, rating } of wanted)
    await group.getByRole("textbox").pressSequentially(rating.rationale.slice(0, 12));
  await context.setOffline(true);
  for (const { group, rating } of wanted) {
    await group.getByRole("textbox").fill(rating.rationale);
    await chooseScore(group, relationship, rating.score);
    for (const turn of rating.evidence)
      await page.getByRole("checkbox", { name: `Turn ${turn} shows it for ${rating.agentName.split(" ")[0]}` }).check();
    clicked.first.push(rating);
  }
  await expect(page.getByText("Offline, will retry").first()).toBeVisible({ timeout: 15_000 });
  await goToDimension(page, knowledge);
  clicked.first.push(...(await rateDimension(page, "First", knowledge, 50)));
  await expect(page.getByText("Offline, will retry").first()).toBeVisible();
  await context.setOffline(false);
  await waitUntilSaved(page);
  await page.reload();
  await goToDimension(page, relationship);
  for (const { group, rating } of wanted) await expect(group.getByRole("textbox")).toHaveValue(rating.rationale);
  await goToDimension(page, secret);
  clicked.first.push(...(await rateConversation(page, "First", 60, 3)));
  await reviewAndSubmit(page);
  await openConversation(page, "next");
  clicked.first.push(...(await rateConversation(page, "First", 80)));
  await reviewAndSubmit(page);
  await expect(page.getByRole("heading", { name: "Thank you, you are done" })).toBeVisible();
});

test("the second annotator begins on a computer and goes on with a phone", async ({ browser }) => {
  const link = await entryLinkFor(researcher, study, SECOND);
  const computer = await (await open(browser, { viewport: { width: 1280, height: 800 } })).newPage();
  await computer.goto(link);
  await passTheDoor(computer);
  await openConversation(computer, "first");
  for (const [index, dimension] of SOTOPIA_DIMENSIONS.slice(0, 3).entries()) {
    clicked.second.push(...(await rateDimension(computer, "Second", dimension, 100 + index)));
    await goToDimension(computer, dimensionAt(index + 1));
  }
  await waitUntilSaved(computer);
  await expect(monitorLead()).toContainText("1 person is at work");
  const phone = await (
    await open(browser, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, userAgent: PHONE })
  ).newPage();
  await phone.goto(link);
  await phone
    .getByRole("button", { name: "Go on with my conversation" })
    .or(phone.locator("#rating"))
    .first()
    .waitFor();
  const goOn = phone.getByRole("button", { name: "Go on with my conversation" });
  if (await goOn.isVisible()) await goOn.click();
  await phone.locator("#rating").waitFor({ state: "attached" });
  await goToDimension(phone, dimensionAt(0));
  for (const { group, name } of await groupsOf(phone, dimensionAt(0))) {
    const before = clicked.second.find((each) => each.agentName === name && each.dimension === "believability");
    await expect(group.getByRole("textbox")).toHaveValue(before?.rationale ?? "");
  }
  await goToDimension(phone, dimensionAt(3));
  clicked.second.push(...(await rateConversation(phone, "Second", 110, 3)));
  await reviewAndSubmit(phone);
  await openConversation(phone, "next");
  clicked.second.push(...(await rateConversation(phone, "Second", 130)));
  await reviewAndSubmit(phone);
  await expect(phone.getByRole("heading", { name: "Thank you, you are done" })).toBeVisible();
});

const PHONE =
  "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";

/** The lead sentence of the study's page; it is open since the last entry link was read there. */
function monitorLead() {
  return researcher.getByRole("main");
}

test("the study’s page shows them come and finish", async () => {
  await researcher.goto(study);
  const main = researcher.getByRole("main");
  await expect(main).toContainText("4 of 4 annotations are in");
  await expect(main).toContainText("2 of 2 items complete");
  await expect(tableOf(researcher, "Arrivals by outcome").getByRole("row", { name: /Completed/ })).toContainText("2");
  await expect(main).toContainText("Nobody holds an item.");
});

test("the export holds what was clicked, field by field", async () => {
  await researcher.goto(`${study}/export`);
  const files = await unzip(await download(researcher, "Download everything"));
  const rows = csvRows(files.get("ratings-long.csv"));
  expect(rows).toHaveLength(4 * 14);
  for (const [person, given] of Object.entries(clicked)) {
    const pseudonym = rows.find((row) => row.rationale?.includes(given[0]?.rationale ?? "?"))?.annotator;
    const exported = rows.filter((row) => row.annotator === pseudonym).map(toClicked);
    expect(sorted(exported), person).toEqual(sorted(given));
  }
  for (const row of rows) {
    const episode = EPISODES.find(({ names }) => names[0] === row.agent_1_name);
    expect(row).toMatchObject({
      episode: episode?.pk,
      agent_2_name: episode?.names[1],
      agent_name: episode?.names[Number(row.agent) - 1],
      tag: HIDDEN_MARKS.tag,
      agent_policy: row.agent === "1" ? HIDDEN_MARKS.firstPolicy : HIDDEN_MARKS.secondPolicy,
      is_late: "false",
      is_excluded: "false",
    });
  }
  const single = await download(researcher, "Ratings, long, CSV");
  expect(csvRows(single)).toEqual(rows);
  expectSameInEveryFile(files, rows);
});

test("nothing unexpected was written to any console", () => {
  expect(contexts.flatMap(unexpectedMessages)).toEqual([]);
});

async function download(page: Page, link: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link, exact: true }).click(),
  ]);
  return readFileSync(await file.path());
}
