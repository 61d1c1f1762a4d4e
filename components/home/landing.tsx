import { ButtonLink } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { LandingSpecimen } from "./landing-specimen.tsx";

/**
 * What a stranger sees at the start: what this is in three sentences, one picture of it, and the one way in.
 * On a fresh machine, where nobody can sign in yet, the place of the link that makes the first account.
 */
export function Landing({ hasAccounts }: { hasAccounts: boolean }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-[72rem] content-center items-center gap-x-16 gap-y-12 px-6 py-16 lg:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)]">
      <div>
        <p className="font-semibold tracking-tight">Sotopia Studio</p>
        <h1 className="mt-6 text-[clamp(1.75rem,4vw,2.5rem)] leading-tight">
          Let people judge how well agents talk, and trust what comes out.
        </h1>
        <div className="prose-text mt-5 text-ink-2">
          <p>
            Researchers import dialogues of social agents, design a study, and send a link. Annotators read, rate seven
            dimensions, and say why, turn by turn. The ratings come out complete and blind to the judge, and show where
            an LLM judge can be trusted and where it overrates.
          </p>
        </div>
        <div className="mt-8 flex flex-wrap items-center gap-4">
          {hasAccounts ? (
            <ButtonLink href="/sign-in" variant="primary">
              Sign in
            </ButtonLink>
          ) : (
            <Callout title="Nobody has an account yet">
              The terminal in which Sotopia Studio was started shows a link that makes the first administrator. It works
              once, for 24 hours; starting anew makes a new one.
            </Callout>
          )}
          <p className="text-sm text-ink-2">
            Here to rate conversations? Open the link of your study; you need no account.
          </p>
        </div>
      </div>
      <LandingSpecimen />
    </main>
  );
}
