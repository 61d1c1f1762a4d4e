import { z } from "zod";
import { AppError, isAppError } from "#lib/domain/shared/errors.ts";
import { formIssues } from "#lib/domain/studies/form-issues.ts";
import { planFromFields } from "#lib/domain/studies/plan-form.ts";
import type { SamplingPlanInput } from "#lib/domain/studies/sampling-plan.ts";
import { previewItems } from "#lib/operations/study-items/preview-items.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { readJson } from "#lib/web/read-json.ts";

const fieldsSchema = z.record(z.string(), z.string());

/**
 * What the draw of a study form would find, without drawing. The body holds the form’s fields on items as JSON; `notIn` is
 * the study to which the items would be added. What is wrong is said by the fields of the form.
 */
export const POST = defineRoute({ auth: "user" }, async ({ request, actor }) => {
  const fields = await readJson(request, fieldsSchema);
  const seed = /^\d{1,10}$/.test(fields.seed ?? "") ? Math.min(Number(fields.seed), 2_147_483_647) : 1;
  const plan = planFromFields(fields) as SamplingPlanInput;
  return previewItems(actor, { plan, seed, studyId: fields.notIn ?? null }).catch((error: unknown) => {
    if (!isAppError(error) || !error.details.issues) throw error;
    const issues = formIssues(error.details.issues, fields);
    throw new AppError(error.code, error.message, { ...error.details, issues });
  });
});
