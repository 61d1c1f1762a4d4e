import { FormSection, NumberRow, TickRow } from "#components/forms/form-rows.tsx";
import type { FormValues } from "#components/forms/form-values.ts";

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
      <TickRow values={values} name="hasPractice" label="Practice episode with feedback before the first item" />
      <TickRow
        values={values}
        name="isDesktopOnly"
        label="Desktop only"
        help="Phones are told so at the door and may come back on a computer. The form itself works on phones."
      />
    </FormSection>
  );
}
