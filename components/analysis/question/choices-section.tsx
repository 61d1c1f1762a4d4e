import { FormSection, RadioRow, TickRow } from "#components/forms/form-rows.tsx";
import type { FormValues } from "#components/forms/form-values.ts";
import { Fieldset } from "#components/ui/field.tsx";
import { scaleWords } from "../frame/view-words.ts";
import type { QuestionOptions } from "./question-options.ts";

type Props = { values: FormValues; options: QuestionOptions };

/** Which agent, which dimensions, and whose ratings are left out. */
export function ChoicesSection({ values, options }: Props) {
  return (
    <FormSection title="What counts" about="Whatever is left out is counted and said above every figure.">
      <Fieldset legend="Agent">
        <RadioRow values={values} name="whichAgent" value="learner" label="The agent under study" />
        <RadioRow values={values} name="whichAgent" value="both" label="Both agents" />
        <RadioRow values={values} name="whichAgent" value="partner" label="The partner of the agent under study" />
      </Fieldset>
      {options.dimensions.length > 0 ? (
        <Fieldset legend="Dimensions" help="None chosen means all of them.">
          <div className="grid gap-3 sm:grid-cols-2">
            {options.dimensions.map((dimension) => (
              <TickRow
                key={dimension.key}
                values={values}
                name={`dimension.${dimension.key}`}
                label={dimension.name}
                help={scaleWords(dimension)}
              />
            ))}
          </div>
        </Fieldset>
      ) : null}
      <TickRow
        values={values}
        name="keepDuplicates"
        label="Count repeated rows"
        help="Rows that repeat an earlier one of the same file to the letter. Published figures count them."
      />
      <TickRow
        values={values}
        name="keepSecondRatings"
        label="Count second ratings by the same person"
        help="Where one person rated an item twice, both enter the means. Agreement among people takes the first alone."
      />
      <TickRow
        values={values}
        name="countExcluded"
        label="Count excluded ratings"
        help="Exclusions are recorded with the study or the import; the bias is shown with and without them anyway."
      />
      {options.raters.length > 0 ? <LeftOut values={values} raters={options.raters} /> : null}
    </FormSection>
  );
}

function LeftOut({ values, raters }: { values: FormValues; raters: QuestionOptions["raters"] }) {
  const isOpen = raters.some((rater) => values.isOn(`leftOut.${rater.key}`));
  return (
    <details open={isOpen}>
      <summary className="text-sm font-semibold">Leave out people in this analysis alone</summary>
      <div className="mt-3 grid max-h-80 gap-3 overflow-y-auto sm:grid-cols-2">
        {raters.map((rater) => (
          <TickRow
            key={rater.key}
            values={values}
            name={`leftOut.${rater.key}`}
            label={<bdi>{rater.name}</bdi>}
            help={rater.source}
          />
        ))}
      </div>
    </details>
  );
}
