import { FormSection, TickRow } from "#components/forms/form-rows.tsx";
import type { FormValues } from "#components/forms/form-values.ts";
import { Fieldset } from "#components/ui/field.tsx";
import type { Narrowing } from "./question-options.ts";

type Props = { values: FormValues; narrowing: readonly Narrowing[] };

/** What the question is narrowed to by filters that were saved, each to be taken off; nothing where it is not. */
export function NarrowingSection({ values, narrowing }: Props) {
  if (narrowing.length === 0) return null;
  return (
    <FormSection
      title="Narrowed to"
      about="By filters that were saved. Take a tick off to drop that filter; nothing ticked in a group means all of it."
    >
      {narrowing.map(({ group, legend, entries }) => (
        <Fieldset key={group} legend={legend}>
          {entries.map(({ key, name }) => (
            <TickRow key={key} values={values} name={`${group}.${key}`} label={<bdi>{name}</bdi>} />
          ))}
        </Fieldset>
      ))}
    </FormSection>
  );
}
