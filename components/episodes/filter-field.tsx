import type { ComponentProps } from "react";
import { Field, Select, TextInput } from "#components/ui/field.tsx";

/** Above so many values choosing from a list is slower than typing. */
const CHOOSABLE = 299;

/**
 * Chooses one of many values, or none (`anyLabel`). Long lists become a text field with suggestions. A value that is
 * not among the options is kept, so that a link from elsewhere shows what it filters by.
 */
function OptionField({
  id,
  name,
  value,
  options,
  anyLabel,
}: {
  id: string;
  name: string;
  value: string | undefined;
  options: readonly string[];
  anyLabel: string;
}) {
  if (options.length > CHOOSABLE) {
    return (
      <>
        <TextInput id={id} name={name} defaultValue={value} list={`${id}-options`} placeholder={anyLabel} />
        <datalist id={`${id}-options`}>
          {options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      </>
    );
  }
  const shown = value !== undefined && !options.includes(value) ? [value, ...options] : options;
  return (
    <Select id={id} name={name} defaultValue={value ?? ""}>
      <option value="">{anyLabel}</option>
      {shown.map((option) => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
    </Select>
  );
}

/** A condition with one of many values, under its label. */
export function OptionRow({ label, ...field }: ComponentProps<typeof OptionField> & { label: string }) {
  return (
    <Field id={field.id} label={label}>
      <OptionField {...field} />
    </Field>
  );
}

/** A condition with one of a few values, each in words; the first one asks for nothing. */
export function ChoiceRow({
  id,
  name,
  label,
  value,
  options,
}: {
  id: string;
  name: string;
  label: string;
  value: string | undefined;
  options: readonly (readonly [value: string, words: string])[];
}) {
  return (
    <Field id={id} label={label}>
      <Select id={id} name={name} defaultValue={value ?? ""}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}
