import { ActionForm } from "#components/forms/action-form.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import { Checkbox, TextInput } from "#components/ui/field.tsx";

/** Excludes something with a reason, folded away until it is wanted. `id` is unique on the page. */
export function ExcludeForm({
  id,
  summary,
  label,
  exclude,
  fields,
  replaceLabel,
}: {
  id: string;
  summary: string;
  label: string;
  exclude: SendForm;
  fields: Record<string, string>;
  /** What asking somebody else is called; null where the study takes no more. */
  replaceLabel: string | null;
}) {
  return (
    <details className="text-sm">
      <summary className="text-ink-2">{summary}</summary>
      <div className="mt-2 max-w-96 min-w-60">
        <ActionForm send={exclude} fields={fields} label={label} pendingLabel="Excluding…" size="sm">
          <label htmlFor={id} className="font-medium">
            Why
          </label>
          <TextInput id={id} name="reason" required minLength={3} maxLength={500} aria-describedby={`${id}-help`} />
          <p id={`${id}-help`} className="text-xs text-ink-2">
            It stays on record, leaves counts and distributions, and can be taken back in. Pay is another matter.
          </p>
          {replaceLabel === null ? null : (
            <Checkbox
              id={`${id}-replace`}
              name="replace"
              label={replaceLabel}
              help="Its place opens again, so that the item still gets as many as the study asks for."
            />
          )}
        </ActionForm>
      </div>
    </details>
  );
}
