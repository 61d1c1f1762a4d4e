import type { Locator, Page } from "@playwright/test";

/** One change of a filter: what is called in the table, and how it is made. `select` names a field of the bar. */
export type Change =
  | { kind: "select"; field: string; value: string }
  | { kind: "tick"; field: string; value: string }
  | { kind: "dimension"; name: string };

/**
 * Milliseconds from the press to the frame that shows the picture as it stays; how long after the press the answer of the
 * server came (null where it was at hand before), and the size in bytes of the last answer that was asked for, as it came over
 * the wire and unpacked (null where none was).
 */
export type Taken = { redraw: number; answer: number | null; sent: number | null; size: number | null };

type Watched = { start: number; changedAt: number; done: number | null };
declare global {
  interface Window {
    /** When the last change was made, when the view last differed, and when that was on the screen. */
    filterBench: Watched;
  }
}

/** Everything a view says under the filters: its sentence, its figures and its basis. */
const VIEW = "section[aria-labelledby]";
/** A view that has not differed for so long stays as it is; intervals that are asked for later come after a second. */
const STAYS_MS = 250;

/**
 * Makes one change as a person does and waits until the view has been painted and stays. The clock is that of the page: it
 * starts at the event and ends in the frame after the last difference. The bar shows a choice at once, so it is not
 * what is watched; an address inside the view that changes is not either.
 * @param rest how long the pointer rests on a control before it is pressed, in ms; a select is open for twice as long
 */
export async function measureChange(page: Page, change: Change, rest: number): Promise<Taken> {
  await page.evaluate(watchView, VIEW);
  if (rest > 0) await comeTo(page, change, rest);
  await makeChange(page, change);
  await page.waitForFunction(
    (stays) => window.filterBench.done !== null && performance.now() - window.filterBench.changedAt > stays,
    STAYS_MS,
    { polling: 50, timeout: 30_000 },
  );
  return page.evaluate(readTaken);
}

/** Runs in the page: how long it took, and what was asked of the server for it. */
function readTaken(): Taken {
  const { start, done } = window.filterBench;
  const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  const isAnswer = ({ name }: PerformanceResourceTiming) =>
    name.includes("_rsc=") || name.includes("/api/v1/analyses/");
  const last = resources.filter((entry) => isAnswer(entry) && entry.responseEnd <= (done ?? 0)).at(-1);
  performance.clearResourceTimings();
  return {
    redraw: (done ?? 0) - start,
    answer: last && last.responseEnd > start ? last.responseEnd - start : null,
    sent: last?.transferSize ?? null,
    size: last?.decodedBodySize ?? null,
  };
}

function controlOf(page: Page, change: Change): Locator {
  if (change.kind === "dimension")
    return page.getByRole("navigation", { name: "Dimension" }).getByRole("link", { name: change.name });
  if (change.kind === "select") return page.locator(`select[name="${change.field}"]`);
  return page.locator(`input[type="checkbox"][name="${change.field}"][value="${change.value}"]`);
}

/** Comes to a control as a person does: the pointer rests there; a select is pressed, and its list is looked at. */
async function comeTo(page: Page, change: Change, rest: number): Promise<void> {
  const control = controlOf(page, change);
  await control.hover();
  await page.waitForTimeout(rest);
  if (change.kind !== "select") return;
  // Its own list is drawn by the browser outside the page, so it is told of the press without one.
  await control.dispatchEvent("pointerdown", { pointerType: "mouse", bubbles: true });
  await control.focus();
  await page.waitForTimeout(rest);
}

async function makeChange(page: Page, change: Change): Promise<void> {
  const control = controlOf(page, change);
  if (change.kind === "select") await control.selectOption(change.value);
  else await control.click();
}

/**
 * Runs in the page: notes the event that starts a change, and the frame after each difference of the view. Only what
 * differs counts, and finding out must not take time from what is measured.
 */
function watchView(selector: string): void {
  const watched: Watched = { start: 0, changedAt: 0, done: null };
  window.filterBench = watched;
  const begin = () => {
    watched.start ||= performance.now();
  };
  for (const name of ["click", "change"]) document.addEventListener(name, begin, { capture: true, once: true });
  const isOfView = ({ type, target, attributeName, oldValue }: MutationRecord) => {
    const element = target instanceof Element ? target : target.parentElement;
    if (!element?.closest(selector) && !element?.querySelector(`:scope > ${selector}`)) return false;
    if (attributeName === "href" || attributeName === "aria-busy") return false;
    return type !== "attributes" || element.getAttribute(attributeName ?? "") !== oldValue;
  };
  const observer = new MutationObserver((records) => {
    if (window.filterBench !== watched) return observer.disconnect();
    if (!watched.start || !records.some(isOfView)) return;
    watched.changedAt = performance.now();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        watched.done = performance.now();
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
