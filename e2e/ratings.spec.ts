import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible.ts";
import { expect, test } from "./support/fixtures.ts";

const csv = (rows: readonly (readonly (string | number)[])[]) =>
  Buffer.from(rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\r\n"));

/** Forty items by two people and a judge who fails once with −1; the last row repeats the one before. */
function table(): Buffer {
  const rows: (string | number)[][] = [["item_id", "system", "dimension", "rater", "rater_type", "score", "reason"]];
  for (let item = 0; item < 40; item += 1) {
    const system = item % 2 === 0 ? "base" : "tuned";
    rows.push([`s${item}`, system, "wit", "ann@example.org", "human", 1 + (item % 5), "as I see it"]);
    rows.push([`s${item}`, system, "wit", "bob", "human", 5 - (item % 5), ""]);
    rows.push([`s${item}`, system, "wit", "gpt-x", "judge", item === 7 ? -1 : 4, ""]);
  }
  rows.push(["s39", "tuned", "wit", "bob", "human", 5 - (39 % 5), ""]);
  return csv(rows);
}

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto("/ratings");
  await page.getByLabel("Drop files here, or choose them").setInputFiles({ name, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page).toHaveURL(/\/ratings\/[\w-]{36}/);
}

/** The form of columns and scales is folded where everything was recognised. */
async function openMapping(page: Page): Promise<void> {
  const field = page.getByLabel("Lowest score of wit");
  if (!(await field.isVisible())) await page.getByText("Columns and scales as recognised").click();
  await expect(field).toBeVisible();
}

test("a table of ratings: what its columns mean, what came in, leaving a rater out", async ({ signedInPage }) => {
  const page = await signedInPage("researcher");
  await upload(page, "stories.csv", table());
  await expect(page.getByText("Needs its columns named")).toBeVisible();
  const preview = page.getByRole("region", { name: "What this gives" });
  await expect(preview).toContainText("The first 121 records give 120 ratings by 2 people and 1 judge.");
  await expect(preview).toContainText("Line 25: wit (gpt-x): −1 lies outside the scale from 1 to 5.");
  await expect(page.getByText("ann@example.org")).toHaveCount(0);
  await expectAccessible(page);

  // A scale that is too wide takes the error code for a rating; the preview says so before anything is imported.
  await openMapping(page);
  await page.getByLabel("Lowest score of wit").fill("-1");
  await page.getByRole("button", { name: "Show what this gives" }).click();
  await expect(preview).toContainText("give 121 ratings by 2 people and 1 judge. Nothing would be refused.");
  await openMapping(page);
  await page.getByLabel("Lowest score of wit").fill("1");
  await page.getByRole("button", { name: "Import with these columns and scales" }).click();

  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(
    page.getByText("120 ratings from 120 records, 1 record repeating another, 1 score refused, 1 record refused."),
  ).toBeVisible();
  const wit = page.getByRole("table", { name: "Ratings by dimension" }).getByRole("row", { name: /wit/ });
  await expect(wit).toContainText("1 to 5");
  // 40 times a mean of 3 by each person, and the repeated 1.
  await expect(wit).toContainText("2.98");
  await expect(page.getByRole("table", { name: "Ratings by policy" }).getByRole("row")).toHaveCount(3);
  const report = page.getByRole("table", { name: "Report" });
  await expect(report).toContainText("The same rater, scores and reasons as on line 120.");

  const raters = page.getByRole("table", { name: "Raters" });
  await expect(raters.getByRole("row", { name: /gpt-x/ })).toContainText("39");
  const first = raters.getByRole("row", { name: /R-[2-9A-HJ-NP-Z]{6}/ }).first();
  await first.getByText("Leave out…").click();
  await first.getByLabel(/^Why R-/).fill("Clicked through");
  await first.getByRole("button", { name: "Leave out" }).click();
  await expect(first).toContainText("“Clicked through”");
  await expectAccessible(page);
  await first.getByRole("button", { name: "Count again" }).click();
  await expect(first.getByText("Counts", { exact: true })).toBeVisible();

  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page);

  // The same file once more leads to the import that has it.
  const address = new URL(page.url()).pathname;
  await upload(page, "again.csv", table());
  expect(new URL(page.url()).pathname).toBe(address);
  await expect(page.getByText("This file is already here")).toBeVisible();
});

test("an import is taken back, and an analyst only reads", async ({ signedInPage }) => {
  const page = await signedInPage("researcher");
  const rows = [
    ["item", "rater", "score", "dimension"],
    ...Array.from({ length: 30 }, (_, at) => [`x${at}`, "cat", at % 5, "tact"]),
  ];
  await upload(page, "tact.csv", csv(rows));
  await page.getByRole("button", { name: "Import with these columns and scales" }).click();
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 30_000 });
  const address = page.url();

  const reader = await signedInPage("analyst");
  await reader.goto(address);
  await expect(reader.getByRole("table", { name: "Raters" })).toBeVisible();
  await expect(reader.getByText("Leave out…")).toHaveCount(0);
  await expect(reader.getByRole("button", { name: "Delete this import" })).toHaveCount(0);

  await page.getByRole("button", { name: "Delete this import" }).click();
  await page.getByRole("button", { name: "Delete import and ratings" }).click();
  await expect(page).toHaveURL(/\/ratings$/);
  await expect(page.getByText("tact.csv")).toHaveCount(0);
});
