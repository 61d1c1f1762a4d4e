"use client";
import { useActionState, useRef } from "react";
import { FormProblems } from "#components/forms/form-problems.tsx";
import { formValues, type SendForm, type SentForm } from "#components/forms/form-values.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { DrawCount } from "./draw-count.tsx";
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
  return (
    <form ref={form} action={action} onChange={refresh} className="group/form" noValidate>
      <FormProblems state={state} refused="The items were not drawn." />
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
