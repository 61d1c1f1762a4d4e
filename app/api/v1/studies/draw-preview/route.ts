import { z } from "zod";
import { planFromFields } from "#lib/domain/studies/plan-form.ts";
import type { SamplingPlanInput } from "#lib/domain/studies/sampling-plan.ts";
import { previewItems } from "#lib/operations/study-items/preview-items.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { readJson } from "#lib/web/read-json.ts";

const fieldsSchema = z.record(z.string(), z.string());

/**
 * What the draw of a study form would find, without drawing. The body holds the form’s fields on items as JSON; `notIn` is
 * the study to which the items would be added.
 */
export const POST = defineRoute({ auth: "user" }, async ({ request, actor }) => {
  const fields = await readJson(request, fieldsSchema);
  const seed = /^\d{1,10}$/.test(fields.seed ?? "") ? Math.min(Number(fields.seed), 2_147_483_647) : 1;
  return previewItems(actor, {
    plan: planFromFields(fields) as SamplingPlanInput,
    seed,
    studyId: fields.notIn ?? null,
  });
});
