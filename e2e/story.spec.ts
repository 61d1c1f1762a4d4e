import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { unzip } from "#tests/support/unzip.ts";
import { expectSound } from "./support/accessible.ts";
import {
  type Clicked,
  chooseScore,
  dimensionAt,
  goToDimension,
  groupsOf,
  inventRating,
  openConversation,
  passTheDoor,
  passThePractice,
  rateConversation,
  rateDimension,
  reviewAndSubmit,
  waitUntilSaved,
} from "./support/annotator.ts";
import { unexpectedMessages, watchConsole } from "./support/console.ts";
import { csvRows } from "./support/export-archive.ts";
import { expectSameInEveryFile, sorted, toClicked } from "./support/exported.ts";
import { expect, test } from "./support/fixtures.ts";
import { HIDDEN_MARKS, markedEpisodes, markedFile } from "./support/marked-episodes.ts";
import { type OwnApp, startOwnApp } from "./support/own-app.ts";
import { type RecordedAnswer, type RecordingProxy, startRecordingProxy } from "./support/recording-proxy.ts";
import {
  ADMIN,
  createAndLaunchStudy,
  entryLinkFor,
  importFile,
  makeFirstAccount,
  prolificId,
  readCodes,
  tableOf,
} from "./support/researcher.ts";
import { expectBlind, expectWholeVisit, holders, holdersOfPseudonym } from "./support/sent-words.ts";

/*
 * From an empty data folder to ratings in hand: one researcher, two annotators, one file. The steps build on each
 * other, so they run in order on one app. Everything that a browser is sent is kept, and in the end what the annotators'
 * were sent is searched for what it must never hold: the imported file carries words at those places which occur nowhere
 * else, so that a leak is found for certain.
 */
test.describe.configure({ mode: "serial", timeout: 240_000 });
test.use({ actionTimeout: 30_000, navigationTimeout: 30_000 });

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 360, height: 740 };
const PANEL_STUDY = prolificId(1);
const FIRST = { person: prolificId(11), study: PANEL_STUDY, session: prolificId(21) };
const SECOND = { person: prolificId(12), study: PANEL_STUDY, session: prolificId(22) };
const EPISODES = markedEpisodes();

const STUDY_NAME = "zqstudynamezq";

type Person = "researcher" | "first" | "second" | "stranger";

let app: OwnApp;
let researcher: Page;
let importId = "";
let study = "";
let codes: Record<string, string> = {};
/** By person, what each of their browsers was sent; the second annotator has two. */
const recordings: { person: Person; recording: RecordingProxy }[] = [];
type FirstFour = [Dimension, Dimension, Dimension, Dimension];

/** What each of the two gave, rating by rating. */
const clicked: { first: Clicked[]; second: Clicked[] } = { first: [], second: [] };
const contexts: BrowserContext[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  app = await startOwnApp();
  researcher = await (await open(browser, "researcher")).newPage();
});

test.afterAll(async () => {
  await test.info().attach("what the app printed", { body: app?.output() ?? "", contentType: "text/plain" });
  await Promise.all(contexts.map((context) => context.close()));
  await Promise.all(recordings.map(({ recording }) => recording.stop()));
  await app?.stop();
});

/** A new browser context on this app, with its console watched and every answer kept. */
async function open(browser: Browser, person: Person, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const recording = await startRecordingProxy(app.url);
  recordings.push({ person, recording });
  const proxy = { server: recording.server };
  const context = await browser.newContext({ baseURL: app.url, viewport: WIDE, ...options, proxy });
  watchConsole(context);
  contexts.push(context);
  return context;
}

/** Everything that a person's browsers were sent so far. */
function answersTo(person: Person): RecordedAnswer[] {
  return recordings.flatMap((each) => (each.person === person ? each.recording.answers : []));
}

test("the one-time link makes the first account, and only once", async ({ browser }) => {
  await researcher.goto(app.setupLink);
  await expectSound(researcher, "the first account");
  await makeFirstAccount(researcher, app.setupLink);
  const stranger = await (await open(browser, "stranger")).newPage();
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
    name: STUDY_NAME,
    importId,
    annotationsPerItem: 2,
    itemsPerAnnotator: 2,
    hasPractice: true,
    prolificStudyId: PANEL_STUDY,
  });
  await expect(researcher.getByRole("main")).toContainText("0 of 4 annotations are in");
  codes = await readCodes(researcher, study);
});

test("the first annotator loses the network while typing, and nothing is lost", async ({ browser }) => {
  const context = await open(browser, "first");
  const page = await context.newPage();
  await page.goto(await entryLinkFor(researcher, study, FIRST));
  expect(page.url(), "the ids are gone from the address").not.toMatch(/PROLIFIC|[0-9a-f]{24}/);
  await passTheDoor(page);
  await passThePractice(page);
  // The guidelines again from the form, as somebody would who is unsure.
  await page.getByRole("button", { name: "Guidelines", exact: true }).click();
  await expect(page.getByRole("dialog")).toContainText("Reasons that help");
  await page.keyboard.press("Escape");
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
  const computer = await (await open(browser, "second")).newPage();
  await computer.goto(link);
  await passTheDoor(computer);
  await passThePractice(computer);
  for (const [index, dimension] of SOTOPIA_DIMENSIONS.slice(0, 3).entries()) {
    clicked.second.push(...(await rateDimension(computer, "Second", dimension, 100 + index)));
    await goToDimension(computer, dimensionAt(index + 1));
  }
  await waitUntilSaved(computer);
  await expect(monitorLead()).toContainText("1 person is at work");
  const phone = await (
    await open(browser, "second", { viewport: NARROW, isMobile: true, hasTouch: true, userAgent: PHONE })
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

/** What no annotator may be sent at any time, or not before it is earned. */
function hiddenWords(): Record<string, string> {
  return {
    ...HIDDEN_MARKS,
    "name of the study": STUDY_NAME,
    "name of the researcher": ADMIN.name,
    "address of the researcher": ADMIN.email,
    "id of the import": importId,
  };
}

test("the search for hidden words finds what is there: the researcher’s pages hold every one", async () => {
  const [episode] = EPISODES;
  await researcher.goto(`/episodes?import=${importId}`);
  await researcher
    .getByRole("link", { name: new RegExp(episode?.names[0] ?? "") })
    .first()
    .click();
  await expect(researcher.getByRole("main")).toContainText(HIDDEN_MARKS.judge);
  await researcher.goto(`${new URL(researcher.url()).pathname}/raw`);
  await expect(researcher.getByRole("main")).toContainText(HIDDEN_MARKS.codename);
  await researcher.goto("/account");
  await expect(researcher.getByRole("main")).toContainText(ADMIN.email);
  for (const [what, word] of [...Object.entries(hiddenWords()), ...Object.entries(codes)])
    expect(holders(answersTo("researcher"), word), what).not.toEqual([]);
});

test("no annotator’s browser is sent a hidden word, a pseudonym, another’s words, or a code before it is earned", async () => {
  await researcher.goto(`${study}/annotators`);
  await expect(tableOf(researcher, "Annotators").getByRole("row")).toHaveCount(3);
  const names = tableOf(researcher, "Annotators")
    .getByRole("cell")
    .filter({ hasText: /^A-[0-9A-Z]{4,}$/ });
  const pseudonyms = await names.allTextContents();
  expect(pseudonyms).toHaveLength(2);
  const { Completed: earned = "", ...others } = codes;
  for (const person of ["first", "second"] as const) {
    const answers = answersTo(person);
    expectWholeVisit(answers, study.split("/").at(-1) ?? "");
    expectBlind(answers, { ...hiddenWords(), ...others }, earned);
    for (const pseudonym of pseudonyms) expect(holdersOfPseudonym(answers, pseudonym), "a pseudonym").toEqual([]);
  }
  expect(clicked.first).toHaveLength(28);
  for (const { rationale } of clicked.first) expect(holders(answersTo("second"), rationale.slice(0, 30))).toEqual([]);
  expect(holders(answersTo("second"), "First says of")).toEqual([]);
  expect(holders(answersTo("second"), "Second says of"), "one’s own words come back").not.toEqual([]);
  expect(
    recordings.flatMap(({ recording }) => recording.outside),
    "nothing is asked of another host",
  ).toEqual([]);
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
