"use client";
import { useActionState, useRef } from "react";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { DrawCount } from "./draw-count.tsx";
import { controlId, formValues, type SendForm, type SentForm } from "./form-values.ts";
import { type EpisodeOptions, ItemsSection } from "./items-section.tsx";
import { useDrawPreview } from "./use-draw-preview.ts";

type Props = {
  send: SendForm;
  studyId: string;
  /** How the items were drawn last, as form fields. */
  initial: Record<string, string>;
  options: EpisodeOptions;
};

/** Draws the items of a draft anew; the ones it has are replaced. */
export function DrawForm(props: Props) {
  const [state, action] = useActionState(props.send, {});
  return <Body key={JSON.stringify(state.values ?? {})} {...props} state={state} action={action} />;
}

function Body({
  studyId,
  initial,
  options,
  state,
  action,
}: Props & { state: SentForm; action: (f: FormData) => void }) {
  const form = useRef<HTMLFormElement>(null);
  const { preview, problem, refresh } = useDrawPreview(form, "/api/v1/studies/draw-preview");
  const issues = (state.issues ?? []).map(({ path, message }) => ({ message, href: `#${controlId(path)}` }));
  const failed = state.ok === false;
  return (
    <form ref={form} action={action} onChange={refresh} className="group/form" noValidate>
      {failed ? <ErrorSummary items={issues.length > 0 ? issues : [{ message: state.message ?? "" }]} /> : null}
      <input type="hidden" name="studyId" value={studyId} />
      <ItemsSection
        values={formValues(state, initial)}
        options={options}
        count={<DrawCount preview={preview} problem={problem} />}
      />
      <SubmitButton variant="primary" pendingLabel="Drawing…">
        Replace the items
      </SubmitButton>
    </form>
  );
}
