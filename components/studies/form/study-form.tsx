"use client";
import { useActionState, useCallback, useEffect, useRef, useState } from "react";
import { FormProblems } from "#components/forms/form-problems.tsx";
import { formValues, type SendForm, type SentForm } from "#components/forms/form-values.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { AnnotatorsSection } from "./annotators-section.tsx";
import { DimensionsSection } from "./dimensions-section.tsx";
import { DrawCount } from "./draw-count.tsx";
import { type EstimateFields, EstimateLine } from "./estimate-line.tsx";
import { type EpisodeOptions, ItemsSection } from "./items-section.tsx";
import { PanelSection } from "./panel-section.tsx";
import { useDrawPreview } from "./use-draw-preview.ts";
import { type PilotOption, WhatSection } from "./what-section.tsx";
import { WordsSection } from "./words-section.tsx";

/**
 * The whole design of a study on one page, in six sections. It is a plain form: without scripts it is sent and comes
 * back with its errors; with them it also tells what the draw would find and what the work comes to.
 * `itemCount` is given where the items are drawn already; the section on items is left out then.
 */
export function StudyForm(props: {
  send: SendForm;
  initial: Record<string, string>;
  pilots: readonly PilotOption[];
  guidelines: readonly string[];
  options: EpisodeOptions;
  /** The draft that is edited, and the mark of the design that stands in `initial`; absent for a new study. */
  draft?: { studyId: string; designMark: string };
  itemCount?: number;
  submitLabel: string;
}) {
  const [state, action] = useActionState(props.send, {});
  // A form that comes back is built anew: browsers keep no choice of a select over a reset.
  return <FormBody key={JSON.stringify(state.values ?? {})} {...props} state={state} action={action} />;
}

type BodyProps = Parameters<typeof StudyForm>[0] & { state: SentForm; action: (form: FormData) => void };

function FormBody({ state, action, initial, pilots, guidelines, options, draft, itemCount, submitLabel }: BodyProps) {
  const form = useRef<HTMLFormElement>(null);
  const values = formValues(state, initial);
  const draws = itemCount === undefined;
  const { preview, problem, refresh } = useDrawPreview(form, draws ? "/api/v1/studies/draw-preview" : null);
  const [estimate, setEstimate] = useState<Omit<EstimateFields, "itemCount"> | null>(null);
  const onChange = useCallback(() => {
    if (form.current) setEstimate(readEstimate(form.current));
    refresh();
  }, [refresh]);
  useEffect(onChange, [onChange]);
  return (
    <form ref={form} action={action} onChange={onChange} className="group/form" noValidate>
      <FormProblems state={state} refused="The study was not saved." />
      <WhatSection values={values} pilots={pilots} />
      {draws ? (
        <ItemsSection values={values} options={options} count={<DrawCount preview={preview} problem={problem} />} />
      ) : null}
      <AnnotatorsSection values={values} />
      <DimensionsSection values={values} />
      <WordsSection values={values} guidelines={guidelines} />
      <PanelSection values={values} />
      {Object.entries(draft ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {draws ? null : <input type="hidden" name="seed" value={values.text("seed")} />}
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-t bg-paper px-4 py-3 sm:-mx-6 sm:px-6">
        <div className="min-h-5 min-w-0 flex-1 basis-64">
          {estimate ? (
            <EstimateLine fields={{ ...estimate, itemCount: itemCount ?? preview?.itemCount ?? null }} />
          ) : null}
        </div>
        <SubmitButton variant="primary" pendingLabel="Saving…">
          {submitLabel}
        </SubmitButton>
      </div>
    </form>
  );
}

function readEstimate(form: HTMLFormElement): Omit<EstimateFields, "itemCount"> {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "").trim();
  return {
    annotationsPerItem: Number(text("annotationsPerItem")),
    itemsPerAnnotator: Number(text("itemsPerAnnotator")),
    minutesPerItem: Number(text("minutesPerItem")),
    hasPractice: data.has("hasPractice"),
    rewardMinor: text("reward") === "" ? null : Math.round(Number(text("reward").replace(",", ".")) * 100),
    currency: text("currency").toUpperCase(),
  };
}
