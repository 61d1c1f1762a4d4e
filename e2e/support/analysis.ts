import { randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { importRatingsFromShell } from "#scripts/lib/import-rating-files.ts";

/** One rated item of a made-up table: who wrote it, what two people and the judge gave it. */
export type RatedItem = { item: string; scene: string; system: string; humans: number[]; judge: number };

/** The judge of the made-up table, another one in each run. */
export const JUDGE = `quince-judge-${randomUUID().slice(0, 4)}`;

const SYSTEMS = ["plain", "tuned", "expert"];

/** Sixty items on a scale of 0 to 10: the judge adds nothing for `plain`, about 2 for `tuned`, about 1 for `expert`. */
export function madeUpItems(): RatedItem[] {
  const draw = (seed: number, size: number) => ((seed * 7919 + 104_729) % 997) % size;
  return SYSTEMS.flatMap((system, place) =>
    Array.from({ length: 20 }, (_, index) => {
      const seed = place * 100 + index;
      const truth = 2 + draw(seed, 5) + (system === "expert" ? 1 : 0);
      const extra = { plain: 0, tuned: 2, expert: 1 }[system] ?? 0;
      return {
        item: `${system}-${index}`,
        scene: `scene-${index}`,
        system,
        humans: [clamp(truth + draw(seed + 17, 3) - 1), clamp(truth + draw(seed + 31, 2))],
        judge: clamp(truth + extra + draw(seed + 53, 3) - 1),
      };
    }),
  );
}

function clamp(score: number): number {
  return Math.min(10, Math.max(0, score));
}

/** Imports the items with named people, one rating a line, on two dimensions, and answers the file name. */
export async function importNamedRatings(items: readonly RatedItem[]): Promise<string> {
  const run = randomUUID().slice(0, 8);
  const ends = [0, 10].map((score) => ({
    item: `end-${score}`,
    scene: "",
    system: "ends",
    humans: [score, score],
    judge: score,
  }));
  const lines = [...items, ...ends].flatMap(({ item, scene, system, humans, judge }) =>
    ["goal", "clarity"].flatMap((dimension) => {
      const about = { item_id: `${run} ${item}`, cluster_id: `${run} ${item}`, system, scenario: scene, dimension };
      const people = humans.map((score, place) => ({ rater: ["Ann", "Ben"][place], rater_kind: "human", score }));
      const ratings = [...people, { rater: JUDGE, rater_kind: "judge", score: judge }];
      return ratings.map((rating) => JSON.stringify({ ...about, ...rating }));
    }),
  );
  return importLines(`named-${run}.jsonl`, lines);
}

/** Imports lines as a file of this name, its columns taken for what they seem to mean. */
async function importLines(fileName: string, lines: readonly string[]): Promise<string> {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), "studio-ratings-")), fileName);
  writeFileSync(file, `${lines.join("\n")}\n`);
  await importRatingsFromShell({ files: [file], fields: {}, mapping: "guess" }, { write: () => {}, isTerminal: false });
  return fileName;
}

/** Imports the items as a table of a shape of its own, on two dimensions, and answers its file name. */
export async function importItems(items: readonly RatedItem[]): Promise<string> {
  // Its own names make it a file of its own: the same content would be recognised as imported already.
  const run = randomUUID().slice(0, 8);
  const lines = items.flatMap((one) =>
    ["goal", "clarity"].map((dimension) =>
      JSON.stringify({
        item_id: `${run} ${one.item}`,
        cluster_id: `${run} ${one.item}`,
        system: one.system,
        scenario: one.scene,
        dimension,
        human_scores: one.humans,
        judge_score: dimension === "goal" ? one.judge : clamp(one.judge - 1),
        judge: JUDGE,
      }),
    ),
  );
  // The extremes fix the range of both scales at 0 to 10.
  const ends = ["goal", "clarity"].flatMap((dimension) =>
    [0, 10].map((score) =>
      JSON.stringify({
        item_id: `end-${score}`,
        cluster_id: `end-${score}`,
        system: "ends",
        dimension,
        human_scores: [score, score],
        judge_score: score,
        judge: JUDGE,
      }),
    ),
  );
  return importLines(`quince-${run}.jsonl`, [...lines, ...ends]);
}

/** Asks a question of one file in the form: three systems compared with `plain`, the made-up ends left out. */
export async function askQuestion(page: Page, fileName: string, name: string): Promise<string> {
  await page.goto("/analysis/new");
  for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
  await page.getByLabel(fileName, { exact: true }).check();
  await page.getByRole("radio", { name: JUDGE }).first().check();
  await page.getByRole("button", { name: "Go on with these ratings" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("What ends is for").selectOption("leave-out");
  for (const [place, system] of SYSTEMS.entries()) await moveTo(page, system, place);
  await page.getByRole("radio", { name: "Base" }).first().check();
  await page.getByRole("button", { name: "Save and show" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  return new URL(page.url()).pathname;
}

/**
 * Opens a view and waits until it answers to scripts: its links and forms work before that too, but as they do without
 * scripts.
 */
export async function openView(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible();
}

async function moveTo(page: Page, system: string, place: number): Promise<void> {
  const names = () =>
    page
      .locator('input[name^="policyName."]')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  for (let at = (await names()).indexOf(system); at > place; at -= 1) {
    await page.getByRole("button", { name: `Move ${system} up` }).click();
    await expect.poll(async () => (await names()).indexOf(system)).toBe(at - 1);
  }
}
