import type { Page } from "@playwright/test";
import { verdictSentence } from "#components/analysis/annotators/alt-test-words.ts";
import { viewPath } from "#components/analysis/frame/view-words.ts";
import { altTestAt } from "#lib/domain/analysis/alt-test-at.ts";
import { findView } from "#lib/domain/analysis/find-view.ts";
import { VIEW_NAMES } from "#lib/domain/analysis/findings/views.ts";
import { altTestTable } from "#lib/domain/analysis/tables/annotators.ts";
import { viewTables } from "#lib/domain/analysis/tables/view-tables.ts";
import { requireAnalysis } from "#lib/operations/analysis/analysis-input.ts";
import { contextOf } from "#lib/operations/analysis/engine/context-store.ts";
import { readStamp } from "#lib/store/analysis-stamp.ts";
import { byText, type ReadRows, tablesAsRead } from "#tests/support/shown-tables.ts";
import { askQuestion, importNamedRatings, madeUpItems } from "./support/analysis.ts";
import { expect, test } from "./support/fixtures.ts";
import { leadTo } from "./support/lead-to.ts";

/** The tables of a page, folded ones too, which are made when they are opened: texts under the names of their columns. Flags depend on who reads. */
async function tablesOf(page: Page): Promise<ReadRows[]> {
  const found = await page.getByRole("main").evaluate((main) => {
    for (const folded of main.querySelectorAll("details")) folded.open = true;
    return [...main.querySelectorAll("table:has(th[data-column])")].map((table) => {
      const names = [...table.querySelectorAll("th")].map((head) => head.dataset.column ?? "");
      return [...table.querySelectorAll("tbody tr")].map((row) =>
        Object.fromEntries([...row.querySelectorAll("td")].map((cell, at) => [names[at], cell.textContent])),
      );
    });
  });
  return withoutFlags(found).toSorted(byText);
}

function withoutFlags(tables: readonly ReadRows[]): ReadRows[] {
  return tables.map((rows) => rows.map(({ flags, ...row }) => row));
}

test("every number on the pages of an analysis is that of the functions", async ({ signedInPage }) => {
  const page = await signedInPage("researcher");
  const path = await askQuestion(page, await importNamedRatings(madeUpItems()), "Are these the numbers?");
  const analysisId = path.split("/").at(-1) ?? "";
  const { question } = await requireAnalysis({ analysisId });
  const context = await contextOf(question, (await readStamp(question)).stamp);
  for (const view of VIEW_NAMES) {
    const finding = findView(context, view);
    const expected = withoutFlags(tablesAsRead(viewTables(view, finding), "goal")).toSorted(byText);
    expect(expected.length, view).toBeGreaterThan(0);
    await leadTo(page, viewPath(analysisId, view, "goal"));
    await expect.poll(() => tablesOf(page), { message: view }).toEqual(expected);
    for (const sentence of sentencesOf(finding)) await expect(page.getByText(sentence).first()).toBeVisible();
  }

  const { altTest, confidence, clusters, byDimension } = findView(context, "annotators");
  await page.goto(viewPath(analysisId, "annotators", "goal"));
  // A table that is made when it is opened shows that the page answers.
  await expect.poll(async () => (await tablesOf(page)).length).toBe(2);
  await page.getByRole("slider").fill("0.3");
  const moved = tablesAsRead([altTestTable(altTest, confidence, { epsilon: 0.3 })], "goal")[0];
  await expect.poll(() => tablesOf(page)).toContainEqual(moved);
  const verdict = verdictSentence(altTestAt(altTest, 0.3), byDimension[0]!.dimension, clusters.noun);
  expect(moved).toHaveLength(2);
  await expect(page.getByText(verdict)).toBeVisible();
});

/** What a view says in sentences that are made of numbers. */
function sentencesOf(finding: ReturnType<typeof findView>): string[] {
  if (finding.view === "overview") return finding.sentences.map(({ text }) => text);
  if (finding.view === "planner")
    return finding.byDimension.filter(({ dimension }) => dimension.key === "goal").map(({ sentence }) => sentence);
  return [];
}
