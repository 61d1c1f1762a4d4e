"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { createLinksForPassed } from "#lib/operations/personal-links/create-links-for-passed.ts";
import { createPersonalLinks } from "#lib/operations/personal-links/create-personal-links.ts";
import { revokePersonalLink } from "#lib/operations/personal-links/revoke-personal-link.ts";
import { cloneStudy } from "#lib/operations/studies/clone-study.ts";
import { closeStudy } from "#lib/operations/studies/close-study.ts";
import { deleteDraft } from "#lib/operations/studies/delete-draft.ts";
import { launchStudy } from "#lib/operations/studies/launch-study.ts";
import { pauseStudy } from "#lib/operations/studies/pause-study.ts";
import { raiseAnnotationsPerItem } from "#lib/operations/studies/raise-annotations-per-item.ts";
import { resumeStudy } from "#lib/operations/studies/resume-study.ts";
import { excludeAnnotation } from "#lib/operations/study-ratings/exclude-annotation.ts";
import { excludeAnnotator } from "#lib/operations/study-ratings/exclude-annotator.ts";
import { includeAnnotation } from "#lib/operations/study-ratings/include-annotation.ts";
import { includeAnnotator } from "#lib/operations/study-ratings/include-annotator.ts";
import { markPilotPassed } from "#lib/operations/study-ratings/mark-pilot-passed.ts";
import { withdrawAnnotator } from "#lib/operations/study-ratings/withdraw-annotator.ts";
import { defineAction } from "#lib/web/define-action.ts";
import { formText } from "#lib/web/form-text.ts";

/**
 * Shows every page of a study anew with the answer to an action. Said before the step where a refusal tells that the page
 * is out of date: the state that was changed elsewhere is then shown with the sentence.
 */
function refreshStudy(studyId: string): void {
  revalidatePath(`/studies/${studyId}`, "layout");
}

/** Launches a draft and shows its progress. */
export const launchStudyAction = defineAction(async (actor, form) => {
  const studyId = formText(form, "studyId");
  await launchStudy(actor, { studyId });
  refreshStudy(studyId);
  redirect(`/studies/${studyId}`);
});

/** Stops handing out items. */
export const pauseStudyAction = defineAction(async (actor, form) => {
  const studyId = formText(form, "studyId");
  refreshStudy(studyId);
  await pauseStudy(actor, { studyId });
});

/** Hands out items again. */
export const resumeStudyAction = defineAction(async (actor, form) => {
  const studyId = formText(form, "studyId");
  refreshStudy(studyId);
  await resumeStudy(actor, { studyId });
});

/** Ends a study for good. */
export const closeStudyAction = defineAction(async (actor, form) => {
  const studyId = formText(form, "studyId");
  refreshStudy(studyId);
  await closeStudy(actor, { studyId });
  redirect(`/studies/${studyId}`);
});

/** Deletes a draft and goes back to the list. */
export const deleteDraftAction = defineAction(async (actor, form) => {
  await deleteDraft(actor, { studyId: formText(form, "studyId") });
  redirect("/studies");
});

/** Makes a draft out of a study and shows it. */
export const cloneStudyAction = defineAction(async (actor, form) => {
  const { studyId } = await cloneStudy(actor, {
    studyId: formText(form, "studyId"),
    name: formText(form, "name"),
    withItems: form.has("withItems"),
  });
  redirect(`/studies/${studyId}`);
});

/** Asks for more annotations of every item. */
export const raiseAnnotationsAction = defineAction(async (actor, form) => {
  const studyId = formText(form, "studyId");
  const annotationsPerItem = Number(formText(form, "annotationsPerItem"));
  const { slotsAdded } = await raiseAnnotationsPerItem(actor, { studyId, annotationsPerItem });
  refreshStudy(studyId);
  return { ok: true, message: `${slotsAdded} more annotations are wanted now.` };
});

/** Makes personal links, one for each line of the field. */
export const createPersonalLinksAction = defineAction(async (actor, form) => {
  const studyId = formText(form, "studyId");
  const labels = formText(form, "labels")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const { links } = await createPersonalLinks(actor, { studyId, labels });
  refreshStudy(studyId);
  return { ok: true, message: links.length === 1 ? "One link was made." : `${links.length} links were made.` };
});

/** Makes personal links for those who passed the pilot and have none. */
export const createLinksForPassedAction = defineAction(async (actor, form) => {
  const studyId = formText(form, "studyId");
  const { made } = await createLinksForPassed(actor, { studyId });
  refreshStudy(studyId);
  return { ok: true, message: made === 1 ? "One link was made." : `${made} links were made.` };
});

/** Ends a personal link. */
export const revokePersonalLinkAction = defineAction(async (actor, form) => {
  const { studyId } = await revokePersonalLink(actor, { linkId: formText(form, "linkId") });
  refreshStudy(studyId);
});

/** Marks an annotation as excluded. */
export const excludeAnnotationAction = defineAction(async (actor, form) => {
  const { studyId } = await excludeAnnotation(actor, {
    annotationId: formText(form, "annotationId"),
    reason: formText(form, "reason"),
    replace: form.has("replace"),
  });
  refreshStudy(studyId);
});

/** Takes an excluded annotation back in. */
export const includeAnnotationAction = defineAction(async (actor, form) => {
  const { studyId } = await includeAnnotation(actor, { annotationId: formText(form, "annotationId") });
  refreshStudy(studyId);
});

/** Excludes everything that an annotator has submitted. */
export const excludeAnnotatorAction = defineAction(async (actor, form) => {
  const { studyId } = await excludeAnnotator(actor, {
    annotatorId: formText(form, "annotatorId"),
    reason: formText(form, "reason"),
    replace: form.has("replace"),
  });
  refreshStudy(studyId);
});

/** Takes everything of an annotator back in. */
export const includeAnnotatorAction = defineAction(async (actor, form) => {
  const { studyId } = await includeAnnotator(actor, { annotatorId: formText(form, "annotatorId") });
  refreshStudy(studyId);
});

/** Deletes everything that an annotator gave, on their request. */
export const withdrawAnnotatorAction = defineAction(async (actor, form) => {
  const { studyId } = await withdrawAnnotator(actor, { annotatorId: formText(form, "annotatorId") });
  refreshStudy(studyId);
});

/** Says whether somebody passed the pilot. */
export const markPilotPassedAction = defineAction(async (actor, form) => {
  const { studyId } = await markPilotPassed(actor, {
    annotatorId: formText(form, "annotatorId"),
    isPassed: formText(form, "isPassed") === "yes",
  });
  refreshStudy(studyId);
});
