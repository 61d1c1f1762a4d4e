"use client";
import { useActionState, useRef } from "react";
import { FormProblems } from "#components/forms/form-problems.tsx";
import { formValues, type SendForm, type SentForm } from "#components/forms/form-values.ts";
import { Link } from "#components/ui/link.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { DrawCount } from "./draw-count.tsx";
import { type EpisodeOptions, ItemsSection } from "./items-section.tsx";
import { useDrawPreview } from "./use-draw-preview.ts";

type Props = {
  send: SendForm;
  /** `replace` the items of a draft, or `add` to those of a launched study. */
  mode: "replace" | "add";
  studyId: string;
  /** How the items were drawn last, as form fields. */
  initial: Record<string, string>;
  options: EpisodeOptions;
};

/** What is said on the button and where nothing was drawn. */
const WORDS = {
  replace: { label: "Replace the items", pending: "Drawing…", refused: "The items were not drawn." },
  add: { label: "Add the items", pending: "Adding…", refused: "No items were added." },
};

/** Draws the items of a draft anew, in place of the ones it has, or more items for a launched study. */
export function DrawForm(props: Props) {
  const [state, action] = useActionState(props.send, {});
  return <Body key={JSON.stringify(state.values ?? {})} {...props} state={state} action={action} />;
}

function Body({
  mode,
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
      <FormProblems state={state} refused={WORDS[mode].refused} />
      <input type="hidden" name="studyId" value={studyId} />
      {mode === "add" ? <input type="hidden" name="notIn" value={studyId} /> : null}
      <ItemsSection
        values={formValues(state, initial)}
        options={options}
        hasSeed={mode === "replace"}
        count={<DrawCount preview={preview} problem={problem} />}
      />
      <SubmitButton variant="primary" pendingLabel={WORDS[mode].pending}>
        {WORDS[mode].label}
      </SubmitButton>
      {state.ok ? (
        <p role="status" className="mt-3 text-sm">
          <span className="text-ok">{state.message}</span>{" "}
          <Link className="link" href={`/studies/${studyId}/items`}>
            Look at the items
          </Link>
        </p>
      ) : null}
    </form>
  );
}
