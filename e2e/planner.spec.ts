import { systemActor } from "#lib/domain/access/actor.ts";
import { createAnalysis } from "#lib/operations/analysis/create-analysis.ts";
import { getDb } from "#lib/store/db.ts";
import type { MadeRating } from "#tests/factories/rating-columns.ts";
import { makeRatingImport } from "#tests/factories/rating-import.ts";
import { makeEpisodes } from "#tests/factories/study.ts";
import { expect, test } from "./support/fixtures.ts";

/** Sixty episodes that a judge scored 1, 5 or 9; people rated the first four of each. */
async function makeAnalysis(): Promise<string> {
  const episodeIds = await makeEpisodes(60);
  await getDb().episode.updateMany({
    where: { id: { in: episodeIds } },
    data: { agent1Policy: "tuned", agent2Policy: "partner" },
  });
  const ratings: MadeRating[] = episodeIds.flatMap((id, place) => {
    const item = `telltale-source-${id}`;
    const score = [1, 5, 9][place % 3] as number;
    const judge = { item, rater: "judge-planner", score };
    return place < 12 ? [judge, { item, rater: "ann", score: Math.min(10, score + (place % 4)) }] : [judge];
  });
  const { importId } = await makeRatingImport(ratings);
  const { analysisId } = await createAnalysis(systemActor("e2e"), {
    name: "How many more?",
    question: {
      importIds: [importId],
      judges: ["judge:judge-planner"],
      policies: [{ label: "Tuned", names: ["tuned"] }],
    },
  });
  return analysisId;
}

test("what the planner asks for next becomes a draft with its strata and chances", async ({ signedInPage }) => {
  const page = await signedInPage("researcher");
  await page.goto(`/analysis/${await makeAnalysis()}/planner`);
  await expect(page.getByText(/episodes per policy are enough for the bias within ±0.5/)).toBeVisible();
  await expect(page.getByText(/standard deviation of 1\.\d+ \(/)).toBeVisible();
  const next = page.getByRole("table", { name: "Where people should rate next" });
  const low = await next.getByRole("row").nth(1).getByRole("cell").allInnerTexts();
  expect(low.slice(0, 4)).toEqual(["Tuned", "0 to 3", "20", "4"]);
  const wanted = Number(low[5]);
  expect(wanted).toBeGreaterThan(0);
  expect(low[6]).toBe((wanted / 16).toFixed(3));
  await page.getByRole("button", { name: "Draw these as a study" }).click();

  await expect(page).toHaveURL(/\/studies\/[\w-]+$/);
  await expect(page.getByRole("heading", { name: "Goal: more ratings for How many more?", level: 1 })).toBeVisible();
  await page.getByRole("navigation", { name: "Study" }).getByRole("link", { name: "Items" }).click();
  await page.getByText("Strata", { exact: true }).click();
  await expect(page.getByText(`Tuned, judge 0 to 3: ${wanted} of 16`)).toBeVisible();
  await expect(
    page.getByText(/A sample of 48 episodes in 3 strata \(planner of “How many more\?”, version 1, Goal\)/),
  ).toBeVisible();

  // The strata can be drawn anew, and stay what they were.
  await page.getByRole("link", { name: "Draw the items anew" }).click();
  await expect(page.getByRole("radio", { name: /The same strata again/ })).toBeChecked();
  await page.getByRole("button", { name: "Replace the items" }).click();
  await expect(page).toHaveURL(/\/items$/);
  await expect(page.getByText(/A sample of 48 episodes in 3 strata/)).toBeVisible();
});

test("a study is planned before there are any data, with and without scripts", async ({ signedInPage }) => {
  const page = await signedInPage("analyst");
  await page.goto("/analysis");
  await page.getByRole("link", { name: "Plan how many ratings a study takes" }).click();
  await expect(page.getByText("About 43 episodes are enough for the bias within ±0.50")).toBeVisible();
  await page.getByLabel("Spread of judge − person").fill("3");
  await page.getByLabel("Bias within ±").fill("1");
  await page.getByRole("button", { name: "Plan again" }).click();
  await expect(page.getByText("About 25 episodes are enough for the bias within ±1.00")).toBeVisible();
  await expect(page).toHaveURL(/sd=3/);
});
