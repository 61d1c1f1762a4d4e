import { appUrl } from "#lib/env.ts";

const THIS_MACHINE = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** The full address of a path of this app, for links that people send to each other. */
export function addressOf(path: string): string {
  return `${appUrl()}${path}`;
}

/** Whether links of this app open on this machine alone, because `APP_URL` is not set or names the machine itself. */
export function linksStayHere(): boolean {
  return THIS_MACHINE.test(new URL(appUrl()).hostname);
}
