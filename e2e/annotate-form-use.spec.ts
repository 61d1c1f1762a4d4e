import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Page, Request } from "@playwright/test";
import { getDb } from "#lib/store/db.ts";
import { makeStudy } from "#tests/factories/study.ts";
import { expectNoSidewaysScroll } from "./support/accessible.ts";
import { dimensionAt, goToDimension } from "./support/annotator.ts";
import { expect, test } from "./support/fixtures.ts";
import { agentGroup, expectStored, openRating, untilAlive } from "./support/visit.ts";

/** What the rating form does for those who fill it in; its accessibility has a file of its own. */

/** What the rating page may ship of its own, in bytes, compressed. */
const OWN_SCRIPTS = 40_000;

/** The scripts that a page asks for while `load` opens it. */
async function scriptsOf(page: Page, load: () => Promise<unknown>): Promise<Set<string>> {
  const scripts = new Set<string>();
  const note = (request: Request) => {
    if (request.resourceType() === "script") scripts.add(new URL(request.url()).pathname);
  };
  page.on("request", note);
  await load();
  page.off("request", note);
  return scripts;
}

test("the rating page ships at most 40 kB of compressed scripts of its own", async ({ page }) => {
  const study = await makeStudy();
  const plain = await scriptsOf(page, () =>
    page.goto(`/annotate/${study.entryToken}/no-entry?why=visit`, { waitUntil: "networkidle" }),
  );
  const rating = await scriptsOf(page, async () => {
    await openRating(page, study);
    await untilAlive(page);
    await page.waitForLoadState("networkidle");
  });
  const own = [...rating].filter((script) => !plain.has(script));
  const built = path.join(import.meta.dirname, "..", process.env.NEXT_DIST_DIR ?? ".next");
  const weights = own.map((script) => {
    const file = path.join(built, decodeURIComponent(script).replace("/_next/", ""));
    return { script, bytes: gzipSync(readFileSync(file)).length };
  });
  expect(own.length, "the page is alive by scripts of its own").toBeGreaterThan(0);
  const bytes = weights.reduce((sum, each) => sum + each.bytes, 0);
  expect(bytes, JSON.stringify(weights)).toBeLessThanOrEqual(OWN_SCRIPTS);
});

test("the browser’s back and forward move between dimensions", async ({ page }) => {
  const study = await makeStudy();
  await openRating(page, study);
  await untilAlive(page);
  await agentGroup(page, 1).getByRole("textbox").fill("Written on the first one.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Relationship" })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Knowledge" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Relationship" })).toBeVisible();
  await page.goBack();
  await expect(agentGroup(page, 1).getByRole("textbox")).toHaveValue("Written on the first one.");
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1, name: "Relationship" })).toBeVisible();
});

test("a double click and a held key take one step only, and the step in hand leads nowhere", async ({ page }) => {
  const study = await makeStudy();
  await openRating(page, study);
  await untilAlive(page);
  const title = page.getByRole("heading", { level: 1 });
  // Where one step was taken, one step back leads to the beginning.
  const expectOneStep = async () => {
    await expect(title).toHaveText("Relationship");
    await page.goBack();
    await expect(title).toHaveText("Believability");
  };
  await test.step("a double click whose second half meets the next dimension", async () => {
    const next = await page.getByRole("button", { name: "Next: Relationship" }).last().boundingBox();
    await page.mouse.move((next?.x ?? 0) + 20, (next?.y ?? 0) + 10);
    await page.mouse.down();
    await page.mouse.up();
    await expect(title).toHaveText("Relationship");
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    await expectOneStep();
  });
  await test.step("a double click that is faster than the page", async () => {
    await page.getByRole("button", { name: "Next: Relationship" }).last().dblclick();
    await expectOneStep();
  });
  await test.step("Ctrl+Enter held down", async () => {
    await page.keyboard.down("Control");
    await page.keyboard.down("Enter");
    await expect(title).toHaveText("Relationship");
    await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    await page.keyboard.up("Control");
    await expectOneStep();
  });
  await test.step("the step in hand", async () => {
    await goToDimension(page, dimensionAt(1));
    await goToDimension(page, dimensionAt(1));
    await expectOneStep();
  });
});

test("the same words twice get a remark on the form, and do not pass the review", async ({ page }) => {
  const study = await makeStudy();
  await openRating(page, study);
  await untilAlive(page);
  await agentGroup(page, 1).getByRole("textbox").fill("They talk about the tide and part as they met.");
  await agentGroup(page, 2).getByRole("textbox").fill("They talk about the tide, and part as they met!");
  await expect(page.getByText("The same words stand under Believability for Ada Holt.")).toBeVisible();
});

test("guidelines open over the form at the dimension in hand and give everything back as it was", async ({ page }) => {
  const study = await makeStudy();
  await openRating(page, study);
  await untilAlive(page);
  await page
    .getByRole("navigation", { name: "Dimensions" })
    .getByRole("button", { name: /^Secret/ })
    .click();
  await agentGroup(page, 1).getByRole("textbox").fill("Half a sentence about");
  await page.getByRole("button", { name: "Guidelines", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Guidelines" });
  await expect(dialog.getByRole("heading", { name: "Secret" })).toBeVisible();
  await dialog.getByRole("button", { name: "Goal", exact: true }).click();
  await expect(dialog.getByRole("heading", { name: "Goal" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Guidelines", exact: true })).toBeFocused();
  await expect(agentGroup(page, 1).getByRole("textbox")).toHaveValue("Half a sentence about");
});

test("from 1,024 px conversation and form stand side by side and the goals stay in sight; below, one of two tabs shows", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  const study = await makeStudy();
  await openRating(page, study);
  await untilAlive(page);
  const left = await page.locator("#conversation").boundingBox();
  const right = await page.locator("#rating").boundingBox();
  expect(left && right && left.x + left.width <= right.x + 1 && Math.abs(left.y - right.y) < 2).toBe(true);
  await page.locator("#conversation").evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
  await expect(page.getByText("Ada’s goal:")).toBeInViewport();
  await page.setViewportSize({ width: 1023, height: 700 });
  await expect(page.locator("#conversation")).toBeVisible();
  await expect(page.locator("#rating")).toBeHidden();
  await page.getByRole("link", { name: "Rating", exact: true }).click();
  await expect(page.locator("#rating")).toBeVisible();
  await expect(page.locator("#conversation")).toBeHidden();
});

test("a dimension of a study’s own gets its scale, its guidelines page and the whole form", async ({ page }) => {
  const study = await makeStudy({
    dimensions: [
      {
        id: "review",
        symbol: "WRM",
        name: "Warmth",
        question: "How warm was this agent to the other one?",
        direction: "Higher is warmer.",
        min: -10,
        max: 10,
        bands: [
          { from: -10, to: -1, name: "cold" },
          { from: 0, to: 10, name: "warm" },
        ],
        hue: "kno",
      },
    ],
  });
  const assignment = await openRating(page, study);
  await untilAlive(page);
  await expect(page).toHaveURL(/\/dimension-review$/);
  const group = page.getByRole("group", { name: "Warmth — Ben Marsh" });
  await expect(group.getByRole("radio")).toHaveCount(21);
  await group.getByRole("radio", { name: "−10, cold" }).check();
  await expectStored(assignment, "review.2").toMatchObject({ score: -10 });
  await page.getByRole("button", { name: "Guidelines", exact: true }).click();
  await expect(page.getByRole("dialog").getByText("How warm was this agent to the other one?")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, "a scale of 21 integers");
  expect((await getDb().assignment.findUniqueOrThrow({ where: { id: assignment } })).state).toBe("started");
});
