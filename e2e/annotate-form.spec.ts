import type { Page } from "@playwright/test";
import { makeStudy } from "#tests/factories/study.ts";
import { expectNoSidewaysScroll } from "./support/accessible.ts";
import { expect, test } from "./support/fixtures.ts";
import { agentGroup, enterAt, expectStored, openRating, untilAlive } from "./support/visit.ts";

/** Each test is one rule of accessible long forms (WCAG 2.2 A and AA), on the rating form. */

test("1.3.1, 4.1.2: each scale is a named group of native radio buttons, described by its question, direction and bands", async ({
  page,
}) => {
  const study = await makeStudy();
  await openRating(page, study);
  const group = page.getByRole("group", { name: "Believability — Ada Holt", exact: true });
  await expect(group).toBeVisible();
  await expect(page.getByRole("group", { name: "Believability — Ben Marsh", exact: true })).toBeVisible();
  const radios = group.getByRole("radio");
  await expect(radios).toHaveCount(11);
  await expect(group.locator("input[type=radio]:checked")).toHaveCount(0);
  await expect(group.getByRole("radio", { name: "0, hardly human", exact: true })).toBeVisible();
  await expect(group).toHaveAccessibleDescription(
    /^Did this agent talk and act .* Higher is more human\. 0 to 3: .* 9 to 10: like a person throughout$/,
  );
  await expect(group.getByRole("textbox", { name: "Why this score? Ada Holt" })).toHaveAccessibleDescription(
    "One or two sentences",
  );
});

test("1.4.1: a chosen score is said in words, in the group and in the reason’s label", async ({ page }) => {
  const study = await makeStudy();
  await openRating(page, study);
  await untilAlive(page);
  await agentGroup(page, 1).getByRole("radio", { name: "7, convincing" }).check();
  await expect(agentGroup(page, 1).getByText("7, convincing").last()).toBeVisible();
  await expect(agentGroup(page, 1).getByRole("textbox", { name: "Why 7, convincing? Ada Holt" })).toBeVisible();
  await page.emulateMedia({ forcedColors: "active" });
  const colours = await page.evaluate(() => {
    const of = (id: string) =>
      getComputedStyle(document.getElementById(id)?.parentElement as HTMLElement).backgroundColor;
    return [of("score-1-7"), of("score-1-6")];
  });
  expect(colours[0], "a chosen score stands out with the system’s own colours").not.toBe(colours[1]);
});

test("zero is marked on scales with two sides and nowhere else, and the direction stands in words", async ({
  page,
}) => {
  const study = await makeStudy();
  await openRating(page, study);
  await expect(page.locator(".rating-zero")).toHaveCount(0);
  await page
    .getByRole("navigation", { name: "Dimensions" })
    .getByRole("button", { name: /^Relationship/ })
    .click();
  await expect(page.locator("#rating .rating-zero")).toHaveCount(2);
  await expect(page.getByText("Below zero is worse, zero is no effect, above zero is better.")).toBeVisible();
});

test("1.4.10: no sideways scrolling on a phone, a narrow phone, and 1,280 × 800 at 400 % zoom", async ({ page }) => {
  await openRating(page, await makeStudy());
  await untilAlive(page);
  for (const [width, height] of [
    [360, 740],
    [320, 640],
    [320, 200],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const half of ["Conversation", "Rating"]) {
      await page.getByRole("link", { name: half, exact: true }).click();
      await expectNoSidewaysScroll(page, `${half}, ${width} × ${height}`);
    }
    await page.getByText("Help", { exact: true }).click();
    await expectNoSidewaysScroll(page, `help, ${width} × ${height}`);
    const help = await page.locator("#help > div").boundingBox();
    expect(help?.x, `the left edge of help, ${width} × ${height}`).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Escape");
  }
});

/** The contrast of two colours as the browser computes them. */
async function contrastOf(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    ([a, b]) => {
      const luminance = (variable: string) => {
        const probe = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
        probe.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(variable);
        probe.fillRect(0, 0, 1, 1);
        const parts = [...probe.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((value) => {
          const share = value / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
      };
      const [high, low] = [luminance(a as string), luminance(b as string)].sort((x, y) => y - x);
      return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
    },
    [one, other],
  );
}

test("1.4.11: lines of controls, the chosen score and the focus ring stand out in light and dark", async ({ page }) => {
  await openRating(page, await makeStudy());
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const colour of ["--line-strong", "--accent", "--agent-1", "--agent-2"])
      for (const ground of ["--surface", "--paper"])
        expect(
          await contrastOf(page, colour, ground),
          `${colour} on ${ground} in ${colorScheme}`,
        ).toBeGreaterThanOrEqual(3);
    await page.getByRole("radio", { name: "0, hardly human" }).first().focus();
    await page.keyboard.press("ArrowRight");
    const ring = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement?.parentElement as HTMLElement);
      return { width: Number.parseFloat(style.outlineWidth), kind: style.outlineStyle };
    });
    expect(ring, colorScheme).toEqual({ width: 3, kind: "solid" });
  }
});

test("2.1.1: everything on the form by keyboard: evidence, scores, reasons, chips, going on", async ({ page }) => {
  const study = await makeStudy();
  const assignment = await openRating(page, study);
  await untilAlive(page);
  await page.getByRole("link", { name: "Pick a turn in the conversation for Ada Holt" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("checkbox", { name: "Turn 1 shows it for Ada" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("checkbox", { name: "Turn 2 shows it for Ada" })).toBeChecked();
  await page.getByRole("radio", { name: "0, hardly human" }).first().focus();
  await page.keyboard.press("Space");
  for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press("ArrowRight");
  await expect(agentGroup(page, 1).getByRole("radio", { name: "5, partly natural" })).toBeChecked();
  const chip = agentGroup(page, 1).getByRole("link", { name: "turn 2", exact: true });
  await chip.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#turn-2")).toBeFocused();
  await agentGroup(page, 1).getByRole("button", { name: "Clear the score of Ada Holt" }).press("Enter");
  await expect(agentGroup(page, 1).getByRole("radio", { name: "0, hardly human" })).toBeFocused();
  await agentGroup(page, 1).getByRole("radio", { name: "5, partly natural" }).press("Space");
  await page.getByRole("checkbox", { name: "Turn 4 shows it for Ada" }).press("Space");
  await agentGroup(page, 1).getByRole("button", { name: "Remove turn 4 for Ada Holt" }).press("Enter");
  await expect(page.getByRole("link", { name: "Pick another for Ada Holt" })).toBeFocused();
  await agentGroup(page, 1).getByRole("textbox").focus();
  await page.keyboard.type("Nods and says nothing at all.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Relationship" })).toBeFocused();
  await expect(page).toHaveURL(/\/relationship$/);
  await expectStored(assignment, "believability.1").toEqual({
    score: 5,
    rationale: "Nods and says nothing at all.",
    evidence: [2],
  });
});

test("2.1.4: no single letter does anything; ? opens help, but never takes a character from a text", async ({
  page,
}) => {
  const study = await makeStudy();
  await openRating(page, study);
  await untilAlive(page);
  await page.getByRole("heading", { level: 1 }).focus();
  const before = page.url();
  for (const key of "abcdefghijklmnopqrstuvwxyz0123456789") await page.keyboard.press(key);
  expect(page.url()).toBe(before);
  await expect(page.locator("#rating input:checked")).toHaveCount(0);
  await expect(page.locator("details[open], dialog[open]")).toHaveCount(0);
  await agentGroup(page, 1).getByRole("textbox").focus();
  await page.keyboard.type("Why? Because.");
  await expect(agentGroup(page, 1).getByRole("textbox")).toHaveValue("Why? Because.");
  await expect(page.locator("#help")).not.toHaveAttribute("open");
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("heading", { name: "With the keyboard" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "With the keyboard" })).toBeHidden();
});

/** What has the focus and is covered by something else, once the page has scrolled to it; null when it is seen. */
async function coveredFocus(page: Page): Promise<string | null> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const box = focused.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) return null;
    const points = [0.1, 0.5, 0.9].map((share) => [box.left + box.width / 2, box.top + box.height * share] as const);
    const isSeen = points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top !== null && (focused.contains(top) || top.contains(focused));
    });
    return isSeen ? null : focused.outerHTML.slice(0, 140);
  });
}

test("2.4.11: the sticky bars never cover what has the focus, on wide, narrow and zoomed screens", async ({ page }) => {
  await openRating(page, await makeStudy());
  await untilAlive(page);
  for (const [width, height] of [
    [1280, 800],
    [360, 740],
    [320, 256],
  ] as const) {
    await page.setViewportSize({ width, height });
    if (width < 1024) await page.getByRole("link", { name: "Rating", exact: true }).click();
    for (const key of ["Tab", "Shift+Tab"]) {
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press(key);
        expect(await coveredFocus(page), `${key} ${presses} at ${width} × ${height}`).toBeNull();
      }
    }
  }
});

/** Everything in sight that can be pressed and is less than 24 pixels wide or high. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, summary, input:not([type=hidden]), textarea, a[href]")]
      .filter((element) => !element.closest(".sr-only") && !element.classList.contains("sr-only"))
      .map((element) => ({ box: element.getBoundingClientRect(), text: element.outerHTML.slice(0, 100) }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ box, text }) => `${Math.round(box.width)} × ${Math.round(box.height)} ${text}`),
  );
}

test("2.5.7, 2.5.8: nothing has to be dragged, and everything that can be pressed is at least 24 pixels each way", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const study = await makeStudy();
  await openRating(page, study);
  await untilAlive(page);
  await page.getByRole("link", { name: "Rating", exact: true }).click();
  await agentGroup(page, 1).getByRole("radio", { name: "3, hardly human" }).check();
  // Scores and turns are chosen by single presses; nothing here is moved, slid or sorted.
  await page.getByRole("link", { name: "Conversation", exact: true }).click();
  await page.getByRole("checkbox", { name: "Turn 3 shows it for Ada" }).check();
  expect(await smallTargets(page), "in the conversation").toEqual([]);
  await page.getByRole("link", { name: "Rating", exact: true }).click();
  await expect(agentGroup(page, 1).getByRole("link", { name: "turn 3", exact: true })).toBeVisible();
  await expect(page.locator("[draggable=true], input[type=range], [role=slider], [aria-grabbed]")).toHaveCount(0);
  expect(await smallTargets(page), "on the form").toEqual([]);
});

test("3.2.6: help with the same contact opens from the same place on every page of a visit", async ({ page }) => {
  const study = await makeStudy({ columns: { contact: "Room 12, or study@example.org" } });
  const places: number[] = [];
  for (const stage of ["consent", "guidelines", "check", "practice", "rating"] as const) {
    await enterAt(page, study, stage, ["consent", "guidelines", "check", "practice", "rating"].indexOf(stage) + 1);
    const help = page.locator("#help summary");
    places.push(Math.round((await help.boundingBox())?.y ?? -1));
    await help.click();
    await expect(page.locator("#help").getByText("Room 12, or study@example.org")).toBeVisible();
  }
  expect(new Set(places).size, places.join()).toBe(1);
});

test("3.3.1, 3.3.3: what is missing is named with its remedy, links lead there, and the button stays enabled", async ({
  page,
}) => {
  const study = await makeStudy();
  await openRating(page, study);
  await untilAlive(page);
  await page.getByRole("navigation", { name: "Dimensions" }).getByRole("button", { name: /^Goal/ }).click();
  await page.getByRole("button", { name: "Review and submit" }).last().click();
  const submit = page.getByRole("button", { name: "Submit my ratings" });
  await expect(submit).toBeEnabled();
  await submit.click();
  const summary = page.getByRole("alert").filter({ hasText: "Nothing was submitted" });
  await expect(summary).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ""))
    .toContain("Nothing was submitted");
  const missing = summary.getByRole("link", { name: "Choose a score for Ben Marsh on Secret." });
  await expect(page.getByText("Choose a score for Ben Marsh on Secret.")).toHaveCount(2);
  await missing.click();
  await expect(page).toHaveURL(/\/secret\?problems=1#agent-2$/);
  await expect(agentGroup(page, 2)).toHaveAccessibleDescription(/Choose a score for Ben Marsh on Secret\./);
  await expect(agentGroup(page, 2)).toBeInViewport();
});

test("3.3.7, 3.3.8: nobody is asked for a panel id, a name or a password", async ({ page }) => {
  const study = await makeStudy();
  await page.goto(
    `/annotate/${study.entryToken}?PROLIFIC_PID=${"a".repeat(24)}&STUDY_ID=${"b".repeat(24)}&SESSION_ID=${"c".repeat(24)}`,
  );
  await expect(page).toHaveURL(/\/consent$/);
  await expect(
    page.locator("input[type=text], input[type=password], input[type=email], input:not([type])"),
  ).toHaveCount(0);
  await expect(page.locator("body")).not.toContainText("aaaaaaaa");
});
