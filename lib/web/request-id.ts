import { headers } from "next/headers";

/** The header that carries the id of a request, in and out. */
export const REQUEST_ID_HEADER = "x-request-id";

const PLAUSIBLE = /^[A-Za-z0-9][A-Za-z0-9_.-]{7,63}$/;

/** The id a proxy in front gave the request when it looks like one (8 to 64 plain characters), else a fresh one. */
export function chooseRequestId(incoming: string | null | undefined): string {
  return incoming && PLAUSIBLE.test(incoming) ? incoming : crypto.randomUUID();
}

/** The id of the request in hand, in a page, a server action or a route handler. */
export async function getRequestId(): Promise<string> {
  return chooseRequestId((await headers()).get(REQUEST_ID_HEADER));
}
