import { appUrl } from "#lib/env.ts";

/** The full address of a path of this app, for links that people send to each other. */
export function addressOf(path: string): string {
  return `${appUrl()}${path}`;
}
