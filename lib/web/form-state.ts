import type { FieldIssue } from "#lib/domain/shared/errors.ts";

/**
 * What a form knows after it was sent: whether it worked, one sentence about the whole, one issue per wrong field,
 * and what was typed (never a password), so that a refused form is shown filled in.
 */
export type FormState = {
  ok?: boolean;
  message?: string;
  issues?: FieldIssue[];
  values?: Record<string, string>;
};

const NEVER_ECHOED = /password|^token$|^\$/i;

/** The typed fields of a form, for {@link FormState.values}: text only, passwords and tokens left out. */
export function typedValues(formData: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of formData) {
    if (typeof value === "string" && !NEVER_ECHOED.test(name)) values[name] = value;
  }
  return values;
}
