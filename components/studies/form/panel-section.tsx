import { FormSection, RadioRow, TextRow } from "#components/forms/form-rows.tsx";
import type { FormValues } from "#components/forms/form-values.ts";
import { Fieldset } from "#components/ui/field.tsx";

/** Where annotators come from, where they return to, and what they are paid. */
export function PanelSection({ values }: { values: FormValues }) {
  return (
    <FormSection
      title="Panel"
      about="Every way a visit can end gets its own completion code. The codes are made with the study and never leave the server before they are earned."
    >
      <Fieldset legend="Annotators come">
        <RadioRow
          values={values}
          name="panelKind"
          value="none"
          label="By personal link"
          help="You send each person a link of their own."
        />
        <RadioRow
          values={values}
          name="panelKind"
          value="generic"
          label="From another panel"
          help="One that takes people back by a completion URL or a code."
        />
        <RadioRow values={values} name="panelKind" value="prolific" label="From Prolific" />
      </Fieldset>
      <div className="hidden group-has-[#field-panelKind-generic:checked]/form:block">
        <TextRow
          values={values}
          name="completionUrl"
          label="Completion URL"
          help="Where people return to; {code} is replaced by the code of their outcome."
          placeholder="https://panel.example.org/done?code={code}"
          inputMode="url"
          optional
        />
      </div>
      <div className="hidden group-has-[#field-panelKind-prolific:checked]/form:block">
        <TextRow
          values={values}
          name="panelStudyId"
          label="Prolific study id"
          help="From the address of the study at Prolific. You can add it later, but before launch."
          autoComplete="off"
          optional
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-[12rem_8rem]">
        <TextRow
          values={values}
          name="reward"
          label="Reward for a visit"
          help="For all items of one person."
          inputMode="decimal"
          placeholder="6.50"
          optional
        />
        <TextRow values={values} name="currency" label="Currency" help="Three letters." maxLength={3} />
      </div>
    </FormSection>
  );
}
