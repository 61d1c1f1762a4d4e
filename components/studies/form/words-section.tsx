import { FormSection, SelectRow, TextRow } from "#components/forms/form-rows.tsx";
import { controlId, type FormValues } from "#components/forms/form-values.ts";
import { describedBy, Field, TextArea } from "#components/ui/field.tsx";

/** What annotators read before they begin. */
export function WordsSection({ values, guidelines }: { values: FormValues; guidelines: readonly string[] }) {
  const id = controlId("consentText");
  const error = values.error("consentText");
  return (
    <FormSection
      title="Words"
      about="Guidelines and consent are kept by version, so that you can always show what an annotator had read."
    >
      <SelectRow
        values={values}
        name="guidelinesVersion"
        label="Guidelines"
        className="max-w-60"
        options={guidelines.map((version) => ({ value: version, label: `Version ${version}` }))}
      />
      <TextRow
        values={values}
        name="contact"
        label="Contact for annotators"
        help="An e-mail address that somebody reads. It stands where the consent text says {contact}."
        autoComplete="email"
      />
      <Field
        id={id}
        label="Consent text"
        help="Blank lines divide paragraphs. Check it against what your institution asks for."
        error={error}
      >
        <TextArea
          id={id}
          name="consentText"
          rows={14}
          defaultValue={values.text("consentText")}
          {...describedBy(id, { help: true, error })}
        />
      </Field>
    </FormSection>
  );
}
