import type { Page } from "@playwright/test";
import { PAYLOADS } from "#tests/integration/episodes/payloads.ts";
import { environmentProfile, episodeLog } from "#tests/integration/episodes/records.ts";
import { expectAccessible, expectSound } from "./support/accessible.ts";
import { expect, test } from "./support/fixtures.ts";
import { leadTo } from "./support/lead-to.ts";

const lines = (records: readonly unknown[]) => Buffer.from(records.map((record) => JSON.stringify(record)).join("\n"));
const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/x-ndjson", buffer });

/** Uploads one file by the page and waits until its import is done. */
async function importByPage(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto("/episodes/import");
  await page.getByLabel("Drop files here, or choose them").setInputFiles(file(name, buffer));
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page).toHaveURL(/\/episodes\/imports\/[\w-]+/);
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 30_000 });
}

/** Hostile texts in one episode. */
const HOSTILE_TURNS = 9;

/** Nothing of an imported text may have run, and no element of it may be in the page. */
async function expectInert(page: Page): Promise<void> {
  expect(await page.evaluate(() => (window as unknown as { pwned?: unknown }).pwned)).toBeUndefined();
  const live = "iframe, img[onerror], svg[onload], a[href^='javascript'], [ontoggle], main style";
  const found = await page.locator(live).evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML));
  expect(found, page.url()).toEqual([]);
}

test("a file is imported by the page, read, imported again, and contradicted", async ({ signedInPage }) => {
  const page = await signedInPage("researcher");
  const records = [
    episodeLog({ id: "E2E-ONE", names: ["Ada Quill", "Bo Reed"], tag: "e2e_story" }),
    episodeLog({ id: "E2E-TWO", names: ["Cleo Marsh", "Dan Holt"], tag: "e2e_story", rated: false }),
    environmentProfile(),
  ];
  const damaged = Buffer.concat([lines(records), Buffer.from('\n{"broken": \n')]);
  await importByPage(page, "story.jsonl", damaged);
  await expect(page.getByText("3 accepted, 1 refused")).toBeVisible();
  const report = page.getByRole("region", { name: "Report" });
  await expect(report.getByText("This cannot be read as JSON.")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("navigation", { name: "Part of the report" }).getByRole("link", { name: "Accepted" }).click();
  await report.getByRole("link", { name: "E2E-ONE" }).click();
  await expect(page.getByRole("heading", { name: "Ada Quill and Bo Reed" })).toBeVisible();
  await expect(page.getByRole("link", { name: "shared_oven" })).toBeVisible();
  await expect(page.getByText("Relationship: Acquaintances.")).toBeVisible();
  const ada = page.getByRole("region", { name: "Ada Quill" });
  await expect(ada.getByText("Reach aim 1.")).toBeVisible();
  await expect(ada.getByText("Hides letter 1.")).toBeVisible();
  await expect(page.locator("#turn-2")).toContainText("Morning. Is the oven free?");
  await expect(page.locator("#turn-3")).toContainText("Ada Quill left the conversation");
  const ratings = page.getByRole("region", { name: "Ratings" });
  await ratings.getByText("Goal", { exact: true }).click();
  await expect(ratings.getByText("Reason 2 for goal.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "show it" }).click();
  await expect(page.getByRole("region", { name: "Raw record" })).toContainText('"pk": "E2E-ONE"');

  await importByPage(page, "story.jsonl", lines(records));
  await expect(page.getByText("0 accepted, 3 here already")).toBeVisible();
  await expect(page.getByText("2 episodes of this file were here already: from story.jsonl.")).toBeVisible();
  await page.getByRole("link", { name: "Show its episodes" }).click();
  await expect(page.getByText("2 episodes from one import")).toBeVisible();

  await importByPage(page, "other.jsonl", lines([episodeLog({ id: "E2E-ONE", says: ["Something else."] })]));
  await expect(page.getByText("1 conflict to decide")).toBeVisible();
  await page.getByRole("link", { name: "Compare them one by one" }).click();
  const conflicts = page.getByRole("list", { name: "Conflicts" });
  await expect(conflicts.getByText("Turn 1: Something else.")).toBeVisible();
  await expectAccessible(page);
  await conflicts.getByRole("button", { name: "Keep the newer" }).click();
  await expect(conflicts.getByText("Newer kept")).toBeVisible();
  await page.getByRole("button", { name: "Take all decisions back" }).click();
  await page.getByRole("button", { name: "Take them back" }).click();
  await expect(conflicts.getByText("Undecided")).toBeVisible();
  await conflicts.getByRole("link", { name: "Newer version" }).click();
  await expect(page.getByText("Several records have this source id")).toBeVisible();
  await page.getByRole("button", { name: "Keep only this version" }).click();
  await expect(page.getByText("This version is chosen")).toBeVisible();
  await page.goto("/episodes?q=E2E-ONE");
  await expect(page.getByText("1 episode mentioning “E2E-ONE”")).toBeVisible();

  await page.getByRole("link", { name: "Ada Quill and Bo Reed" }).click();
  await expect(page.getByText("This version is chosen")).toBeVisible();
  const address = `/api/v1${new URL(page.url()).pathname}/conflict`;
  const { request } = page.context();
  const origin = new URL(page.url()).origin;
  const states = async () => {
    const { versions } = await (await request.get(address)).json();
    return versions.map((one: { conflictState: string }) => one.conflictState);
  };
  expect(await states()).toEqual(["set-aside", "chosen"]);
  const decide = (keep: string) => request.post(address, { headers: { origin }, data: { keep } });
  expect(await (await decide("all")).json()).toEqual({ versions: 2 });
  expect(await states()).toEqual(["kept", "kept"]);
  expect((await decide("newer")).status()).toBe(422);
});

test("hostile texts are shown as text and nothing of them runs", async ({ signedInPage }) => {
  const page = await signedInPage("researcher");
  page.on("dialog", (dialog) => {
    throw new Error(`A dialog appeared: ${dialog.message()}`);
  });
  // Several in one episode: each is a turn, and a part of the scenario.
  const payloads = Object.values(PAYLOADS);
  const hostile = Array.from({ length: Math.ceil(payloads.length / HOSTILE_TURNS) }, (_, index) => {
    const own = payloads.slice(index * HOSTILE_TURNS, (index + 1) * HOSTILE_TURNS);
    const scenario = `A quiet place. ${own.map((payload) => payload.slice(0, 300)).join(" ")}`;
    return episodeLog({ id: `E2E-HOSTILE-${index}`, tag: "e2e_hostile", says: own, scenario });
  });
  const refused = payloads.map((payload) => payload.replaceAll("\n", " ").slice(0, 500));
  await importByPage(
    page,
    "<img src=x onerror=window.pwned=1>.jsonl",
    Buffer.concat([lines(hostile), Buffer.from(`\n${refused.join("\n")}`)]),
  );
  await expectInert(page);
  await page.goto("/episodes?tag=e2e_hostile");
  await expectInert(page);
  const links = await page
    .getByRole("region", { name: "Episodes" })
    .getByRole("link")
    .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
  expect(links).toHaveLength(hostile.length);
  const shown: string[] = [];
  for (const link of links) {
    await page.goto(link);
    await expectInert(page);
    shown.push(...(await page.locator("[id^=turn-]").allTextContents()));
    await page.goto(`${link}/raw`);
    await expectInert(page);
  }
  for (const name of ["script tag", "event handler", "template injection"] as const) {
    expect(
      shown.some((text) => text.includes(PAYLOADS[name] ?? "none")),
      name,
    ).toBe(true);
  }
});

test("the list is filtered by its address and paged without losing or repeating anything", async ({ signedInPage }) => {
  const page = await signedInPage("researcher");
  const many = Array.from({ length: 120 }, (_, index) =>
    episodeLog({
      id: `E2E-MANY-${String(index).padStart(3, "0")}`,
      tag: "e2e_many",
      rated: index % 2 === 0,
      models: ["judge-x", index % 3 === 0 ? "e2e-alpha" : "e2e-beta", "e2e-gamma"],
      says: Array.from({ length: 1 + (index % 4) }, (_one, turn) => `Words ${turn}.`),
    }),
  );
  await importByPage(page, "many.jsonl", lines(many));

  await page.goto("/episodes?tag=e2e_many&sort=source-id");
  const hrefs = () =>
    page
      .getByRole("region", { name: "Episodes" })
      .getByRole("link")
      .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  await expect(page.getByText("120 episodes tagged e2e_many")).toBeVisible();
  const first = await hrefs();
  const seen = [...first];
  for (const expected of [50, 20]) {
    await page.getByRole("link", { name: "Next page" }).click();
    await expect.poll(async () => (await hrefs())[0]).not.toBe(seen.at(-50));
    const now = await hrefs();
    expect(now).toHaveLength(expected);
    seen.push(...now);
  }
  expect(new Set(seen).size).toBe(120);
  await expect(page.getByRole("link", { name: "Next page" })).toHaveCount(0);
  await page.getByRole("link", { name: "Previous page" }).click();
  await expect.poll(hrefs).toEqual(seen.slice(50, 100));
  await page.getByRole("link", { name: "First page" }).click();
  await expect.poll(hrefs).toEqual(first);

  await page.getByLabel("Policy").selectOption("e2e-alpha");
  await page.getByLabel("Partner").selectOption("e2e-gamma");
  await page.getByLabel("Ratings").selectOption("judge");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/policy=e2e-alpha&partner=e2e-gamma/);
  await expect(page.getByText("20 episodes played by e2e-alpha and e2e-gamma")).toBeVisible();
  await page.getByLabel("At least so many turns").fill("4");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("10 episodes played by e2e-alpha")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Search").fill("nobody-has-this");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("heading", { name: "No episode fits" })).toBeVisible();
  await page.getByRole("link", { name: "Show all episodes" }).click();
  await expect(page).toHaveURL(/\/episodes$/);
});

test("importing and filtering work without JavaScript", async ({ signedInPage }) => {
  const page = await signedInPage("researcher", { javaScriptEnabled: false });
  await page.goto("/episodes/import");
  const upload = [
    file("plain-1.jsonl", lines([episodeLog({ id: "E2E-PLAIN-1", tag: "e2e_plain" })])),
    file("plain-2.jsonl", lines([episodeLog({ id: "E2E-PLAIN-2", tag: "e2e_plain" })])),
  ];
  await page.getByLabel("Drop files here, or choose them").setInputFiles(upload);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByRole("link", { name: "plain-2.jsonl" })).toBeVisible();
  await expect(async () => {
    await page.goto("/episodes?tag=e2e_plain");
    await expect(page.getByText("2 episodes tagged e2e_plain")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await page.getByLabel("Search").fill("E2E-PLAIN-2");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("1 episode mentioning")).toBeVisible();
});

test("the REST address takes files, tells how far they are, and refuses who may not", async ({ signedInPage }) => {
  const page = await signedInPage("researcher");
  await page.goto("/episodes");
  const { request } = page.context();
  const origin = new URL(page.url()).origin;
  const sent = await request.post("/api/v1/imports?fileName=rest.jsonl", {
    headers: { origin, "content-type": "application/octet-stream" },
    data: lines([episodeLog({ id: "E2E-REST" }), { x: 1 }]),
  });
  expect(sent.status()).toBe(202);
  const location = sent.headers().location ?? "";
  expect(location).toMatch(/^\/api\/v1\/imports\//);
  await expect
    .poll(async () => (await (await request.get(location)).json()).state, { timeout: 30_000 })
    .toBe("completed");
  const row = await (await request.get(location)).json();
  expect(row).toMatchObject({ fileName: "rest.jsonl", rowsDone: 2, acceptedCount: 1, refusedCount: 1 });
  expect(row.storedPath).toBeUndefined();
  const report = await (await request.get(`${location}/lines?outcome=refused`)).json();
  expect(report.lines).toHaveLength(1);
  expect(report.lines[0]).toMatchObject({ line: 2, outcome: "refused" });
  expect((await request.get(`${location}/lines?outcome=nonsense`)).status()).toBe(422);
  const csv = await request.get(`${location}/report.csv`);
  expect(csv.headers()["content-disposition"]).toContain("attachment");
  expect((await csv.text()).split("\n").filter(Boolean)).toHaveLength(3);
  expect((await request.get("/api/v1/imports/none")).status()).toBe(404);
  const empty = await request.post("/api/v1/imports?fileName=e.jsonl", { headers: { origin }, data: Buffer.alloc(0) });
  expect(empty.status()).toBe(422);
  const elsewhere = await request.post("/api/v1/imports", {
    headers: { origin: "https://elsewhere.example" },
    data: "{}",
  });
  expect(elsewhere.status()).toBe(403);

  const analyst = await signedInPage("analyst");
  await analyst.goto("/episodes/import");
  await expect(analyst.getByText("Your role reads episodes.")).toBeVisible();
  const refused = await analyst
    .context()
    .request.post("/api/v1/imports?fileName=a.jsonl", { headers: { origin }, data: "{}" });
  expect(refused.status()).toBe(403);
});

test("the episode pages are accessible and fit, wide and narrow, light and dark", async ({ signedInPage }) => {
  test.slow();
  const page = await signedInPage("researcher");
  await leadTo(page, "/episodes");
  await expectSound(page);
  await page.getByRole("region", { name: "Episodes" }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "What was said and done" })).toBeVisible();
  await expectSound(page);
  await leadTo(page, `${new URL(page.url()).pathname}/raw`);
  await expectSound(page);
  for (const address of ["/episodes/import", "/scenarios"]) {
    await leadTo(page, address);
    await expectSound(page);
  }
  await page.getByRole("region", { name: "Scenarios" }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "The situation" })).toBeVisible();
  await expectSound(page);
});
