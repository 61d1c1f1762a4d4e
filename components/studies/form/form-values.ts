import type { FieldIssue } from "#lib/domain/shared/errors.ts";

/** What a sent form knows; the shape that the page’s server action answers with. */
export type SentForm = { ok?: boolean; message?: string; issues?: FieldIssue[]; values?: Record<string, string> };

/** A server action for `useActionState`, given by the page. */
export type SendForm = (state: SentForm, formData: FormData) => Promise<SentForm>;

/** How the sections of the form read what stands in it: typed text, ticks, and the sentence beside a wrong field. */
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
    error: (name) => state.issues?.find((issue) => issue.path === name)?.message,
  };
}

/** The id of the control of a field: dots would need escaping in selectors. */
export function controlId(name: string): string {
  return `field-${name.replaceAll(".", "-")}`;
}
