import type { Page } from "@playwright/test";

/** One change of a filter: what is called in the table, and how it is made. `select` names a field of the bar. */
export type Change =
  | { kind: "select"; field: string; value: string }
  | { kind: "tick"; field: string; value: string }
  | { kind: "dimension"; name: string };

/** Milliseconds from the press to the frame that shows the new numbers, and to the end of the answer of the server. */
export type Taken = { redraw: number; answer: number | null };

type Watched = { start: number; done: number | null };
declare global {
  interface Window {
    /** When the last change was made and when its result was on the screen. */
    filterBench: Watched;
  }
}

/** Everything a view says under the filters: its sentence, its figures and its basis. */
const VIEW = "section[aria-labelledby]";

/**
 * Makes one change as a person does and waits until the view differs and has been painted. The clock is that of the
 * page: it starts at the event and ends in the frame after the one in which the view changed. The bar shows a choice at
 * once, so it is not what is watched.
 */
export async function measureChange(page: Page, change: Change): Promise<Taken> {
  await page.evaluate(watchView, VIEW);
  await makeChange(page, change);
  await page.waitForFunction(() => window.filterBench.done !== null, null, { polling: 20, timeout: 30_000 });
  return page.evaluate(readTaken);
}

/** Runs in the page: how long it took, and the last answer of the server that was asked for since the press. */
function readTaken(): Taken {
  const { start, done } = window.filterBench;
  const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  const answers = resources.filter(({ name, startTime }) => name.includes("_rsc=") && startTime >= start);
  const last = answers.at(-1);
  performance.clearResourceTimings();
  return { redraw: (done ?? 0) - start, answer: last ? last.responseEnd - last.requestStart : null };
}

async function makeChange(page: Page, change: Change): Promise<void> {
  if (change.kind === "dimension")
    await page.getByRole("navigation", { name: "Dimension" }).getByRole("link", { name: change.name }).click();
  else if (change.kind === "select") await page.locator(`select[name="${change.field}"]`).selectOption(change.value);
  else await page.locator(`input[type="checkbox"][name="${change.field}"][value="${change.value}"]`).click();
}

/**
 * Runs in the page: notes the event that starts a change, and the frame after the view has become another. Only what
 * differs counts, and finding out must not take time from what is measured.
 */
function watchView(selector: string): void {
  window.filterBench = { start: 0, done: null };
  const begin = () => {
    window.filterBench.start ||= performance.now();
  };
  for (const name of ["click", "change"]) document.addEventListener(name, begin, { capture: true, once: true });
  const isOfView = ({ type, target, attributeName, oldValue }: MutationRecord) => {
    const element = target instanceof Element ? target : target.parentElement;
    if (!element?.closest(selector) && !element?.querySelector(`:scope > ${selector}`)) return false;
    return type !== "attributes" || element.getAttribute(attributeName ?? "") !== oldValue;
  };
  const observer = new MutationObserver((records) => {
    if (!window.filterBench.start || !records.some(isOfView)) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        window.filterBench.done = performance.now();
      };
      channel.port2.postMessage(null);
    });
  });
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeOldValue: true,
  });
}
