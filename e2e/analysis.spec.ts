import { readFile } from "node:fs/promises";
import type { Download } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible.ts";
import { askQuestion, importItems, JUDGE, madeUpItems, openView, type RatedItem } from "./support/analysis.ts";
import { cellsOf, expected, mean, openTable, written } from "./support/bias-numbers.ts";
import { expect, test } from "./support/fixtures.ts";
import { expectLoads, leadTo } from "./support/lead-to.ts";
import { findDemoMaterial } from "./support/people.ts";

test.describe.configure({ mode: "serial" });

const ITEMS = madeUpItems();
const VIEWS = [
  "",
  "/bias",
  "/leaderboard",
  "/grid",
  "/calibration",
  "/bland-altman",
  "/agreement",
  "/annotators",
  "/planner",
  "/lines",
  "/disagreements",
];

let analysis = "";

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), "utf8");
}

test("a question is asked in the form, and its numbers are those of the functions", async ({ signedInPage }) => {
  const page = await signedInPage("researcher");
  analysis = await askQuestion(page, await importItems(ITEMS), "Does the quince overrate?");
  const tuned = expected(ITEMS, "tuned");
  await expect(page.getByText(`On goal, ${JUDGE} rates tuned`)).toBeVisible();

  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Bias", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Does the judge overestimate, and whom?" })).toBeVisible();
  await openTable(page);
  for (const system of ["plain", "tuned", "expert"]) {
    const { bias, judge, human } = expected(ITEMS, system);
    const cells = await cellsOf(page, "goal: judge minus people, by policy: table", `${system} `);
    expect(cells.slice(1, 8)).toEqual([
      written(bias.value, true),
      written(bias.interval?.[0] ?? null),
      written(bias.interval?.[1] ?? null),
      "20",
      "20",
      written(human),
      written(judge),
    ]);
  }
  // The picture says the same as its table.
  const picture = page.getByRole("img", { name: /judge minus people, by policy/ });
  await expect(picture).toContainText(written(tuned.bias.value, true));
  await expect(picture).toContainText("Difference to plain (judge − people, in points)");
});

test("the dimension is chosen without asking the server, and stands in the address", async ({ signedInPage }) => {
  const page = await signedInPage("analyst");
  await openView(page, `${analysis}/bias`);
  const requests: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === `${analysis}/bias`) requests.push(request.url());
  });
  const dimensions = page.getByRole("navigation", { name: "Dimension" });
  await dimensions.getByRole("link", { name: "clarity" }).click();
  await expect(page.getByRole("heading", { name: "clarity: judge minus people, by policy" })).toBeVisible();
  await expect(page).toHaveURL(/dimension=clarity/);
  expect(requests).toEqual([]);
  await page.reload();
  await expect(dimensions.getByRole("link", { name: "clarity" })).toHaveAttribute("aria-current", "true");
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Calibration" }).click();
  await expect(page).toHaveURL(/calibration\?dimension=clarity/);
});

test("a field of the grid leads to its episodes, by pointer and by keyboard", async ({ signedInPage }) => {
  const page = await signedInPage("analyst");
  await page.goto(`${analysis}/grid?dimension=goal`);
  const grid = page.getByRole("group", { name: /^tuned: / });
  const counts = countBins(expected(ITEMS, "tuned").own);
  await expect(grid.getByRole("button")).toHaveCount(counts.size);
  const [key, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
  const [judge, human] = key.split(" ");
  const field = grid.getByRole("button", { name: `Judge ${judge}, people ${human}: ${count} cell`, exact: false });
  await field.click();
  const list = page.getByRole("region", { name: "Cells of the chosen field" });
  await expect(list.getByRole("listitem")).toHaveCount(count);
  await expect(list.getByRole("heading")).toContainText(`tuned: Judge ${judge}, people ${human} · ${count} cell`);
  await list.getByRole("button", { name: "Reasons" }).first().click();
  await expect(list.getByRole("region", { name: "People" })).toBeVisible();

  await field.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(grid.getByRole("button").first()).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Tab");
  await expect(grid.locator(":focus"), "The grid is one stop of the Tab key").toHaveCount(0);
});

/** How many items lie at each pair of judge score and mean of people to the half point, as the grid names them. */
function countBins(items: readonly RatedItem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = `${item.judge} ${Math.round(mean(item.humans) * 2) / 2}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

test("figures and tables are taken along as files", async ({ signedInPage }) => {
  const page = await signedInPage("analyst");
  await page.goto(`${analysis}/bias?dimension=goal`);
  const save = async (kind: string) => {
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: `by policy: download as ${kind}` }).click();
    return waiting;
  };
  const csv = await save("CSV");
  expect(csv.suggestedFilename()).toBe("bias-goal.csv");
  const [head, ...rows] = (await textOf(csv)).trim().split("\n");
  expect(head?.split(",").slice(0, 3)).toEqual(["dimension", "policy", "bias"]);
  const value = Number(rows.find((row) => row.startsWith("goal,tuned,"))?.split(",")[2]);
  expect(value).toBeCloseTo(expected(ITEMS, "tuned").bias.value ?? Number.NaN, 12);
  const svg = await textOf(await save("SVG"));
  expect(svg).toMatch(/goal: judge minus people, by policy/i);
  expect(svg).toContain(`Judge: ${JUDGE}`);
  expect(svg, "A file stands by itself").not.toMatch(/class=|var\(--/);
  const png = await readFile(await (await save("PNG")).path());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download everything" }).click();
  expect((await waiting).suggestedFilename()).toBe("does-the-quince-overrate-v1.zip");
});

test("what only scripts answer comes into sight with them, and no press is lost", async ({ signedInPage }) => {
  const page = await signedInPage("analyst");
  const release = Promise.withResolvers<void>();
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await release.promise;
    await route.continue();
  });
  await page.goto(`${analysis}/bias?dimension=goal`, { waitUntil: "commit" });
  const save = page.locator('button[aria-label$="by policy: download as CSV"]');
  for (const control of [
    save,
    page.getByText("Copy link"),
    page.locator('button[aria-label^="Change between light"]'),
  ]) {
    await expect(control).toBeAttached();
    await expect(control).toBeHidden();
  }
  release.resolve();
  const waiting = page.waitForEvent("download");
  await save.click();
  expect((await waiting).suggestedFilename()).toBe("bias-goal.csv");
});

test("a changed question becomes a version, and the old one keeps its link", async ({ signedInPage }) => {
  const page = await signedInPage("researcher");
  await page.goto(analysis);
  await page.getByRole("link", { name: "Change question" }).click();
  await page.getByLabel("Confidence, %").fill("2000");
  await page.getByRole("button", { name: "Save as new version" }).click();
  await expect(page.getByRole("link", { name: "Give a percentage from 50 to 99.9." })).toBeVisible();
  await expect(page.getByLabel("Confidence, %")).toHaveValue("2000");
  await page.getByLabel("Confidence, %").fill("90");
  await page.getByRole("button", { name: "Save as new version" }).click();
  await expect(page.getByText(/^Version 2/)).toBeVisible();
  await page.goto(`${analysis}/bias?version=1`);
  await expect(page.getByText("This is version 1 of the question.")).toBeVisible();
  await expect(page.getByText(/^95 % interval/).first()).toBeVisible();

  // The list of versions leads from one to the other on the same view, and a copied link names the one on the screen.
  await page.getByText(/^Version 2, changed/).click();
  const versions = page.getByRole("list", { name: "Versions of the question" });
  await expect(versions.getByRole("listitem")).toHaveText([
    /^Show version 2.* by .*: changed confidence$/,
    /^Show version 1.* by .*: first version \(on the screen\)$/,
  ]);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: "Link copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`${analysis}/bias?version=1`);
  await versions.getByRole("link", { name: "Show version 2" }).click();
  await expect(page).toHaveURL(/bias\?version=2$/);
  await expect(page.getByText(/^90 % interval/).first()).toBeVisible();
  await expect(page.getByText("This is version 1 of the question.")).toHaveCount(0);
});

test("every view is accessible, light and dark, and keeps to screens of 1280 and 360 px", async ({ signedInPage }) => {
  test.slow();
  const page = await signedInPage("analyst");
  for (const view of VIEWS) {
    const where = view || "overview";
    await page.setViewportSize({ width: 360, height: 900 });
    await leadTo(page, `${analysis}${view}?policies=tuned&policies=expert&agent=both`);
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    // What was opened on one view stays open on the next.
    const folded = page.locator("search details:not([open]) > summary");
    while ((await folded.count()) > 0) await folded.first().click();
    await expect(page.locator("search details[open] details[open]").first()).toBeVisible();
    await expectNoSidewaysScroll(page, `${where}, 360 px`);
    await page.setViewportSize({ width: 1280, height: 900 });
    await expectNoSidewaysScroll(page, `${where}, 1280 px`);
    await expectAccessible(page, where);
  }
  for (const view of VIEWS) await expectLoads(page, `${analysis}${view}`);
});

test("tried filters are saved as a version by those who may change the question", async ({ signedInPage }) => {
  const page = await signedInPage("researcher");
  await openView(page, `${analysis}/bias?dimension=goal&policies=plain&policies=tuned`);
  await page.getByRole("button", { name: "Save these filters as a new version" }).click();
  await expect(page).toHaveURL(/bias\?dimension=goal$/);
  await expect(page.getByText(/^Version 3/)).toBeVisible();
  await expect(page.getByText(/^plain and tuned\./)).toBeVisible();
  await expect(page.getByText(/Exploratory/)).toHaveCount(0);
  // What is saved can be lifted again to look at all.
  await page.getByText("Try other filters").click();
  await page.getByText("Policies plain and tuned").click();
  await page.getByRole("checkbox", { name: "All of them" }).check();
  await expect(page.getByText(/^Exploratory, .*: plain, tuned and expert/)).toBeVisible();

  const reader = await signedInPage("analyst");
  await reader.goto(`${analysis}/bias?agent=both`);
  await expect(reader.getByRole("link", { name: "Clear filters" })).toBeVisible();
  await expect(reader.getByRole("button", { name: /Save these filters/ })).toHaveCount(0);
});

test("without scripts the sentences and the tables are there", async ({ signedInPage }) => {
  const page = await signedInPage("analyst", { javaScriptEnabled: false });
  await page.goto(analysis);
  await expect(page.getByText(`On goal, ${JUDGE} rates tuned`)).toBeVisible();
  await page.goto(`${analysis}/bias`);
  await page.getByText("The numbers as a table").click();
  await expect(page.getByRole("table", { name: /by policy: table/ })).toBeVisible();
  await page.goto(`${analysis}/agreement`);
  const help = page.getByRole("region", { name: "How these numbers are made" });
  await expect(help.getByText("(−1, 0)")).toBeHidden();
  await help.getByText(/^Values, example and source of Gwet’s AC2/).click();
  await expect(help.getByText("(−1, 0)")).toBeVisible();
});

test("a question to nobody is refused; one without a judge says what would fill it", async ({ signedInPage }) => {
  const page = await signedInPage("researcher");
  await page.goto("/analysis/new?judge=nobody");
  await page.getByRole("button", { name: "Save and show" }).click();
  await expect(page.getByRole("link", { name: /^Choose whose ratings/ })).toBeVisible();

  await page.goto(`/analysis/new?study=${(await findDemoMaterial()).studyId}`);
  await page.getByLabel("Name", { exact: true }).fill("Nothing yet");
  await page.getByRole("button", { name: "Save and show" }).click();
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Calibration" }).click();
  await expect(page.getByRole("heading", { name: "Nothing to show yet" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Import ratings by a judge" })).toHaveAttribute("href", "/ratings");
  await page.getByRole("button", { name: "Take out of the list" }).click();
  await expect(page).toHaveURL(/\/analysis$/);
  await expect(page.getByRole("link", { name: "Nothing yet" })).toHaveCount(0);
});
