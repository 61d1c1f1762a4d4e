import type { FieldIssue } from "#lib/domain/shared/errors.ts";
import { fieldOfIssue, wordIssue } from "./design-form.ts";
import type { FormFields } from "./form-fields.ts";
import { planFieldOfIssue } from "./plan-form.ts";

/**
 * What an operation on a design or a plan says of its input, by the fields and in the words of the form that was read
 * into it; what is said twice of a field stands once.
 */
export function formIssues(issues: readonly FieldIssue[], fields: FormFields): FieldIssue[] {
  const named = issues.map(({ path: given, message }) => {
    const path = given.startsWith("plan") ? planFieldOfIssue(given) : fieldOfIssue(given, fields);
    return { path, message: wordIssue(path, message) };
  });
  const isSame = (a: FieldIssue) => (b: FieldIssue) => a.path === b.path && a.message === b.message;
  return named.filter((issue, index) => named.findIndex(isSame(issue)) === index);
}
