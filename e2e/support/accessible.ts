import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

/** The whole of axe as a script; given to a page once, because reading it takes a browser as long as running it. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * No serious or critical finding of axe on the page as it stands: every rule in light, and contrast again in dark, where
 * nothing but colours differs. Leaves the page in light. Pages here have no frames, so axe runs in the page itself.
 */
export async function expectAccessible(page: Page, where = page.url()): Promise<void> {
  // A page that a link led to gets its title after its content, when the one before is already gone.
  await expect(page, `a title on ${where}`).toHaveTitle(/./);
  await page.emulateMedia({ colorScheme: "light" });
  await endTransitions(page);
  await expectNoGraveFinding(page, {}, `${where}, light`);
  await page.emulateMedia({ colorScheme: "dark" });
  await endTransitions(page);
  await expectNoGraveFinding(page, { runOnly: ["color-contrast"] }, `${where}, dark`);
  await page.emulateMedia({ colorScheme: "light" });
}

/** Brings the transitions that a change of colours starts to their end: half-way colours are nobody's design. */
async function endTransitions(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  });
}

async function expectNoGraveFinding(page: Page, rules: RunOptions, where: string): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const grave = await page.evaluate(
    async (options) => {
      const { axe } = window as unknown as { axe: { run(root: Document, options: object): Promise<AxeResults> } };
      const { violations } = await axe.run(document, options);
      return violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
    },
    { ...rules, resultTypes: ["violations"], preload: false } satisfies RunOptions,
  );
  expect(grave, `axe on ${where}`).toEqual([]);
}

/** The page as it stands needs no sideways scrolling. */
export async function expectNoSidewaysScroll(page: Page, where = page.url()): Promise<void> {
  const tooWide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => element.outerHTML.slice(0, 120));
  });
  expect(tooWide, `wider than the screen on ${where}`).toEqual([]);
}

/** No grave finding on the page, wide and narrow, light and dark, and no sideways scrolling. Leaves it wide and light. */
export async function expectSound(page: Page, where = page.url()): Promise<void> {
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page, `${where}, 320 px`);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectNoSidewaysScroll(page, `${where}, 1280 px`);
  await expectAccessible(page, where);
}
