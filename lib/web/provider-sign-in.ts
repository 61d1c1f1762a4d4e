import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import { buildAuthHandler } from "#lib/auth/handler.ts";
import { listProviders } from "#lib/auth/provider-list.ts";
import { isSecure } from "#lib/auth/session-token.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { appUrl, authSecret } from "#lib/env.ts";

/** Beginning a sign-in opens no session; only the callback's own handler does. */
const NO_PORTS = () => ({
  openSession: () => Promise.reject(new AppError("FORBIDDEN", "Sessions are opened by the callback alone.")),
  endSession: () => Promise.resolve(),
});

/**
 * Begins a sign-in with a provider and answers the address at the provider to go to. Does on the server what
 * next-auth's script would do in the browser, so that the button works without JavaScript. Throws `NOT_FOUND` for a
 * provider that is not configured, `UNAVAILABLE` when it does not answer.
 */
export async function beginProviderSignIn(providerId: string, goOnTo: string): Promise<string> {
  if (!listProviders().some((provider) => provider.id === providerId)) {
    throw new AppError("NOT_FOUND", "This way to sign in is not set up here.");
  }
  const csrfToken = await setCsrfCookie();
  const request = new NextRequest(`${appUrl()}/api/auth/signin/${providerId}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, callbackUrl: `${appUrl()}${goOnTo}` }),
  });
  const answer = await buildAuthHandler(NO_PORTS)(request, {
    params: Promise.resolve({ nextauth: ["signin", providerId] }),
  });
  const target = answer.headers.get("location");
  if (!target || new URL(target, appUrl()).origin === new URL(appUrl()).origin) {
    throw new AppError(
      "UNAVAILABLE",
      "The sign-in service does not answer. Sign in with your password, or try again later.",
    );
  }
  await passCookiesOn(answer);
  return target;
}

/** next-auth's own protection: a random token beside its hash with the secret, as its cookie and in the form. */
async function setCsrfCookie(): Promise<string> {
  const token = randomBytes(32).toString("hex");
  const mark = createHash("sha256").update(`${token}${authSecret()}`).digest("hex");
  const name = isSecure() ? "__Host-next-auth.csrf-token" : "next-auth.csrf-token";
  const options = { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecure() };
  (await cookies()).set(name, `${token}|${mark}`, options);
  return token;
}

async function passCookiesOn(answer: Response): Promise<void> {
  const store = await cookies();
  for (const line of answer.headers.getSetCookie()) {
    const [pair = "", ...attributes] = line.split(/;\s*/);
    const at = pair.indexOf("=");
    const maxAge = attributes.find((attribute) => /^max-age=/i.test(attribute))?.slice(8);
    store.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)), {
      httpOnly: true,
      sameSite: "lax",
      path: "/",
      secure: isSecure(),
      ...(maxAge ? { maxAge: Number(maxAge) } : {}),
    });
  }
}

/** The providers that are set up here, for the buttons of the sign-in page. */
export function listSignInProviders(): { id: string; name: string }[] {
  return listProviders().map(({ id, name }) => ({ id, name }));
}
