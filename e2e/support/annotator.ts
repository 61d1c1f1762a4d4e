import { expect, type Locator, type Page } from "@playwright/test";
import { formatInteger } from "#lib/domain/annotations/guidelines/format-integer.ts";
import { CURRENT_GUIDELINES_VERSION, getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { bandOf } from "#lib/domain/dimensions/scale.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";

/** One thing that a person gave on the form: what the export must hold in the end. */
export type Clicked = {
  /** Name of the rated agent, which tells the episode too. */
  agentName: string;
  dimension: string;
  score: number;
  rationale: string;
  evidence: number[];
};

const SEATS = [1, 2] as const;

/** The dimension at a place of the form, from 0. */
export function dimensionAt(index: number): Dimension {
  const dimension = SOTOPIA_DIMENSIONS[index];
  if (!dimension) throw new Error(`There is no dimension ${index}.`);
  return dimension;
}

/** Consents, reads the guidelines, and passes the questions at the first try. Ends on the page after them. */
export async function passTheDoor(page: Page): Promise<void> {
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Take part", exact: true }).click();
  await expect(page.getByRole("heading", { name: "The pages" })).toBeVisible();
  const finish = page.getByRole("button", { name: "I have read the guidelines" });
  while (!(await finish.isVisible())) {
    const before = page.url();
    await page.getByRole("link", { name: /^Next: / }).click();
    await page.waitForURL((url) => url.href !== before);
  }
  await finish.click();
  await expect(page.getByRole("heading", { name: "Questions on the guidelines" })).toBeVisible();
  for (const { id, question, correct } of getGuidelines(CURRENT_GUIDELINES_VERSION).check) {
    const answers = page.getByRole("group", { name: question });
    await answers.getByRole("radio").nth(correct).check();
    await expect(answers.getByRole("radio").nth(correct), id).toBeChecked();
  }
  await page.getByRole("button", { name: "Send my answers" }).click();
}

/** Walks through the practice, always choosing the lowest score, and comes to the conversations. */
export async function passThePractice(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Begin the practice" }).click();
  for (const [index, dimension] of SOTOPIA_DIMENSIONS.entries()) {
    await expect(page.getByRole("heading", { level: 1, name: dimension.name })).toBeVisible();
    for (const group of await page.getByRole("group", { name: new RegExp(`^${dimension.name} — `) }).all())
      await group.getByRole("radio").first().check();
    await page.getByRole("button", { name: "Compare my ratings" }).last().click();
    const next = SOTOPIA_DIMENSIONS[index + 1];
    const way = page.getByRole("button", { name: next ? `Next: ${next.name}` : "Finish the practice" });
    await way.last().click();
  }
  await openConversation(page, "first");
}

/** Takes the next conversation from the page between two of them. */
export async function openConversation(page: Page, which: "first" | "next"): Promise<void> {
  await page.getByRole("button", { name: `Open the ${which} conversation` }).click();
  // On a narrow screen the conversation comes first, and the form waits behind its tab.
  await expect(page.locator("#rating")).toBeAttached();
}

/** The two rated agents' groups of the form on one dimension, by seat, with the agents' names. */
export async function groupsOf(page: Page, dimension: Dimension): Promise<{ group: Locator; name: string }[]> {
  const prefix = `${dimension.name} — `;
  const legends = page.locator("legend", { hasText: prefix });
  await expect(legends).toHaveCount(2);
  return Promise.all(
    SEATS.map(async (seat) => {
      const legend = (await legends.nth(seat - 1).textContent()) ?? "";
      const group = page.getByRole("group", { name: legend });
      return { group, name: legend.slice(prefix.length) };
    }),
  );
}

/** Chooses one score by its name, number and band, as it is read out. */
export async function chooseScore(group: Locator, dimension: Dimension, score: number): Promise<void> {
  const name = new RegExp(`^${formatInteger(score)} ?, ${bandOf(score, dimension.bands)?.name}$`);
  await group.getByRole("radio", { name }).check();
}

/** From this width on, in pixels, conversation and form stand side by side. */
const SIDE_BY_SIDE = 1024;

/** On a narrow screen brings one half of the page to the front; on a wide one both are in sight. */
export async function showHalf(page: Page, half: "Conversation" | "Rating"): Promise<void> {
  if ((page.viewportSize()?.width ?? 0) >= SIDE_BY_SIDE) return;
  const tab = page.getByRole("navigation", { name: "Halves of this page" }).getByRole("link", { name: half });
  if (await tab.isVisible()) await tab.click();
}

/** A score, evidence and rationale of their own for one agent on one dimension, decided by three numbers. */
export function inventRating(person: string, name: string, dimension: Dimension, salt: number): Clicked {
  const points = dimension.max - dimension.min + 1;
  const score = dimension.min + (salt % points);
  const evidence = [1 + (salt % 3), 4 + (salt % 2)];
  return {
    agentName: name,
    dimension: dimension.id,
    score,
    evidence,
    // Some begin like a formula: a CSV must not let a spreadsheet run them.
    rationale: `${salt % 4 === 0 ? "=" : ""}${person} says of ${name} on ${dimension.name}: turn ${evidence[0]} shows it, “clearly”; case ${salt}.`,
  };
}

/** Gives one rating on the form that is open: score, turns, rationale. */
export async function giveRating(page: Page, group: Locator, dimension: Dimension, wanted: Clicked): Promise<void> {
  await showHalf(page, "Rating");
  await chooseScore(group, dimension, wanted.score);
  await group.getByRole("textbox").fill(wanted.rationale);
  await showHalf(page, "Conversation");
  for (const turn of wanted.evidence) await pickTurn(page, turn, wanted.agentName);
  await showHalf(page, "Rating");
}

/** Makes a turn evidence for an agent, by the box beside the turn. */
export async function pickTurn(page: Page, turn: number, agentName: string): Promise<void> {
  const first = agentName.split(" ")[0] ?? agentName;
  await page.getByRole("checkbox", { name: `Turn ${turn} shows it for ${first}` }).check();
}

/** Rates both agents on the dimension in hand and answers what was given. `salt` makes it particular. */
export async function rateDimension(
  page: Page,
  person: string,
  dimension: Dimension,
  salt: number,
): Promise<Clicked[]> {
  const given: Clicked[] = [];
  await expect(page.locator("#dimension-title")).toHaveText(dimension.name);
  for (const [index, { group, name }] of (await groupsOf(page, dimension)).entries()) {
    const wanted = inventRating(person, name, dimension, salt * 2 + index);
    await giveRating(page, group, dimension, wanted);
    given.push(wanted);
  }
  return given;
}

/** Goes to a dimension by the steps on top of the form. */
export async function goToDimension(page: Page, dimension: Dimension): Promise<void> {
  await showHalf(page, "Rating");
  await page.getByRole("navigation", { name: "Dimensions" }).getByRole("button", { name: dimension.name }).click();
  await expect(page.locator("#dimension-title")).toHaveText(dimension.name);
}

/** Rates every dimension of the conversation in hand from `from` on, in order; answers what was given. */
export async function rateConversation(page: Page, person: string, salt: number, from = 0): Promise<Clicked[]> {
  const given: Clicked[] = [];
  for (const [index, dimension] of SOTOPIA_DIMENSIONS.entries()) {
    if (index < from) continue;
    given.push(...(await rateDimension(page, person, dimension, salt + index)));
    if (index < SOTOPIA_DIMENSIONS.length - 1) await goToDimension(page, dimensionAt(index + 1));
  }
  return given;
}

/** Waits until the page says that everything is saved. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await expect(page.locator("[data-save-state=saved]")).toBeVisible({ timeout: 30_000 });
}

/** Opens the review, finds nothing missing, and submits. */
export async function reviewAndSubmit(page: Page): Promise<void> {
  await showHalf(page, "Rating");
  await page.getByRole("button", { name: "Review and submit" }).last().click();
  await expect(page.getByRole("heading", { name: "Review your ratings" })).toBeVisible();
  await expect(page.getByText("Everything is there.")).toBeVisible();
  await page.getByRole("button", { name: "Submit my ratings" }).click();
}
