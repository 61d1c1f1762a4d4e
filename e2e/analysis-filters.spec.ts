import { askQuestion, importItems, madeUpItems, openView } from "./support/analysis.ts";
import { cellsOf, expected, openTable, written } from "./support/bias-numbers.ts";
import { expect, test } from "./support/fixtures.ts";

test.describe.configure({ mode: "serial" });

const ITEMS = madeUpItems();
let analysis = "";

test("a question of which filters can be tried", async ({ signedInPage }) => {
  const page = await signedInPage("researcher");
  analysis = await askQuestion(page, await importItems(ITEMS), "Does the quince overrate somewhere?");
});

test("filters are tried in the address without being saved, and taken off again", async ({ signedInPage }) => {
  const page = await signedInPage("analyst");
  await openView(page, `${analysis}/bias?dimension=goal`);
  await page.getByText("Try other filters").click();
  await page.getByLabel("Independent are").selectOption("scenario");
  await expect(page).toHaveURL(/clusters=scenario/);
  await expect(page.getByText(/scenarios as clusters/i).first()).toBeVisible();
  await page.getByLabel("Independent are").selectOption("automatic");
  await expect(page).not.toHaveURL(/clusters=/);

  await page.getByText("Policies all 3").click();
  await page.getByRole("checkbox", { name: "tuned" }).check();
  await page.getByRole("checkbox", { name: "expert" }).check();
  const sentence = page.getByText(/^Exploratory, with filters that are not saved: tuned and expert/);
  await expect(sentence).toBeVisible();
  const chips = page.getByRole("list", { name: "Filters that are not saved" });
  await expect(chips.getByRole("link")).toHaveText("Policies: tuned and expert×, take off");
  await page.goBack();
  await expect(chips.getByRole("link")).toHaveText("Policies: tuned×, take off");
  await page.goForward();
  await expect(sentence).toBeVisible();
  await chips.getByRole("link").click();
  await expect(page).toHaveURL(/bias\?dimension=goal$/);
  await expect(page.getByText("Try other filters"), "The keyboard stays in the bar").toBeFocused();
  await expect(page.getByText(/Exploratory/)).toHaveCount(0);
});

test("a filter asks for its numbers alone, and of two quick ones the newest are shown", async ({ signedInPage }) => {
  const page = await signedInPage("analyst");
  await openView(page, `${analysis}/bias?dimension=goal`);
  await page.getByText("Try other filters").click();
  await page.getByText("Policies all 3").click();
  const pages: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith(analysis)) pages.push(request.url());
  });
  // The first answer is held back until the second one is on the screen.
  const late = Promise.withResolvers<void>();
  await page.route(/views\/bias\?.*policies=tuned$/, async (route) => {
    await late.promise;
    await route.continue().catch(() => {});
  });
  await page.getByRole("checkbox", { name: "tuned" }).check();
  await expect(page.getByRole("checkbox", { name: "tuned" })).toBeChecked();
  await expect(page.getByText(/Exploratory/), "What was there stays").toHaveCount(0);
  await page.getByRole("checkbox", { name: "expert" }).check();
  const both = page.getByText(/^Exploratory, with filters that are not saved: tuned and expert/);
  await expect(both).toBeVisible();
  late.resolve();
  await page.waitForLoadState("networkidle");
  await expect(both).toBeVisible();
  expect(pages).toEqual([]);
  // The way back asks for the numbers of the step before; a loaded page has those of its address.
  await page.goBack();
  const tuned = page.getByText(/^Exploratory, with filters that are not saved: tuned\./);
  await expect(tuned).toBeVisible();
  await page.reload();
  await expect(tuned).toBeVisible();
});

test("where a filter gets no answer the page says so, and asks again when told to", async ({
  signedInPage,
  allowConsole,
}) => {
  allowConsole(/Failed to load resource/);
  const page = await signedInPage("analyst");
  await openView(page, `${analysis}/bias?dimension=goal`);
  await page.getByText("Try other filters").click();
  await page.route(/views\/bias/, (route) => route.abort());
  await page.getByLabel("Independent are").selectOption("scenario");
  const note = page.getByRole("alert").filter({ hasText: "The server could not be reached" });
  await expect(note).toBeVisible();
  await expect(page.getByText(/Exploratory/)).toHaveCount(0);
  await page.unroute(/views\/bias/);
  await page.getByRole("button", { name: "Ask again" }).click();
  await expect(page.getByText(/^Exploratory/)).toBeVisible();
  await expect(note).toHaveCount(0);
});

test("the numbers under a filter on policies and scenarios are those of the functions", async ({ signedInPage }) => {
  const page = await signedInPage("analyst");
  await openView(page, `${analysis}/bias?dimension=goal`);
  await page.getByText("Try other filters").click();
  await page.getByText("Policies all 3").click();
  await page.getByRole("checkbox", { name: "tuned" }).check();
  await page.getByText(/^Scenarios all/).click();
  const search = page.getByRole("searchbox", { name: "Search: Scenarios" });
  const scenes = ["scene-3", "scene-7", "scene-11", "scene-12", "scene-15", "scene-18"];
  for (const scene of scenes) {
    await search.fill(scene);
    await search.press("Enter");
    await page.getByRole("checkbox", { name: scene, exact: true }).check();
  }
  await expect(page.getByText(/Only 6 scenarios\./).first()).toBeVisible();
  const { bias, judge, human } = expected(ITEMS, "tuned", scenes);
  await openTable(page);
  const cells = await cellsOf(page, "goal: judge minus people, by policy: table", "tuned ");
  const numbers = [
    written(bias.value, true),
    written(bias.interval?.[0] ?? null),
    written(bias.interval?.[1] ?? null),
    "6",
    "6",
    written(human),
    written(judge),
  ];
  expect(cells.slice(1, 8)).toEqual(numbers);
  expect(cells[8], "A slice has no p-value").toBe("–");
  // The filters go along to another view, into its exports and into the whole bundle.
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Calibration" }).click();
  await expect(page).toHaveURL(/calibration\?.*policies=tuned.*scenario=scene-3/);
  await expect(page.getByText(/Exploratory, .*Only 6 scenarios\./).first()).toBeVisible();
});

test("filters work without scripts", async ({ signedInPage }) => {
  const page = await signedInPage("analyst", { javaScriptEnabled: false });
  await page.goto(`${analysis}/bias?dimension=goal`);
  await page.getByText("Try other filters").click();
  await page.getByLabel("Agent").selectOption("both");
  await page.getByText("Policies all 3").click();
  await page.getByRole("checkbox", { name: "tuned" }).check();
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/agent=both/);
  await expect(page.getByText(/^Exploratory, with filters that are not saved: tuned/)).toBeVisible();
  const chips = page.getByRole("list", { name: "Filters that are not saved" });
  await expect(chips.getByRole("link")).toHaveText(["Agent: Both×, take off", "Policies: tuned×, take off"]);
  await chips.getByRole("link", { name: /^Agent/ }).click();
  await expect(chips.getByRole("link")).toHaveCount(1);
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page.getByText(/Exploratory/)).toHaveCount(0);
});
