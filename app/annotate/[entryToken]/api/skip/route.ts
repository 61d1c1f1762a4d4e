import { type AppError, isAppError } from "#lib/domain/shared/errors.ts";
import { skipAssignment } from "#lib/operations/annotations/skip-assignment.ts";
import { defineVisitRoute, seeOther } from "../../visit-route.ts";

/** Gives one conversation back with a reason. */
export const POST = defineVisitRoute(async ({ actor, form, json, paths }) => {
  if (!form) return skipAssignment(actor, json as Parameters<typeof skipAssignment>[1]);
  const assignmentId = String(form.get("assignmentId") ?? "");
  // Browsers send line ends as CR LF; the page counts them as one.
  const note = String(form.get("note") ?? "").replaceAll("\r\n", "\n");
  const input = { assignmentId, reason: String(form.get("reason") ?? ""), note };
  try {
    await skipAssignment(actor, input as Parameters<typeof skipAssignment>[1]);
    return seeOther(`${paths.next}?skipped=1`);
  } catch (error) {
    if (isAppError(error) && hasIssue(error, "reason")) return seeOther(`${paths.skip(assignmentId)}?problem=reason`);
    throw error;
  }
});

function hasIssue(error: AppError, path: string): boolean {
  return error.code === "INVALID" && (error.details.issues ?? []).some((issue) => issue.path === path);
}
