import { cookies, headers } from "next/headers";
import {
  encodeSessionToken,
  SESSION_SECONDS,
  sessionCookieName,
  sessionCookieOptions,
} from "#lib/auth/session-token.ts";
import { clientAddress } from "./client-address.ts";

/** What the session's making notes of the browser: its network address (for limits only) and what it calls itself. */
export async function browserFacts(): Promise<{ address: string; userAgent: string }> {
  const all = await headers();
  return { address: clientAddress(all), userAgent: all.get("user-agent") ?? "" };
}

/** Signs this browser in with a session that was just opened. Only in a server action or a route handler. */
export async function setSessionCookie(sessionId: string): Promise<void> {
  const value = await encodeSessionToken({ sessionId });
  (await cookies()).set(sessionCookieName(), value, { ...sessionCookieOptions(), maxAge: SESSION_SECONDS });
}

/** Takes the session cookie from this browser. */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}
