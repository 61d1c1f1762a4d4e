import type { FieldIssue } from "#lib/domain/shared/errors.ts";

/** What a sent form knows; the same shape that `lib/web/form-state.ts` answers with. */
export type SentForm = { ok?: boolean; message?: string; issues?: FieldIssue[]; values?: Record<string, string> };

/** A server action for `useActionState`, given by the page. */
export type SendForm = (state: SentForm, formData: FormData) => Promise<SentForm>;

/** The sentence beside one field, if there is one. */
export function issueFor(state: SentForm, path: string): string | undefined {
  return state.issues?.find((issue) => issue.path === path)?.message;
}
