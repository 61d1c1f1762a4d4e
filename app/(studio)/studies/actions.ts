"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { leftOutWords } from "#components/studies/left-out-words.ts";
import { plural } from "#components/ui/format.ts";
import { AppError, isAppError } from "#lib/domain/shared/errors.ts";
import type { StudyDesignInput } from "#lib/domain/studies/design.ts";
import { designFromFields, type FormFields } from "#lib/domain/studies/design-form.ts";
import { formIssues } from "#lib/domain/studies/form-issues.ts";
import { planFromFields } from "#lib/domain/studies/plan-form.ts";
import type { SamplingPlanInput } from "#lib/domain/studies/sampling-plan.ts";
import { createStudy } from "#lib/operations/studies/create-study.ts";
import { updateStudy } from "#lib/operations/studies/update-study.ts";
import { addItems } from "#lib/operations/study-items/add-items.ts";
import { drawStudyItems } from "#lib/operations/study-items/draw-study-items.ts";
import { defineAction } from "#lib/web/define-action.ts";
import { typedValues } from "#lib/web/form-state.ts";

/** Makes a draft with its items and shows it. */
export const createStudyAction = defineAction(async (actor, form) => {
  const fields = typedValues(form);
  const { studyId, unknownIds } = await withFieldNames(fields, () =>
    createStudy(actor, {
      design: designFromFields(fields) as StudyDesignInput,
      plan: planFromFields(fields) as SamplingPlanInput,
    }),
  );
  redirect(unknownIds.length > 0 ? `/studies/${studyId}?unknown=${unknownIds.length}` : `/studies/${studyId}`);
});

/** Saves the design of a draft. */
export const updateStudyAction = defineAction(async (actor, form) => {
  const fields = typedValues(form);
  const studyId = String(form.get("studyId") ?? "");
  await withFieldNames(fields, () =>
    updateStudy(actor, {
      studyId,
      design: designFromFields(fields) as StudyDesignInput,
      designMark: String(form.get("designMark") ?? ""),
    }),
  );
  redirect(`/studies/${studyId}`);
});

/** Draws the items of a draft anew. */
export const drawStudyItemsAction = defineAction(async (actor, form) => {
  const fields = typedValues(form);
  const studyId = String(form.get("studyId") ?? "");
  await withFieldNames(fields, () =>
    drawStudyItems(actor, { studyId, plan: planFromFields(fields) as SamplingPlanInput }),
  );
  redirect(`/studies/${studyId}/items`);
});

/** Adds items to a launched study. */
export const addItemsAction = defineAction(async (actor, form) => {
  const fields = typedValues(form);
  const studyId = String(form.get("studyId") ?? "");
  const { added, unknownIds, alreadyIn, ...leftOut } = await withFieldNames(fields, () =>
    addItems(actor, { studyId, plan: planFromFields(fields) as SamplingPlanInput }),
  );
  revalidatePath(`/studies/${studyId}`, "layout");
  const rest = [
    alreadyIn > 0 ? `${alreadyIn} were in already` : "",
    unknownIds.length > 0 ? `${unknownIds.length} ids name no episode` : "",
    ...leftOutWords(leftOut),
  ].filter(Boolean);
  return { ok: true, message: `${plural(added, "item")} added${rest.length > 0 ? `; ${rest.join(", ")}` : ""}.` };
});

/** Runs an operation and names its issues by the fields of the form, as the operation knows only its own input. */
async function withFieldNames<T>(fields: FormFields, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isAppError(error) || !error.details.issues) throw error;
    throw new AppError(error.code, error.message, {
      ...error.details,
      issues: formIssues(error.details.issues, fields),
    });
  }
}
