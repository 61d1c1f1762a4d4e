import { FormSection, NumberRow } from "#components/forms/form-rows.tsx";
import { controlId, type FormValues } from "#components/forms/form-values.ts";
import { Checkbox } from "#components/ui/field.tsx";

/** How much each item and each person gets, and on what device. */
export function AnnotatorsSection({ values }: { values: FormValues }) {
  return (
    <FormSection
      title="Annotators"
      about="The expected time sets how long an item is held and what annotators are told is left."
    >
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-3">
        <NumberRow values={values} name="annotationsPerItem" label="Annotations per item" />
        <NumberRow values={values} name="itemsPerAnnotator" label="Items per annotator" />
        <NumberRow values={values} name="minutesPerItem" label="Minutes per item" />
      </div>
      <Checkbox
        id={controlId("hasPractice")}
        name="hasPractice"
        defaultChecked={values.isOn("hasPractice")}
        label="Practice episode with feedback before the first item"
      />
      <Checkbox
        id={controlId("isDesktopOnly")}
        name="isDesktopOnly"
        defaultChecked={values.isOn("isDesktopOnly")}
        label="Desktop only"
        help="Phones are told so at the door and may come back on a computer. The form itself works on phones."
      />
    </FormSection>
  );
}
