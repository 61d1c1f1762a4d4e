"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { viewPath } from "#components/analysis/frame/view-words.ts";
import { filterChangesOf } from "#lib/domain/analysis/filter-changes.ts";
import { VIEW_NAMES } from "#lib/domain/analysis/findings/views.ts";
import type { AnalysisQuestionInput } from "#lib/domain/analysis/question.ts";
import { fieldOfQuestionIssue, questionFromFields, wordQuestionIssue } from "#lib/domain/analysis/question-form.ts";
import { AppError, isAppError } from "#lib/domain/shared/errors.ts";
import type { StudyDesignInput } from "#lib/domain/studies/design.ts";
import { designFromFields } from "#lib/domain/studies/design-form.ts";
import { newStudyFields } from "#lib/domain/studies/new-study.ts";
import { archiveAnalysis } from "#lib/operations/analysis/archive-analysis.ts";
import { createAnalysis } from "#lib/operations/analysis/create-analysis.ts";
import { planNextItems } from "#lib/operations/analysis/findings/plan-next-items.ts";
import { saveFilters } from "#lib/operations/analysis/save-filters.ts";
import { updateAnalysis } from "#lib/operations/analysis/update-analysis.ts";
import { createStudy } from "#lib/operations/studies/create-study.ts";
import { defineAction } from "#lib/web/define-action.ts";
import { typedValues } from "#lib/web/form-state.ts";

/** Saves a new question and shows what it finds. */
export const createAnalysisAction = defineAction(async (actor, form) => {
  const { name, question } = sent(form);
  const { analysisId } = await withFieldNames(() => createAnalysis(actor, { name, question }));
  redirect(`/analysis/${analysisId}`);
});

/** Saves a changed question as the next version. */
export const updateAnalysisAction = defineAction(async (actor, form) => {
  const analysisId = String(form.get("analysisId") ?? "");
  const version = Number(form.get("version") ?? 0);
  await withFieldNames(() => updateAnalysis(actor, { analysisId, version, ...sent(form) }));
  // The head with name and version is shared by all pages of the analysis, and the browser would keep the old one.
  revalidatePath(`/analysis/${analysisId}`, "layout");
  redirect(`/analysis/${analysisId}`);
});

/** Saves filters that somebody tried as the next version of the question, and stays with the view without them. */
export const saveFiltersAction = defineAction(async (actor, form) => {
  const field = (name: string) => String(form.get(name) ?? "");
  const analysisId = field("analysisId");
  const changes = filterChangesOf((name) => form.getAll(name).map(String));
  await saveFilters(actor, { analysisId, version: Number(form.get("version") ?? 0), changes });
  revalidatePath(`/analysis/${analysisId}`, "layout");
  const view = VIEW_NAMES.find((name) => name === field("view")) ?? "overview";
  redirect(viewPath(analysisId, view, field("dimension") || undefined));
});

/** Makes a draft of a study from the items that a planner asks for next, and shows it. */
export const drawNextItemsAction = defineAction(async (actor, form) => {
  const field = (name: string) => String(form.get(name) ?? "");
  const filters = new URLSearchParams(field("filters"));
  const { name, plan } = await planNextItems(actor, {
    analysisId: field("analysisId"),
    version: Number(field("version")) || undefined,
    dimension: field("dimension"),
    changes: filterChangesOf((parameter) => filters.getAll(parameter)),
  });
  const fields = { ...newStudyFields(), name: name.slice(0, 120), annotationsPerItem: "1" };
  const { studyId } = await createStudy(actor, { design: designFromFields(fields) as StudyDesignInput, plan });
  redirect(`/studies/${studyId}`);
});

/** Takes an analysis out of the list, or puts it back. */
export const archiveAnalysisAction = defineAction(async (actor, form) => {
  const isArchived = form.get("isArchived") !== "no";
  await archiveAnalysis(actor, { analysisId: String(form.get("analysisId") ?? ""), isArchived });
  redirect("/analysis");
});

function sent(form: FormData): { name: string; question: AnalysisQuestionInput } {
  const fields = typedValues(form);
  return { name: fields.name ?? "", question: questionFromFields(fields) };
}

/** Runs an operation and names its issues by the fields of the form, as the operation knows only its own input. */
async function withFieldNames<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!isAppError(error) || !error.details.issues) throw error;
    const issues = error.details.issues.map(({ path, message }) => {
      const field = fieldOfQuestionIssue(path);
      return { path: field, message: wordQuestionIssue(field, message) };
    });
    throw new AppError(error.code, error.message, { ...error.details, issues });
  }
}
