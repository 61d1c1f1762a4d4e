import { Callout } from "#components/ui/callout.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { FocusOnMount } from "#components/ui/focus-on-mount.tsx";
import type { SentForm } from "./form-values.ts";

/**
 * What there is to say about a whole form above it: the fields that need another look, with links to them, or the
 * sentence of the refusal, or `done` once it worked. `idOf` names the control of a field when it is not the field's name.
 */
export function FormMessage({
  state,
  done,
  idOf = (path) => path,
}: {
  state: SentForm;
  done?: string;
  idOf?: (path: string) => string;
}) {
  if (state.ok) return done ? <SavedLine text={state.message ?? done} /> : null;
  if (state.issues && state.issues.length > 0) {
    const items = state.issues.map(({ path, message }) => ({ message, href: path ? `#${idOf(path)}` : undefined }));
    return <ErrorSummary key={JSON.stringify(items)} items={items} />;
  }
  if (!state.message) return null;
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
