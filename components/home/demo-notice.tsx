"use client";
import { useActionState } from "react";
import { Callout } from "#components/ui/callout.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type State = { ok?: boolean; message?: string };

/** Says that demo data is there and removes it in one click. `action` removes; analysts get no button (null). */
export function DemoNotice({ action }: { action: ((state: State, form: FormData) => Promise<State>) | null }) {
  const [state, submit] = useActionState<State, FormData>(action ?? (async (previous) => previous), {});
  return (
    <Callout title="You are looking at demo data">
      <p className="max-w-[70ch]">
        The characters, dialogues, judge, annotators and analysis marked “Demo” were written to show how things work.
        They are in no export of your own studies.
      </p>
      {state.message ? (
        <p role="status" className="mt-2 font-medium">
          {state.message}
        </p>
      ) : null}
      {action ? (
        <form action={submit} className="mt-3">
          <SubmitButton size="sm" pendingLabel="Removing…">
            Remove the demo data
          </SubmitButton>
        </form>
      ) : null}
    </Callout>
  );
}
