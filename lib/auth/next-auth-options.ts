import type { Account, AuthOptions } from "next-auth";
import { isAppError } from "#lib/domain/shared/errors.ts";
import { appUrl, authSecret } from "#lib/env.ts";
import { buildProviders } from "./providers.ts";
import { isSecure, SESSION_SECONDS, sessionCookieName, sessionCookieOptions } from "./session-token.ts";

/** What next-auth asks of the app when a provider has vouched for a person; given by the route that composes both. */
export type AuthPorts = {
  /** Opens a session for the owner of a verified address, or throws an `AppError`. */
  openSession(person: { email: string; name: string; provider: string }): Promise<{ sessionId: string }>;
  /** Ends the session that a cookie names. */
  endSession(sessionId: string): Promise<void>;
};

/** An account on its way through next-auth's callbacks, with the session that was opened for it. */
type SignedAccount = Account & { studioSessionId?: string };

/** The codes that the sign-in page knows a sentence for. */
const SIGN_IN_ERRORS = { noAccount: "no-account", noEmail: "no-verified-email" } as const;

/** Settings of next-auth: providers as configured, a cookie that only names a session row, the app's own pages. */
export function buildAuthOptions(ports: AuthPorts): AuthOptions {
  // next-auth knows its own address from this variable alone.
  process.env.NEXTAUTH_URL ??= appUrl();
  return {
    secret: authSecret(),
    providers: buildProviders() as AuthOptions["providers"],
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    pages: { signIn: "/sign-in", signOut: "/account", error: "/sign-in" },
    callbacks: {
      signIn: ({ user, account }) => admit(ports, user, account),
      jwt: async ({ token, account }) => {
        const sid = (account as SignedAccount | null)?.studioSessionId ?? token.sid;
        return { sid };
      },
      // The session's address answers nothing about the person: pages learn it from the session row.
      session: async ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === "string") await ports.endSession(token.sid);
      },
    },
  };
}

/** Lets a person in whose verified address has an account or an invitation; others go back to the sign-in page. */
async function admit(
  ports: AuthPorts,
  user: { email?: string | null; name?: string | null },
  account: SignedAccount | null,
): Promise<boolean | string> {
  if (!account) return false;
  if (!user.email) return `/sign-in?error=${SIGN_IN_ERRORS.noEmail}`;
  try {
    const person = { email: user.email, name: user.name ?? "", provider: account.provider };
    account.studioSessionId = (await ports.openSession(person)).sessionId;
    return true;
  } catch (error) {
    if (isAppError(error)) return `/sign-in?error=${SIGN_IN_ERRORS.noAccount}`;
    throw error;
  }
}
