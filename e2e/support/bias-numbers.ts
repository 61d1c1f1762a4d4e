import type { Page } from "@playwright/test";
import { numberClusters } from "#lib/domain/statistics/clusters.ts";
import { signedError } from "#lib/domain/statistics/signed-error.ts";
import type { RatedItem } from "./analysis.ts";
import { expect } from "./fixtures.ts";

/** The mean of some numbers. */
export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What the functions say of one system, in some scenes or in all: bias with interval, means of both sides. */
export function expected(items: readonly RatedItem[], system: string, scenes?: readonly string[]) {
  const own = items.filter((item) => item.system === system && (scenes?.includes(item.scene) ?? true));
  const judge = own.map((item) => item.judge);
  const human = own.map((item) => mean(item.humans));
  const bias = signedError(judge, human, numberClusters(own.map((item) => item.item)));
  return { bias, judge: mean(judge), human: mean(human), own };
}

/** A number as the page writes it. */
export const written = (value: number | null, isSigned = false) => {
  const decimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const text = (value ?? Number.NaN).toLocaleString("en-US", decimals).replace("-", "−");
  return isSigned && (value ?? 0) > 0 ? `+${text}` : text;
};

/** The texts of one row of a table that is open. */
export async function cellsOf(page: Page, table: string, row: string): Promise<string[]> {
  const cells = page.getByRole("table", { name: table }).getByRole("row", { name: row }).getByRole("cell");
  // A table is drawn when it is opened.
  await expect(cells.first()).toBeVisible();
  return cells.allInnerTexts();
}

/** Opens the table that stands under a figure. */
export async function openTable(page: Page): Promise<void> {
  await page.getByText("The numbers as a table").click();
}
