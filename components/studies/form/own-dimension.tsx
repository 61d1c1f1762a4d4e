import { NumberRow, TextRow } from "#components/forms/form-rows.tsx";
import { controlId, type FormValues } from "#components/forms/form-values.ts";
import { describedBy, Field, TextArea } from "#components/ui/field.tsx";
import { EXAMPLE_KINDS, EXAMPLE_PLACES } from "#lib/domain/studies/own-dimension-form.ts";

/** The fields of one scale of the researcher’s own: what annotators see beside it, and what the guidelines say of it. */
export function OwnDimension({ values, index }: { values: FormValues; index: number }) {
  const at = `own.${index}`;
  return (
    <fieldset className="rounded-surface border border-line bg-surface p-4">
      <legend className="px-1 text-sm font-semibold">Your dimension {index + 1}</legend>
      <div className="grid gap-4 sm:grid-cols-[1fr_6rem]">
        <TextRow
          values={values}
          name={`${at}.name`}
          label="Dimension name"
          help="Leave it empty to drop this dimension."
          maxLength={60}
        />
        <TextRow values={values} name={`${at}.symbol`} label="Short form" help="For tables." maxLength={6} optional />
      </div>
      <div className="mt-4 flex flex-col gap-4">
        <TextRow values={values} name={`${at}.question`} label="Question put to annotators" maxLength={400} />
        <AreaRow
          values={values}
          name={`${at}.description`}
          label="Description"
          help="For the guidelines: what counts and what does not. A blank line begins a paragraph."
          rows={4}
          optional
        />
        <TextRow
          values={values}
          name={`${at}.direction`}
          label="Direction in words"
          help="Which end is better, and what zero means."
          optional
          maxLength={200}
        />
        <div className="grid grid-cols-2 gap-4 sm:max-w-60">
          <NumberRow values={values} name={`${at}.min`} label="Lowest score" />
          <NumberRow values={values} name={`${at}.max`} label="Highest score" />
        </div>
        <AreaRow
          values={values}
          name={`${at}.bands`}
          label="Bands"
          help="One a line, covering the whole range: “0 to 3: hardly”. A sentence after a bar stands in the guidelines: “0 to 3: hardly | Said once, in passing.”"
          rows={4}
        />
        <Examples values={values} at={at} />
      </div>
    </fieldset>
  );
}

const KIND_WORDS = {
  good: { title: "A reason that helps", why: "Why it helps" },
  poor: { title: "A reason that does not", why: "Why it does not help" },
} as const;

/** Two reasons that help and two that do not, folded away while nothing is in them. */
function Examples({ values, at }: { values: FormValues; at: string }) {
  const all = EXAMPLE_KINDS.flatMap((kind) =>
    EXAMPLE_PLACES.map((place) => ({ kind, name: `${at}.${kind}.${place}` })),
  );
  const isUsed = all.some(({ name }) =>
    ["situation", "score", "rationale", "why"].some(
      (field) => values.text(`${name}.${field}`) !== "" || values.error(`${name}.${field}`),
    ),
  );
  return (
    <details open={isUsed || undefined}>
      <summary className="text-sm font-semibold">
        Example reasons <span className="font-normal text-ink-3">(optional)</span>
      </summary>
      <p className="mt-1 text-xs text-ink-2">
        Up to two of each kind stand in the guidelines of this dimension. What stays empty is not shown.
      </p>
      <div className="mt-3 flex flex-col gap-5">
        {all.map(({ kind, name }) => (
          <fieldset key={name} className="border-line border-t pt-3">
            <legend className="float-left mb-3 w-full text-sm font-semibold">
              {KIND_WORDS[kind].title}, {name.endsWith(".0") ? "first" : "second"}
            </legend>
            <div className="clear-both flex flex-col gap-3">
              <AreaRow values={values} name={`${name}.situation`} label="What happened" rows={2} />
              <NumberRow values={values} name={`${name}.score`} label="Score given" />
              <AreaRow values={values} name={`${name}.rationale`} label="Reason given" rows={2} />
              <AreaRow values={values} name={`${name}.why`} label={KIND_WORDS[kind].why} rows={2} />
            </div>
          </fieldset>
        ))}
      </div>
    </details>
  );
}

function AreaRow({
  values,
  name,
  label,
  help,
  rows,
  optional,
}: {
  values: FormValues;
  name: string;
  label: string;
  help?: string;
  rows: number;
  optional?: boolean;
}) {
  const id = controlId(name);
  const error = values.error(name);
  return (
    <Field id={id} label={label} help={help} error={error} optional={optional}>
      <TextArea
        id={id}
        name={name}
        rows={rows}
        defaultValue={values.text(name)}
        className="min-h-0! font-ui text-sm"
        {...describedBy(id, { help, error })}
      />
    </Field>
  );
}
