import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import {
  type Clicked,
  dimensionAt,
  goToDimension,
  openConversation,
  passTheDoor,
  passThePractice,
  rateConversation,
  rateDimension,
  reviewAndSubmit,
  waitUntilSaved,
} from "./support/annotator.ts";
import { HIDDEN_MARKS, markedEpisodes, markedFile, SHOWN_MARK } from "./support/marked-episodes.ts";
import { type OwnApp, startOwnApp } from "./support/own-app.ts";
import { type RecordedAnswer, startRecordingProxy } from "./support/recording-proxy.ts";
import {
  ADMIN,
  createAndLaunchStudy,
  entryLinkFor,
  importFile,
  makeFirstAccount,
  type PanelIds,
  prolificId,
  readCodes,
  tableOf,
} from "./support/researcher.ts";

/*
 * Everything that an annotator's browser is sent during a whole visit is kept and searched for what it must never
 * hold. The imported file carries words at those places which occur nowhere else, so that a leak is found for certain.
 */
test.describe.configure({ mode: "serial", timeout: 240_000 });
test.use({ actionTimeout: 30_000, navigationTimeout: 30_000 });

const STUDY_NAME = "zqstudynamezq";
const FIRST = { person: prolificId(31), study: prolificId(2), session: prolificId(41) };
const SECOND = { person: prolificId(32), study: prolificId(2), session: prolificId(42) };

type Recording = Awaited<ReturnType<typeof startRecordingProxy>>;

let app: OwnApp;
let researcher: Page;
let importId = "";
let study = "";
let codes: Record<string, string> = {};
let firstGave: Clicked[] = [];
const recordings: Recording[] = [];
const contexts: BrowserContext[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  app = await startOwnApp();
  researcher = await (await openRecorded(browser)).page;
  await makeFirstAccount(researcher, app.setupLink);
  importId = await importFile(researcher, markedFile());
  study = await createAndLaunchStudy(researcher, {
    name: STUDY_NAME,
    importId,
    annotationsPerItem: 2,
    itemsPerAnnotator: 2,
    hasPractice: true,
    prolificStudyId: FIRST.study,
  });
  codes = await readCodes(researcher, study);
});

test.afterAll(async () => {
  await test.info().attach("what the app printed", { body: app?.output() ?? "", contentType: "text/plain" });
  await Promise.all(contexts.map((context) => context.close()));
  await Promise.all(recordings.map((recording) => recording.stop()));
  await app?.stop();
});

/** A page in a browser context of its own whose every answer is kept. */
async function openRecorded(browser: Browser): Promise<{ page: Page; recording: Recording }> {
  const recording = await startRecordingProxy(app.url);
  recordings.push(recording);
  const context = await browser.newContext({ baseURL: app.url, proxy: { server: recording.server } });
  contexts.push(context);
  return { page: await context.newPage(), recording };
}

/** The answers that hold a word, by address. Upper and lower case, and base64 as cookies and tokens use it, count too. */
function holders(answers: RecordedAnswer[], word: string): string[] {
  const plain = word.toLowerCase();
  // What is left of a short word in base64 is too little to be told from chance.
  const encoded = word.length < 10 ? [] : [0, 1, 2].map((shift) => base64Core(word, shift));
  return answers
    .filter(({ headers, body }) => {
      const text = `${headers}\n${body}`;
      return text.toLowerCase().includes(plain) || encoded.some((part) => text.includes(part));
    })
    .map(({ method, url, status }) => `${method} ${url} (${status})`);
}

/**
 * The answers that hold a pseudonym. It has four letters only, so it counts as it is written and standing alone: within
 * longer words, in other case or inside random numbers it would be met by chance.
 */
function holdersOfPseudonym(answers: RecordedAnswer[], pseudonym: string): string[] {
  const alone = new RegExp(`(?<![\\w+/=-])${pseudonym}(?![\\w+/=-])`);
  return answers
    .filter(({ headers, body }) => alone.test(`${headers}\n${body}`))
    .map(({ method, url, status }) => `${method} ${url} (${status})`);
}

/** The part of a word's base64 that does not depend on its neighbours, when it starts `shift` bytes into a group. */
function base64Core(word: string, shift: number): string {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(word)]);
  const start = shift === 0 ? 0 : 4;
  return bytes.toString("base64").replace(/=+$/, "").slice(start, -4);
}

/** What no annotator may be sent at any time. */
function forbiddenWords(): Record<string, string> {
  return {
    ...HIDDEN_MARKS,
    "name of the study": STUDY_NAME,
    "name of the researcher": ADMIN.name,
    "address of the researcher": ADMIN.email,
    "id of the import": importId,
  };
}

/** One whole visit of a person; answers what they gave. `onTheWay` is called with the form open. */
async function visit(page: Page, ids: PanelIds, person: string): Promise<Clicked[]> {
  const given: Clicked[] = [];
  await page.goto(await entryLinkFor(researcher, study, ids));
  await passTheDoor(page);
  await passThePractice(page);
  // The guidelines again from the form, as somebody would who is unsure.
  await page.getByRole("button", { name: "Guidelines", exact: true }).click();
  await expect(page.getByRole("dialog")).toContainText("Reasons that help");
  await page.keyboard.press("Escape");
  given.push(...(await rateDimension(page, person, dimensionAt(0), 1)));
  await waitUntilSaved(page);
  await page.reload();
  await goToDimension(page, dimensionAt(1));
  given.push(...(await rateConversation(page, person, 2, 1)));
  await reviewAndSubmit(page);
  await openConversation(page, "next");
  given.push(...(await rateConversation(page, person, 20)));
  await reviewAndSubmit(page);
  await expect(page.getByRole("heading", { name: "Thank you, you are done" })).toBeVisible();
  return given;
}

test("the search finds what is there: a researcher’s pages hold every word", async () => {
  const [recording] = recordings;
  if (!recording) throw new Error("The researcher’s answers were not kept.");
  const [episode] = markedEpisodes();
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
  await researcher.goto(`${study}/settings`);
  await expect(researcher.getByRole("main")).toContainText(codes.Completed ?? "no code");
  for (const [what, word] of [...Object.entries(forbiddenWords()), ...Object.entries(codes)])
    expect(holders(recording.answers, word), what).not.toEqual([]);
});

test("the first annotator’s browser is sent no forbidden word, and no code before it is earned", async ({
  browser,
}) => {
  const { page, recording } = await openRecorded(browser);
  firstGave = await visit(page, FIRST, "First");
  expectWholeVisit(recording);
  expectBlind(recording);
});

test("nor the second’s, and nothing that the first one wrote", async ({ browser }) => {
  const { page, recording } = await openRecorded(browser);
  await visit(page, SECOND, "Second");
  expectWholeVisit(recording);
  expectBlind(recording);
  expect(firstGave.length).toBe(28);
  for (const { rationale } of firstGave) expect(holders(recording.answers, rationale.slice(0, 30))).toEqual([]);
  expect(holders(recording.answers, "First says of")).toEqual([]);
  expect(holders(recording.answers, "Second says of"), "one’s own words come back").not.toEqual([]);
  await researcher.goto(`${study}/annotators`);
  await expect(tableOf(researcher, "Annotators").getByRole("row")).toHaveCount(3);
  const names = tableOf(researcher, "Annotators")
    .getByRole("cell")
    .filter({ hasText: /^A-[0-9A-Z]{4,}$/ });
  const pseudonyms = await names.allTextContents();
  expect(pseudonyms).toHaveLength(2);
  for (const pseudonym of pseudonyms) {
    expect(holdersOfPseudonym(recording.answers, pseudonym), "a pseudonym").toEqual([]);
  }
});

/** The recording is of a whole visit: documents, scripts and saves are in it, and the dialogue was read. */
function expectWholeVisit({ answers, outside }: Recording): void {
  const urls = answers.map(({ url }) => url);
  for (const part of [
    "/consent",
    "/guidelines/",
    "/check",
    "/practice",
    "/rate/",
    "/review",
    "/end",
    "/api/draft",
    ".js",
  ])
    expect(
      urls.filter((url) => url.includes(part)),
      part,
    ).not.toEqual([]);
  expect(holders(answers, SHOWN_MARK)).not.toEqual([]);
  // The signed cookie names the study in base64: the search reads that, too.
  expect(holders(answers, study.split("/").at(-1) ?? ""), "the id in the cookie").not.toEqual([]);
  expect(outside, "nothing is asked of another host").toEqual([]);
}

function expectBlind({ answers }: Recording): void {
  const { Completed: earned = "", ...others } = codes;
  expect(leaks(answers, { ...forbiddenWords(), ...others })).toEqual({});
  const lastSubmission = answers.findLastIndex(({ method, url }) => method === "POST" && url.includes("/api/submit"));
  expect(lastSubmission).toBeGreaterThan(0);
  expect(holders(answers.slice(0, lastSubmission), earned), "the code before it was earned").toEqual([]);
  expect(holders(answers.slice(lastSubmission), earned), "the code once it was earned").not.toEqual([]);
}

/** The words that were found, each with the first addresses that sent it. */
function leaks(answers: RecordedAnswer[], words: Record<string, string>): Record<string, string[]> {
  const found = Object.entries(words).map(([what, word]) => [what, holders(answers, word).slice(0, 5)] as const);
  return Object.fromEntries(found.filter(([, where]) => where.length > 0));
}
