import type { BrowserContext } from "@playwright/test";

const messages = new WeakMap<BrowserContext, string[]>();

/** What a browser says by itself when a test takes the network away. */
const WITHOUT_NETWORK = /net::ERR_INTERNET_DISCONNECTED/;

/** Notes every error and warning that the pages of a context write, and every exception that nobody caught. */
export function watchConsole(context: BrowserContext): void {
  const seen: string[] = [];
  messages.set(context, seen);
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") seen.push(`${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => seen.push(`exception: ${error.error().message}`));
}

/** What a watched context has noted, without what a lost network makes any browser say. */
export function unexpectedMessages(context: BrowserContext): string[] {
  return (messages.get(context) ?? []).filter((text) => !WITHOUT_NETWORK.test(text));
}
