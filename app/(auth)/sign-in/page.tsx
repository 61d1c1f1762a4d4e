import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Entrance } from "#components/auth/entrance.tsx";
import { ProviderButtons } from "#components/auth/provider-buttons.tsx";
import { SignInForm } from "#components/auth/sign-in-form.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { ANONYMOUS } from "#lib/domain/access/actor.ts";
import { getSignInFacts } from "#lib/operations/sessions/get-sign-in-facts.ts";
import { getCurrentActor } from "#lib/web/current-actor.ts";
import { listSignInProviders } from "#lib/web/provider-sign-in.ts";
import { safePath } from "#lib/web/safe-path.ts";
import { providerSignInAction, signInAction } from "../actions.ts";

export const metadata: Metadata = { title: "Sign in" };

/** The sentences for what a provider's way back may report; any other code gets the last one. */
const ERRORS: Record<string, string> = {
  "no-account":
    "No account belongs to that e-mail address. Ask an administrator for an invitation to it, then try again.",
  "no-verified-email":
    "That account has no verified e-mail address, so it cannot be matched. Verify one there, or sign in with a password.",
  provider: "The sign-in service does not answer. Sign in with your password, or try again later.",
  other: "Signing in did not work. Nothing was changed. Try again, or use another way.",
};

type Search = { next?: string | string[]; error?: string };

/** Sign-in of people who run studies; annotators never come here. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { next, error } = await searchParams;
  const goOn = safePath(next);
  if ((await getCurrentActor()).kind === "user") redirect(goOn);
  const { hasAccounts } = await getSignInFacts(ANONYMOUS, {});
  if (!hasAccounts) return <NobodyYet />;
  return (
    <Entrance
      title="Sign in"
      lead="For people who run or read studies. Annotators open the link of their study instead."
    >
      {error ? (
        <div className="mb-4">
          <Callout tone="bad">{Object.hasOwn(ERRORS, error) ? ERRORS[error] : ERRORS.other}</Callout>
        </div>
      ) : null}
      <SignInForm send={signInAction} next={goOn} />
      <ProviderButtons providers={listSignInProviders()} begin={providerSignInAction} next={goOn} />
    </Entrance>
  );
}

function NobodyYet() {
  return (
    <Entrance title="Nobody has an account yet">
      <p className="text-ink-2">
        The first administrator’s account is made with a one-time link, which is printed in the terminal where the
        studio was started. It is good for a day; start the studio again for a fresh one.
      </p>
    </Entrance>
  );
}
