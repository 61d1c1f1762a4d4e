import { FormSection, RadioRow, SelectRow, TextRow } from "#components/forms/form-rows.tsx";
import type { FormValues } from "#components/forms/form-values.ts";
import { Fieldset } from "#components/ui/field.tsx";

/** A pilot that can be asked for. */
export type PilotOption = { id: string; name: string; passed: number };

/** Name and kind of the study; an official one may admit only those who passed a pilot. */
export function WhatSection({ values, pilots }: { values: FormValues; pilots: readonly PilotOption[] }) {
  return (
    <FormSection title="What" about="Annotators never see the name.">
      <TextRow values={values} name="name" label="Name" required autoComplete="off" />
      <Fieldset legend="Kind">
        <RadioRow values={values} name="kind" value="official" label="Official" help="The one that is reported." />
        <RadioRow
          values={values}
          name="kind"
          value="pilot"
          label="Pilot"
          help="Tries out the design, and whoever completes it can be admitted to an official study."
        />
      </Fieldset>
      <div className="group-has-[#field-kind-pilot:checked]/form:hidden">
        <SelectRow
          values={values}
          name="qualifyingStudyId"
          label="Admit only those who passed this pilot"
          help={
            pilots.length === 0
              ? "There is no pilot yet, so everybody is admitted."
              : "They are known again by their panel id, or by links that you make for them after launch. Both studies must take people in the same way."
          }
          options={[
            { value: "", label: "Everybody is admitted" },
            ...pilots.map((pilot) => ({ value: pilot.id, label: `${pilot.name} (${pilot.passed} passed)` })),
          ]}
        />
      </div>
    </FormSection>
  );
}
