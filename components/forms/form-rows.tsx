import type { ComponentProps, ReactNode } from "react";
import { Checkbox, describedBy, Field, Radio, Select, TextInput } from "#components/ui/field.tsx";
import { controlId, type FormValues } from "./form-values.ts";

type Row = {
  values: FormValues;
  name: string;
  label: ReactNode;
  help?: ReactNode;
  optional?: boolean;
  className?: string;
};

/** A one-line field of a form, tied to its value and its error. */
export function TextRow({
  values,
  name,
  label,
  help,
  optional,
  className,
  ...control
}: Row & Omit<ComponentProps<"input">, "name" | "className">) {
  const id = controlId(name);
  const error = values.error(name);
  return (
    <Field id={id} label={label} help={help} error={error} optional={optional} className={className}>
      <TextInput
        id={id}
        name={name}
        defaultValue={values.text(name)}
        {...describedBy(id, { help, error })}
        {...control}
      />
    </Field>
  );
}

/** A whole number, narrow as its digits are few. */
export function NumberRow(props: Row & { min?: number; max?: number }) {
  return <TextRow {...props} inputMode="numeric" autoComplete="off" className={props.className ?? "max-w-44"} />;
}

/** A choice from a list. */
export function SelectRow({
  values,
  name,
  label,
  help,
  optional,
  className,
  options,
}: Row & { options: readonly { value: string; label: string }[] }) {
  const id = controlId(name);
  const error = values.error(name);
  return (
    <Field id={id} label={label} help={help} error={error} optional={optional} className={className}>
      <Select id={id} name={name} defaultValue={values.text(name)} {...describedBy(id, { help, error })}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** A box to tick, with its name beside it. */
export function TickRow({
  values,
  name,
  label,
  help,
}: {
  values: FormValues;
  name: string;
  label: ReactNode;
  help?: ReactNode;
}) {
  return <Checkbox id={controlId(name)} name={name} defaultChecked={values.isOn(name)} label={label} help={help} />;
}

/** One choice of a radio group of a form. */
export function RadioRow({
  values,
  name,
  value,
  label,
  help,
}: {
  values: FormValues;
  name: string;
  value: string;
  label: ReactNode;
  help?: ReactNode;
}) {
  return (
    <Radio
      id={`${controlId(name)}-${value}`}
      name={name}
      value={value}
      label={label}
      help={help}
      defaultChecked={values.text(name) === value}
    />
  );
}

/** One section of a long form: what it is about on the left, its fields on the right, a hairline above. */
export function FormSection({ title, about, children }: { title: string; about: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-x-10 gap-y-4 border-line border-t py-8 lg:grid-cols-[15rem_minmax(0,42rem)]">
      <div>
        <h2 className="text-lg">{title}</h2>
        <div className="mt-1 text-sm text-ink-2">{about}</div>
      </div>
      <div className="flex min-w-0 flex-col gap-5">{children}</div>
    </section>
  );
}
