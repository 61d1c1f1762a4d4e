import { decode, encode } from "next-auth/jwt";
import { appUrl, authSecret } from "#lib/env.ts";

/** How long a sign-in lasts, in seconds: 14 days. */
export const SESSION_SECONDS = 14 * 24 * 60 * 60;

/** What the session cookie carries: the name of a `user_sessions` row, nothing that could go stale. */
export type SessionClaims = { sessionId: string };

/** Whether people reach the app by https, so that cookies may be marked Secure. */
export function isSecure(): boolean {
  return appUrl().startsWith("https:");
}

/** The session cookie's name; the prefix makes the browser insist on Secure, path / and this very host. */
export function sessionCookieName(): string {
  return isSecure() ? "__Host-studio-session" : "studio-session";
}

/** The flags of the session cookie, as next-auth and `cookies().set` take them. */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax" as const, secure: isSecure(), path: "/" };
}

/** Encrypts the claims into the cookie's value (next-auth's own token form). */
export function encodeSessionToken(claims: SessionClaims): Promise<string> {
  return encode({ token: { sid: claims.sessionId }, secret: authSecret(), maxAge: SESSION_SECONDS });
}

/** Reads a cookie's value; null when it is absent, forged, damaged or too old. */
export async function decodeSessionToken(value: string | undefined): Promise<SessionClaims | null> {
  if (!value) return null;
  try {
    const token = await decode({ token: value, secret: authSecret() });
    return typeof token?.sid === "string" ? { sessionId: token.sid } : null;
  } catch {
    return null;
  }
}
