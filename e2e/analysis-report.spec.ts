import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { DRAWN_VIEWS } from "#components/analysis/bundle/figure-jobs.ts";
import { VIEW_WORDS } from "#components/analysis/frame/view-words.ts";
import { VIEW_NAMES } from "#lib/domain/analysis/findings/views.ts";
import { makeEpisodes } from "#tests/factories/study.ts";
import { unzip } from "#tests/support/unzip.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible.ts";
import { askQuestion, importItems, madeUpItems, openView } from "./support/analysis.ts";
import { csvRows } from "./support/export-archive.ts";
import { expect, test } from "./support/fixtures.ts";

test.describe.configure({ mode: "serial" });

let analysis = "";

/** What the first test took, from a wide window in light. */
let fromWide: Map<string, Buffer>;

/** Presses “Download everything” and waits for the archive. */
async function takeBundle(page: Page): Promise<{ name: string; files: Map<string, Buffer> }> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download everything" }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), files: await unzip(await readFile(await download.path())) };
}

test("everything comes as one archive: tables, methods, settings, and a picture of every view on every dimension", async ({
  signedInPage,
}) => {
  test.slow();
  const page = await signedInPage("researcher", { viewport: { width: 1280, height: 900 }, colorScheme: "light" });
  analysis = await askQuestion(page, await importItems(madeUpItems()), "Does the medlar overrate?");
  await openView(page, `${analysis}/bias`);
  const { name, files } = await takeBundle(page);
  fromWide = files;
  expect(name).toBe("does-the-medlar-overrate-v1.zip");
  await expect(page.getByRole("region", { name: "Download" })).toContainText("with every table and figure");

  // Raters who are places in a list are nobody of whom anything could be drawn.
  expect([...files.keys()].filter((file) => file.startsWith("figures/annotators"))).toEqual([]);
  for (const view of DRAWN_VIEWS.filter((name) => name !== "annotators")) {
    const own = [...files.keys()].filter((file) => file.startsWith(`figures/${view}`));
    expect(own.filter((file) => file.endsWith(".svg")).length, view).toBeGreaterThan(0);
    expect(own.filter((file) => file.endsWith(".png")).length, view).toBeGreaterThan(0);
  }
  for (const dimension of ["goal", "clarity"]) expect(files.has(`figures/bias-${dimension}.svg`)).toBe(true);
  for (const [file, content] of files) if (file.endsWith(".png")) expectPng(content, file);
  const pictures = [...files].filter(([file]) => file.endsWith(".svg")).map(([file, svg]) => [file, String(svg)]);
  expect(await problemsOf(page, pictures as [string, string][])).toEqual([]);
  const words = (file: string) => pictures.find(([name]) => name === file)?.[1];
  expect(words("figures/bias-goal.svg")).toMatch(/goal: judge minus people, by policy/i);
  const said = (svg = "") => svg.replace(/<[^>]+>/g, " ");
  for (const [file, svg] of pictures)
    expect(said(svg), `${file} says what its intervals are`).toMatch(/95\s%\sinterval/);

  expect(String(files.get("methods.txt"))).toContain("120 cells");
  expect(JSON.parse(String(files.get("settings.json")))).toMatchObject({ version: 1, question: { seed: 1 } });
  const bins = csvRows(files.get("tables/judge-by-human.csv"));
  expect(Object.keys(bins[0] ?? {})).toEqual(
    expect.arrayContaining(["judge_from", "judge_to", "human_from", "human_to"]),
  );
  expect(csvRows(files.get("tables/bias-by-policy.csv")).map(({ policy }) => policy)).toContain("tuned");
});

function expectPng(content: Buffer, file: string): void {
  expect(content.subarray(0, 8), file).toEqual(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]));
  expect(content.readUInt32BE(16), `${file} has two dots for each pixel`).toBe(2000);
}

/** What is wrong with files of pictures: they must be whole XML, stand by themselves and draw something, all of it inside. */
function problemsOf(page: Page, pictures: [string, string][]): Promise<string[]> {
  return page.evaluate(
    (all) =>
      all.flatMap(([file, svg]) => {
        const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
        if (parsed.querySelector("parsererror")) return [`${file} is no XML`];
        const found = [];
        if (/var\(|class=|rgba\(0, 0, 0, 0\)|url\((?!#)/.test(svg)) found.push(`${file} leans on the page`);
        if (parsed.querySelectorAll("svg svg").length === 0) found.push(`${file} is empty`);
        const drawn = document.body.appendChild(
          document.importNode(parsed.documentElement, true),
        ) as unknown as SVGSVGElement;
        const { x, width } = drawn.getBBox();
        if (x < -1 || x + width > drawn.width.baseVal.value + 1) found.push(`${file} is cut off at the side`);
        drawn.remove();
        return found;
      }),
    pictures,
  );
}

test("ratings and episodes that arrive meanwhile do not stop the archive", async ({ signedInPage }) => {
  test.slow();
  const page = await signedInPage("analyst");
  await openView(page, `${analysis}/bias`);
  let asked = 0;
  await page.route("**/views/planner*", async (route) => {
    asked += 1;
    await makeEpisodes(1);
    const response = await route.fetch();
    // The first time the view rests on other ratings than those before it.
    await route.fulfill({
      response,
      json: { ...(await response.json()), ...(asked === 1 ? { fingerprint: "older" } : {}) },
    });
  });
  const { files } = await takeBundle(page);
  expect(files.has("figures/bias-goal.svg")).toBe(true);
  expect(asked, "Episodes of which no source speaks change nothing").toBe(2);
});

test("a picture is the same from a wide window in light and from a narrow one in dark", async ({ signedInPage }) => {
  test.slow();
  const narrow = await signedInPage("analyst", { viewport: { width: 360, height: 800 }, colorScheme: "dark" });
  await openView(narrow, analysis);
  const { files } = await takeBundle(narrow);
  const pictures = [...fromWide.keys()].filter((file) => file.endsWith(".svg"));
  expect([...files.keys()].sort()).toEqual([...fromWide.keys()].sort());
  for (const file of pictures) expect(String(files.get(file)), file).toBe(String(fromWide.get(file)));
});

test("the archive can be cancelled, and a failure is a sentence that leaves the tables", async ({
  signedInPage,
  allowConsole,
}) => {
  allowConsole(/Failed to load resource/);
  const page = await signedInPage("analyst");
  await openView(page, `${analysis}/bias`);
  const release = Promise.withResolvers<void>();
  await page.route("**/views/planner*", async (route) => {
    await release.promise;
    await route.abort().catch(() => {});
  });
  const panel = page.getByRole("region", { name: "Download" });
  await page.getByRole("link", { name: "Download everything" }).press("Enter");
  await expect(panel.getByRole("progressbar", { name: "Files made" })).toBeVisible();
  await panel.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Download everything" })).toBeFocused();

  await page.getByRole("link", { name: "Download everything" }).click();
  release.resolve();
  await expect(panel.getByRole("alert")).toContainText("The server could not be reached. Nothing was saved");
  const waiting = page.waitForEvent("download");
  await panel.getByRole("link", { name: "Download the tables alone" }).click();
  expect((await waiting).suggestedFilename()).toBe("does-the-medlar-overrate-v1.zip");
});

test("the report shows every view in its order, under the filters of the address", async ({ signedInPage }) => {
  const page = await signedInPage("analyst");
  await page.goto(`${analysis}/bias?clusters=scenario`);
  await page.getByRole("link", { name: "All views as one report" }).click();
  await expect(page).toHaveURL(/report\?clusters=scenario$/);
  const heads = page.getByRole("main").getByRole("heading", { level: 2 });
  const last = ["How the numbers of agreement are made", "Methods", "Settings"];
  await expect(heads).toHaveText([...VIEW_NAMES.map((view) => VIEW_WORDS[view].question), ...last]);
  await expect(page.getByText(/scenarios as clusters/i).first()).toBeVisible();
  await expect(page.locator("pre")).toContainText('"clusterRule": "scenario"');
  for (const dimension of ["goal", "clarity"])
    await expect(page.getByRole("heading", { name: `${dimension}: scores by policy` })).toBeVisible();
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(1);
  await expect(page.locator("[data-plot]:not(:has([data-plot-drawn]))"), "All figures are drawn in time").toHaveCount(
    0,
  );
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page);
});

test("the report prints itself when every figure is drawn", async ({ signedInPage }) => {
  const page = await signedInPage("analyst");
  await page.addInitScript(() => {
    window.print = () => {
      const undrawn = document.querySelectorAll("[data-plot]:not(:has([data-plot-drawn]))").length;
      document.documentElement.dataset.printed = String(undrawn);
    };
  });
  await page.goto(`${analysis}/report`);
  await page.getByRole("button", { name: "Print or save as PDF" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-printed", "0");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print or save as PDF" })).toBeHidden();
  await expect(page.getByRole("link", { name: "Download everything" })).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Views" })).toBeHidden();
  // A4 inside its margins: no column of a table may stand where paper has ended.
  await page.setViewportSize({ width: 688, height: 970 });
  const cut = await page
    .getByRole("table")
    .evaluateAll((tables) =>
      tables
        .filter((table) => table.getBoundingClientRect().right > innerWidth + 1)
        .map((table) => table.getAttribute("aria-label")),
    );
  expect(cut).toEqual([]);
});

test("without scripts the report can be read, and the link says what it holds", async ({ signedInPage }) => {
  const page = await signedInPage("analyst", { javaScriptEnabled: false });
  const html = await page.goto(`${analysis}/report`);
  await expect(page.getByText(/^On goal, /).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Methods" })).toBeVisible();
  await page.getByText("The numbers as a table").first().click();
  await expect(page.getByRole("table").first()).toBeVisible();
  // The browser under test is only told not to run scripts, and hides what stands here for those without them.
  expect(await html?.text()).toContain("every table, the methods and the settings, and no figures");
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download everything" }).click();
  const files = await unzip(await readFile(await (await waiting).path()));
  expect(files.has("tables/bias-by-policy.csv")).toBe(true);
  expect([...files.keys()].filter((file) => file.startsWith("figures/"))).toEqual([]);
});
