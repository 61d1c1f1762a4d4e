"use client";
import { useActionState } from "react";
import { FormProblems } from "#components/forms/form-problems.tsx";
import { FormSection, TextRow } from "#components/forms/form-rows.tsx";
import { formValues, type SendForm, type SentForm } from "#components/forms/form-values.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { QuestionFields } from "#lib/domain/analysis/question-form.ts";
import { ChoicesSection } from "./choices-section.tsx";
import { MethodSection } from "./method-section.tsx";
import { NarrowingSection } from "./narrowing-section.tsx";
import { PoliciesSection } from "./policies-section.tsx";
import type { ChosenSources, QuestionOptions, SourceOptions } from "./question-options.ts";
import { SourcesSection } from "./sources-section.tsx";

type Props = {
  send: SendForm;
  initial: QuestionFields;
  options: QuestionOptions;
  sources: SourceOptions;
  chosen: ChosenSources;
  /** Ratings that the chosen sources hold. */
  ratings: number;
  /** Where other sources are chosen. */
  changeHref: string;
  /** The analysis whose question is changed, and the version that the change starts from; absent for a new one. */
  analysis?: { id: string; version: number };
  submitLabel: string;
};

/** The whole question of an analysis on one page: a plain form that also works without scripts. */
export function QuestionForm(props: Props) {
  const [state, action] = useActionState(props.send, {});
  // A form that comes back is built anew: browsers keep no choice of a select over a reset.
  return <FormBody key={JSON.stringify(state.values ?? {})} {...props} state={state} action={action} />;
}

function FormBody({ state, action, ...props }: Props & { state: SentForm; action: (form: FormData) => void }) {
  const { initial, options, analysis } = props;
  const values = formValues(state, initial);
  return (
    <form action={action} noValidate>
      <FormProblems state={state} refused="The analysis was not saved." />
      <FormSection title="Question" about="What you want to know, as it stands in the list and above the views.">
        <TextRow values={values} name="name" label="Name" required autoComplete="off" />
      </FormSection>
      <SourcesSection values={values} {...props} />
      <PoliciesSection fields={state.values ?? initial} values={values} units={options.policies} />
      <ChoicesSection values={values} options={options} />
      <NarrowingSection values={values} narrowing={options.narrowing} />
      <MethodSection values={values} />
      {analysis ? (
        <>
          <input type="hidden" name="analysisId" value={analysis.id} />
          <input type="hidden" name="version" value={analysis.version} />
        </>
      ) : null}
      <div className="sticky bottom-0 z-10 -mx-4 flex justify-end border-line border-t bg-paper px-4 py-3 sm:-mx-6 sm:px-6">
        <SubmitButton variant="primary" pendingLabel="Saving…">
          {props.submitLabel}
        </SubmitButton>
      </div>
    </form>
  );
}
