import { Field, TextInput } from "#components/ui/field.tsx";

const FIELDS = [
  { name: "judgeName", label: "Judge", help: "Whose scores a file holds that does not name its judge." },
  { name: "judgeModel", label: "Its model", help: "As the maker calls it, such as gpt-4-0613." },
  { name: "judgeVersion", label: "Its version", help: "Two versions are two judges." },
  { name: "condition", label: "Condition", help: "The policy under study in all episodes of the file, such as BC." },
  { name: "rater", label: "Rater", help: "For a sheet of one person. A pseudonym is kept, not the name." },
] as const;

/** What a file of ratings may leave unsaid, folded away: most files need none of it. */
export function UploadFields() {
  return (
    <details className="text-sm">
      <summary className="w-fit text-ink-2">Say what the file does not say itself</summary>
      <div className="mt-3 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {FIELDS.map(({ name, label, help }) => (
          <Field key={name} id={`said-${name}`} label={label} help={help} optional>
            <TextInput id={`said-${name}`} name={name} maxLength={300} aria-describedby={`said-${name}-help`} />
          </Field>
        ))}
      </div>
    </details>
  );
}
