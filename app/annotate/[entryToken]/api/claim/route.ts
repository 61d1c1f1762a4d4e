import { isAppError } from "#lib/domain/shared/errors.ts";
import { claimNextItem } from "#lib/operations/visits/claim-next-item.ts";
import { getVisit } from "#lib/operations/visits/get-visit.ts";
import { defineVisitRoute, seeOther } from "../../visit-route.ts";

/** Gives the annotator the next conversation, or ends the visit where there is none. */
export const POST = defineVisitRoute(async ({ actor, form, paths }) => {
  try {
    const next = await claimNextItem(actor, {});
    if (!form) return next;
    if ("ended" in next) return seeOther(paths.end);
    // A new item has nothing that would decide where to go on, so the detour over its index is spared.
    const { assignmentId, firstDimension } = next;
    return seeOther(firstDimension ? paths.rateOn(assignmentId, firstDimension) : paths.rate(assignmentId));
  } catch (error) {
    if (!form || !isAppError(error) || error.code !== "CONFLICT") throw error;
    const { stage, currentAssignmentId } = await getVisit(actor, {});
    return seeOther(stage === "rating" && !currentAssignmentId ? `${paths.next}?paused=1` : paths.start);
  }
});
