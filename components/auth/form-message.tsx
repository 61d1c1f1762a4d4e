import { Callout } from "#components/ui/callout.tsx";
import { FocusOnMount } from "#components/ui/focus-on-mount.tsx";
import type { SentForm } from "./form-props.ts";

/** The sentence about a whole form above it: what went wrong, or `done` once it worked. */
export function FormMessage({ state, done }: { state: SentForm; done?: string }) {
  if (state.ok && done) return <SavedLine text={state.message ?? done} />;
  if (state.ok || !state.message) return null;
  return (
    <FocusOnMount key={state.message}>
      <Callout tone="bad">{state.message}</Callout>
    </FocusOnMount>
  );
}

function SavedLine({ text }: { text: string }) {
  return (
    <p role="status" className="text-sm font-medium text-ok">
      {text}
    </p>
  );
}
