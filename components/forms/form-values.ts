import type { FieldIssue } from "#lib/domain/shared/errors.ts";

/** What a sent form knows; the same shape that `lib/web/form-state.ts` answers with. */
export type SentForm = { ok?: boolean; message?: string; issues?: FieldIssue[]; values?: Record<string, string> };

/** A server action for `useActionState`, given by the page. */
export type SendForm = (state: SentForm, formData: FormData) => Promise<SentForm>;

/** The sentence beside one field, if there is one. */
export function issueFor(state: SentForm, path: string): string | undefined {
  return state.issues?.find((issue) => issue.path === path)?.message;
}

/** How the sections of a form read what stands in it: typed text, ticks, and the sentence beside a wrong field. */
export type FormValues = {
  text(name: string): string;
  isOn(name: string): boolean;
  error(name: string): string | undefined;
};

/** Reads what was typed when the form came back, else what it opened with. */
export function formValues(state: SentForm, initial: Record<string, string>): FormValues {
  const values = state.values ?? initial;
  return {
    text: (name) => values[name] ?? "",
    isOn: (name) => name in values,
    error: (name) => issueFor(state, name),
  };
}

/** The id of the control of a field: dots would need escaping in selectors. */
export function controlId(name: string): string {
  return `field-${name.replaceAll(".", "-")}`;
}
