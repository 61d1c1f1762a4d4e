import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import type { Role } from "#lib/domain/access/roles.ts";
import { closeDb } from "#lib/store/db.ts";
import { makeSession } from "./people.ts";

type Fixtures = {
  /** Announces console lines that this test provokes on purpose; any other error or warning fails the test. */
  allowConsole: (pattern: RegExp) => void;
  /** Opens a browser of its own (another person, another device) that is watched and closed like the first. */
  newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A page of a browser of its own in which somebody with this role is signed in. */
  signedInPage: (role?: Role, options?: BrowserContextOptions) => Promise<Page>;
};

type Watch = { lines: string[]; allowed: RegExp[]; add(context: BrowserContext): void };

type Hidden = { watch: Watch };

/**
 * A remark on speed: on a page that was reached without a load the font of an earlier page may already be there, and what
 * its own head asks for ahead is then not needed.
 */
const FONT_AT_HAND = /\.woff2 was preloaded using link preload but not used/;

function newWatch(): Watch {
  const lines: string[] = [];
  return {
    lines,
    allowed: [FONT_AT_HAND],
    add(context) {
      context.on("console", (message) => {
        const kind = message.type();
        if (kind === "error" || kind === "warning") {
          lines.push(`${kind}: ${message.text()} (${message.location().url})`);
        }
      });
      context.on("weberror", (error) => lines.push(`uncaught: ${error.error().stack ?? error.error()}`));
    },
  };
}

/** The tests of every story: a watched console, and people who are signed in without typing. */
export const test = base.extend<Fixtures & Hidden, { database: undefined }>({
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      await use(undefined);
      await closeDb();
    },
    { scope: "worker", auto: true },
  ],
  watch: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const watch = newWatch();
      await use(watch);
      const unexpected = watch.lines.filter((line) => !watch.allowed.some((pattern) => pattern.test(line)));
      expect(unexpected, "Nothing unexpected may be written to the browser’s console").toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, watch }, use) => {
    watch.add(context);
    await use(context);
  },
  allowConsole: async ({ watch }, use) => {
    await use((pattern) => watch.allowed.push(pattern));
  },
  newContext: async ({ browser, watch, contextOptions, baseURL }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ ...contextOptions, ...(baseURL ? { baseURL } : {}), ...options });
      watch.add(context);
      opened.push(context);
      return context;
    });
    for (const context of opened) await context.close();
  },
  signedInPage: async ({ newContext, baseURL }, use) => {
    await use(async (role = "researcher", options) => {
      const context = await newContext(options);
      const { cookie } = await makeSession(role);
      await context.addCookies([
        { name: cookie.name, value: cookie.value, url: baseURL ?? "", httpOnly: true, sameSite: "Lax" },
      ]);
      return context.newPage();
    });
  },
});

export { expect };
