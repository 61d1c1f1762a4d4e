import { isAppError } from "#lib/domain/shared/errors.ts";
import { submitAnnotation } from "#lib/operations/annotations/submit-annotation.ts";
import { defineVisitRoute, seeOther } from "../../visit-route.ts";

/** Submits one annotation. Refusals lead back to the review, which names everything that is missing. */
export const POST = defineVisitRoute(async ({ actor, form, json, paths }) => {
  if (!form) return submitAnnotation(actor, json as Parameters<typeof submitAnnotation>[1]);
  const assignmentId = String(form.get("assignmentId") ?? "");
  try {
    const { ended } = await submitAnnotation(actor, {
      assignmentId,
      revision: Number(form.get("revision")),
      submissionKey: String(form.get("submissionKey") ?? ""),
    });
    return seeOther(ended ? paths.end : paths.next);
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === "INVALID") return seeOther(`${paths.review(assignmentId)}?problems=1`);
    if (error.code === "STALE") return seeOther(`${paths.review(assignmentId)}?notice=changed`);
    throw error;
  }
});
