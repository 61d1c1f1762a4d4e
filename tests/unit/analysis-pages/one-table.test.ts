import { parse } from "csv-parse/sync";
import { SearchParamsContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime.js";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AnalysisView } from "#components/analysis/analysis-view.tsx";
import { buildContext } from "#lib/domain/analysis/context.ts";
import { findView } from "#lib/domain/analysis/find-view.ts";
import { type Findings, VIEW_NAMES, type ViewName } from "#lib/domain/analysis/findings/views.ts";
import { analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { columnListTable } from "#lib/domain/analysis/tables/column-list.ts";
import type { FindingTable } from "#lib/domain/analysis/tables/finding-table.ts";
import { viewTables } from "#lib/domain/analysis/tables/view-tables.ts";
import { csvText } from "#lib/domain/shared/csv-text.ts";
import { type MadeItem, type MadeRating, makeColumns } from "#tests/factories/rating-columns.ts";
import { byText, tablesAsRead } from "#tests/support/shown-tables.ts";

/** Two policies on two dimensions, three people of whom one is excluded, and a judge that overrates the second policy. */
function columns() {
  const items: Record<string, MadeItem> = {};
  const ratings: MadeRating[] = [];
  for (const [place, policy] of ["base", "trained"].entries())
    for (let i = 0; i < 12; i += 1) {
      const item = `${policy} ${i}`;
      items[item] = { policies: [policy, policy], sampling: "random", inclusionProbability: 0.5 };
      for (const dimension of ["goal", "knowledge"]) {
        const truth = 2 + ((i * 5 + place) % 6);
        const rate = (rater: string, score: number, rest: Partial<MadeRating> = {}) =>
          ratings.push({ item, dimension, rater, score, ...rest });
        rate("judge", truth + place + (i % 3));
        if (i < 8) for (const [who, rater] of ["ann", "ben"].entries()) rate(rater, truth + ((i + who) % 2));
        if (i < 3) rate("cy", 9, { isExcluded: true });
      }
    }
  return makeColumns(ratings, items);
}

const context = buildContext(columns(), analysisQuestionSchema.parse({ resamples: 200 }));

/** The tables of a page, each as the texts of its rows under the names of its columns. */
function tablesOnScreen(html: string): Record<string, string>[][] {
  return [...html.matchAll(/<table[^>]*>(.*?)<\/table>/gs)].flatMap(([, table = ""]) => {
    const names = [...table.matchAll(/data-column="([^"]+)"/g)].map(([, name = ""]) => name);
    if (names.length === 0) return [];
    const rows = [...(table.split("<tbody>")[1] ?? "").matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = ""]) => {
      const texts = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, text = ""]) => plain(text));
      return Object.fromEntries(names.map((name, place) => [name, texts[place] ?? ""]));
    });
    return [rows];
  });
}

function plain(html: string): string {
  return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}

function screenOf(finding: Findings[ViewName], dimension: string) {
  const view = createElement(AnalysisView, { analysisId: "a1", finding });
  const search = new URLSearchParams({ dimension });
  return tablesOnScreen(renderToStaticMarkup(createElement(SearchParamsContext.Provider, { value: search }, view)));
}

describe.each(VIEW_NAMES)("the tables of %s", (view) => {
  const finding = findView(context, view);
  const tables = viewTables(view, finding);

  it("stand on the screen as they stand in the bundle", () => {
    for (const dimension of ["goal", "knowledge"]) {
      const screen = screenOf(finding, dimension);
      expect(screen.toSorted(byText)).toEqual(tablesAsRead(tables, dimension));
    }
  });

  it("are files with one name for each column, and every number unrounded", () => {
    for (const table of tables) {
      const names = table.columns.map(({ name }) => name);
      expect(new Set(names).size, `${table.name}: ${names}`).toBe(names.length);
      expect(new Set(table.rows.map(({ key }) => key)).size, table.name).toBe(table.rows.length);
      const rows: Record<string, string>[] = parse(csvText(table), { columns: true });
      const values = table.rows.map(({ cells }) => cells.map(({ value }) => (value === null ? "" : String(value))));
      expect(rows.map((row) => Object.values(row).map((text) => text.replace(/^'/, "")))).toEqual(values);
    }
  });
});

describe("what the tables of a bundle hold", () => {
  const tableOf = (name: string) =>
    VIEW_NAMES.flatMap((view) => viewTables(view, findView(context, view))).find((table) => table.name === name)!;
  const valueIn = ({ columns: all, rows }: FindingTable, column: string, row = 0) =>
    rows[row]?.cells[all.findIndex(({ name }) => name === column)]?.value;

  it("is what the figures show beside their marks", () => {
    const order = tableOf("judge-by-human-order");
    expect(valueIn(order, "spearman")).toBe(
      findView(context, "grid").byDimension[0]?.facets[0]?.correlations.spearman.value,
    );
    expect(order.rows.map(({ cells }) => cells[1]?.value)).toContain("All policies pooled");
    for (const column of ["spearman_low", "ceiling", "spearman_clusters"])
      expect(valueIn(order, column), column).toBeTypeOf("number");
    for (const column of ["human_clusters", "isotonic", "linear"])
      expect(valueIn(tableOf("calibration"), column), column).toBeTypeOf("number");
    expect(valueIn(tableOf("agreement"), "clusters")).toBe(16);
    expect(valueIn(tableOf("leaderboard"), "labelled_clusters")).toBe(8);
  });

  it("is explained column by column", () => {
    const list = columnListTable([tableOf("bias-by-policy")]);
    const row = list.rows.find(({ key }) => key === "bias-by-policy bias_low");
    expect(row?.cells.map(({ value }) => value)).toEqual([
      ...["bias-by-policy", "bias_low", "Judge − people: 95 % from"],
      ...["number", "points", 2],
    ]);
  });

  it("says what excluded ratings would change, for biases, scores, agreement and both scores", () => {
    expect(valueIn(tableOf("bias-by-policy"), "bias_with_excluded")).toBeLessThan(
      Number(valueIn(tableOf("bias-by-policy"), "bias")),
    );
    expect(valueIn(tableOf("leaderboard"), "human_with_excluded")).toBeTypeOf("number");
    expect(valueIn(tableOf("leaderboard"), "human_with_excluded_cells")).toBe(8);
    expect(valueIn(tableOf("agreement-with-excluded"), "raters")).toBe(3);
    expect(valueIn(tableOf("agreement-with-excluded"), "raters_without")).toBe(2);
    expect(valueIn(tableOf("lines"), "human_with_excluded")).toBeGreaterThan(
      Number(valueIn(tableOf("lines"), "human")),
    );
  });
});
