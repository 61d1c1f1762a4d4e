import type { Page } from "@playwright/test";
import { systemActor } from "#lib/domain/access/actor.ts";
import { figureText } from "#lib/domain/analysis/replication/cells.ts";
import { asPrinted } from "#lib/domain/analysis/replication/printed.ts";
import type { ReplicationCell, ReplicationTable } from "#lib/domain/analysis/replication/replication.ts";
import { replicatePaper } from "#lib/operations/replication/replicate-paper.ts";
import { replicaEpisodes, replicaTable } from "#tests/factories/replica-study.ts";
import { expectSound } from "./support/accessible.ts";
import { expect, test } from "./support/fixtures.ts";
import { importFile } from "./support/researcher.ts";

async function importRatings(page: Page): Promise<void> {
  const origin = new URL(page.url()).origin;
  const file = { name: "replica_final.csv", mimeType: "text/csv", buffer: Buffer.from(replicaTable()) };
  const answer = await page.request.post("/api/v1/rating-imports", {
    multipart: { file },
    headers: { origin, accept: "application/json" },
  });
  expect(answer.status(), await answer.text()).toBe(202);
  const { imports } = (await answer.json()) as { imports: { id: string }[] };
  await expect(async () => {
    const state = await page.request.get(`/api/v1/rating-imports/${imports[0]?.id}`);
    expect(((await state.json()) as { state: string }).state).toBe("completed");
  }).toPass({ timeout: 30_000 });
}

/** What a cell says on the screen, without what is for screen readers. */
function textOf({ interval, digits, ...cell }: ReplicationCell): string {
  const isMissing = cell.comparison === "missing" || cell.reason.includes("among the files");
  const figure =
    cell.value === null ? (isMissing ? "·" : "–") : figureText({ ...cell, interval, digits, value: cell.value });
  const sign = cell.comparison === "same" ? "=" : cell.comparison === "different" ? "≠" : "";
  const limits = interval ? `[${asPrinted(interval[0], digits)}, ${asPrinted(interval[1], digits)}]` : "";
  return `${figure}${sign}${limits}`;
}

/** All rows of a table as they stand on the screen. */
async function rowsOnScreen(page: Page, table: ReplicationTable): Promise<string[][]> {
  return page.locator(`#${table.id} table tr:has(td):has(th[scope=row])`).evaluateAll((rows) =>
    rows.map((row) =>
      [...row.querySelectorAll("td")].map((cell) => {
        const copy = cell.cloneNode(true) as HTMLElement;
        for (const hidden of copy.querySelectorAll(".sr-only")) hidden.remove();
        return (copy.textContent ?? "").trim();
      }),
    ),
  );
}

test("the paper’s tables stand beside what the imported ratings give, number by number", async ({ signedInPage }) => {
  // Looking at eight hundred numbers for their contrast takes a busy machine long.
  test.slow();
  const page = await signedInPage("researcher");
  const episodes = Buffer.from(
    replicaEpisodes()
      .map((record) => JSON.stringify(record))
      .join("\n"),
  );
  await importFile(page, { name: "replicas.jsonl", mimeType: "application/x-ndjson", buffer: episodes });
  await importRatings(page);
  await page.goto("/analysis/replication");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("SOTOPIA-π’s human evaluation, replicated");
  const { tables, counts } = await replicatePaper(systemActor("test"), {});
  await expect(page.getByText(`Of ${counts.same + counts.different + counts.missing} published figures`)).toBeVisible();
  for (const table of tables) {
    const expected = table.groups.flatMap(({ lines }) => lines.map(({ cells }) => cells.map(textOf)));
    expect(await rowsOnScreen(page, table), table.name).toEqual(expected);
  }
  await expectSound(page);
});

test("a difference is a difference in points, with its interval and its reason to differ", async ({ signedInPage }) => {
  const page = await signedInPage("analyst");
  await page.goto("/analysis/replication#table-6");
  const table = page.getByRole("table", { name: /^Table 6/ });
  await expect(table.getByRole("rowgroup").filter({ hasText: "BC+SR against GPT-4" })).toBeVisible();
  const section = page.locator("#table-6");
  await section.getByText(/figures? not as published/).click();
  await expect(section.getByText(/^BC\+SR against GPT-4, GOAL, t: published −1\.31, recomputed/)).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download all figures" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("sotopia-pi-replication.csv");
});
