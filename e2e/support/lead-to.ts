import { expect, type Page } from "@playwright/test";

/** What the router of a loaded page answers to. */
type Routed = { next: { router: { push(path: string): void } } };

/** Loads a page by its address, as whoever has a link to it does, and waits until it has come alive without a fault. */
export async function expectLoads(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // React leaves its mark on what it has taken over.
  const isTakenOver = (title: Element) => Object.keys(title).some((key) => key.startsWith("__reactFiber"));
  await expect.poll(() => page.locator("h1").evaluate(isTakenOver)).toBe(true);
}

/**
 * Opens a page of the app: the first in a window by loading it, each further one as a link does, within what is loaded.
 * For looking through many pages one after the other, which axe does in a fraction of the time where it need not be read
 * and warmed up anew.
 */
export async function leadTo(page: Page, path: string): Promise<void> {
  if (page.url() === "about:blank") {
    await page.goto(path);
    return;
  }
  // The router refuses until the page has come alive.
  await expect(() => page.evaluate((to) => (window as unknown as Routed).next.router.push(to), path)).toPass();
  // The address changes together with the page.
  await page.waitForURL((url) => url.pathname + url.search === path);
}
