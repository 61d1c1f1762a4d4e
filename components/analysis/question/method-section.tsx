import { FormSection, NumberRow, SelectRow, TickRow } from "#components/forms/form-rows.tsx";
import type { FormValues } from "#components/forms/form-values.ts";

/** How sure is sure: clusters, confidence, resampling, and the aims of the planner and the alternative-annotator test. */
export function MethodSection({ values }: { values: FormValues }) {
  return (
    <FormSection
      title="Method"
      about="The same question, data and seed give the same numbers on every machine. All of this goes into the export."
    >
      <SelectRow
        values={values}
        name="clusterRule"
        label="What counts as independent"
        help="Ratings of one episode depend on each other, and so do policies that played the same scenarios. In a file without episodes its own clusters take their place."
        options={[
          { value: "automatic", label: "Episodes; scenarios where policies share them" },
          { value: "episode", label: "Episodes, always" },
          { value: "scenario", label: "Scenarios, always" },
        ]}
      />
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
        <NumberRow values={values} name="confidence" label="Confidence, %" />
        <NumberRow values={values} name="seed" label="Seed" />
        <NumberRow values={values} name="resamples" label="Resamples" />
        <NumberRow values={values} name="targetHalfWidth" label="Aim, ± points" />
        <NumberRow values={values} name="epsilon" label="Price of a person (ε)" />
      </div>
      <TickRow
        values={values}
        name="samplingIsRandom"
        label="People rated a random sample of what the judge rated"
        help="Say so only if nobody chose the items by their content. Studies record it themselves; files do not. Debiased scores need it."
      />
      <TickRow
        values={values}
        name="keepChosenByHand"
        label="Count items chosen by hand in means and biases"
        help="Items of a study made from a list of ids. Chosen for what they are, they say little of the rest, so they are left out of bias, scores and plans, and count in agreement and in single cells."
      />
    </FormSection>
  );
}
