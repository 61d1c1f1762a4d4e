import type { Locator, Page } from "@playwright/test";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { makeStudy } from "#tests/factories/study.ts";
import { expect, test } from "./support/fixtures.ts";
import { entryLink, openRating, storedRatings } from "./support/visit.ts";

/** Visits without a script, or without a mouse. */

const CHECK = getGuidelines("1").check;

test("without JavaScript the whole visit works, from the link to the code", async ({ newContext }) => {
  test.setTimeout(300_000);
  const study = await makeStudy({
    itemsPerAnnotator: 1,
    columns: { panelKind: "generic", completionUrl: "http://127.0.0.1:9/done?c={code}" },
  });
  const page = await (await newContext({ javaScriptEnabled: false })).newPage();
  await page.route("http://127.0.0.1:9/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<h1>Panel</h1>" }),
  );
  await page.goto(entryLink(study));
  await page.locator("#agree").check();
  await page.getByRole("button", { name: "Take part", exact: true }).click();
  await page.getByRole("link", { name: /^Next: / }).click();
  for (let step = 0; step < SOTOPIA_DIMENSIONS.length; step += 1)
    await page.getByRole("link", { name: /^Next: / }).click();
  await page.getByRole("button", { name: "I have read the guidelines" }).click();
  for (const { id, correct } of CHECK) await page.locator(`#${id}-${correct}`).check();
  await page.getByRole("button", { name: "Send my answers" }).click();
  await page.getByRole("link", { name: "Begin the practice" }).click();
  for (const [index] of SOTOPIA_DIMENSIONS.entries()) {
    for (const seat of [1, 2]) await page.locator(`#agent-${seat} input[type=radio]`).nth(5).check();
    await page.getByRole("button", { name: "Compare my ratings" }).last().click();
    await expect(page.getByText(/^Yours lies/).first()).toBeVisible();
    const way = index < 6 ? /^Next: / : "Finish the practice";
    await page.getByRole("button", { name: way }).last().click();
  }
  await page.getByRole("button", { name: "Open the first conversation" }).click();
  const assignment = /\/rate\/([^/]+)\//.exec(page.url())?.[1] ?? "";
  for (const [index, dimension] of SOTOPIA_DIMENSIONS.entries()) {
    await expect(page.getByRole("heading", { level: 1, name: dimension.name })).toBeVisible();
    for (const seat of [1, 2] as const) {
      await page
        .locator(`#agent-${seat} input[type=radio]`)
        .nth((index + seat) % 11)
        .check();
      await page.locator(`#rationale-${seat}`).fill(`Reason ${index} for agent ${seat}: turn 3 shows it plainly.`);
      await page.locator(`#pick-3-${seat}`).check();
    }
    if (index === 2) {
      await page.getByRole("button", { name: "Guidelines", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: dimension.name })).toBeVisible();
      await page.getByRole("link", { name: "Back to where I was" }).click();
      await expect(page.locator("#rationale-1")).toHaveValue(/^Reason 2 for agent 1/);
    }
    await page
      .getByRole("button", { name: index < 6 ? /^Next: / : "Review and submit" })
      .last()
      .click();
  }
  await expect(page.getByText("Everything is there.")).toBeVisible();
  const stored = await storedRatings(assignment);
  expect(Object.keys(stored)).toHaveLength(14);
  expect(stored["goal.2"]).toEqual({
    score: 8,
    rationale: "Reason 6 for agent 2: turn 3 shows it plainly.",
    evidence: [3],
  });
  await page.getByRole("button", { name: "Submit my ratings" }).click();
  await expect(page.getByRole("heading", { name: "Thank you, you are done" })).toBeVisible();
  await expect(page.getByText(study.codes.completed as string, { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Back to the panel" })).toHaveAttribute(
    "href",
    `http://127.0.0.1:9/done?c=${study.codes.completed}`,
  );
  await expect(page).toHaveURL(`http://127.0.0.1:9/done?c=${study.codes.completed}`, { timeout: 8000 });
});

/** Presses Tab until the control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach ${control}`);
}

/** Chooses one of a group of radio buttons by Tab, Space and arrow keys. */
async function chooseByKeys(page: Page, radios: Locator, index: number): Promise<void> {
  await tabTo(page, radios.first());
  await page.keyboard.press("Space");
  for (let presses = 0; presses < index; presses += 1) await page.keyboard.press("ArrowDown");
  await expect(radios.nth(index)).toBeChecked();
}

test("with the keyboard alone the whole visit works, from the link to the code", async ({ page }) => {
  test.setTimeout(300_000);
  const dimensions = SOTOPIA_DIMENSIONS.filter(({ id }) => id === "goal");
  const study = await makeStudy({
    itemsPerAnnotator: 1,
    dimensions,
    columns: { panelKind: "generic", completionUrl: "" },
  });
  const press = async (control: Locator) => {
    await tabTo(page, control);
    await page.keyboard.press("Enter");
  };
  await page.goto(entryLink(study));
  await tabTo(page, page.locator("#agree"));
  await page.keyboard.press("Space");
  await press(page.getByRole("button", { name: "Take part", exact: true }));
  await expect(page).toHaveURL(/guidelines$/);
  await press(page.getByRole("link", { name: "Next: Goal" }));
  await expect(page).toHaveURL(/goal$/);
  await press(page.getByRole("link", { name: "Next: A conversation with its ratings" }));
  await expect(page).toHaveURL(/example$/);
  await press(page.getByRole("button", { name: "I have read the guidelines" }));
  await expect(page).toHaveURL(/check$/);
  for (const { id, correct, about } of CHECK)
    if (about.every((dimension) => dimension === "goal"))
      await chooseByKeys(page, page.locator(`input[name="${id}"]`), correct);
  await press(page.getByRole("button", { name: "Send my answers" }));
  await expect(page).toHaveURL(/practice$/);
  await press(page.getByRole("link", { name: "Begin the practice" }));
  await expect(page).toHaveURL(/practice\/goal$/);
  for (const seat of [1, 2]) await chooseByKeys(page, page.locator(`input[name="score-${seat}"]`), 3);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Yours lies/).first()).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/next$/);
  await press(page.getByRole("button", { name: "Open the first conversation" }));
  await expect(page).toHaveURL(/rate\/[^/]+\/goal$/);
  await tabTo(page, page.getByRole("checkbox", { name: "Turn 3 shows it for Ada" }));
  await page.keyboard.press("Space");
  for (const seat of [1, 2]) {
    await chooseByKeys(page, page.locator(`input[name="score-${seat}"]`), 4 + seat);
    await tabTo(page, page.locator(`#rationale-${seat}`));
    await page.keyboard.type(`Turn 3 shows how far agent ${seat} came with its goal.`);
  }
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Everything is there.")).toBeVisible();
  await press(page.getByRole("button", { name: "Submit my ratings" }));
  await expect(page.getByRole("heading", { name: "Thank you, you are done" })).toBeVisible();
  await expect(page.getByText(study.codes.completed as string, { exact: true })).toBeVisible();
});

test("without JavaScript a copy that another tab changed is merged, and nothing typed is lost", async ({
  newContext,
}) => {
  const study = await makeStudy();
  const context = await newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const assignment = await openRating(page, study);
  const other = await context.newPage();
  await other.goto(page.url());
  await page.locator("#rationale-1").fill("The first tab’s reason.");
  await page
    .getByRole("button", { name: /^Next: / })
    .last()
    .click();
  await other.locator("#rationale-1").fill("The second tab’s reason.");
  await other.locator("#score-2-4").check();
  await other
    .getByRole("button", { name: /^Next: / })
    .last()
    .click();
  await expect(other.getByText("This was also changed in another tab")).toBeVisible();
  await expect(other.locator("#rationale-1")).toHaveValue(/^The second tab’s reason\.[\s\S]*The first tab’s reason\.$/);
  expect((await storedRatings(assignment))["believability.2"]?.score).toBe(4);
});
