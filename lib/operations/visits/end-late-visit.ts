import { z } from "zod";
import { requireAnnotator } from "#lib/domain/access/annotator-actor.ts";
import type { Outcome } from "#lib/domain/studies/outcomes.ts";
import { defineOperation } from "#lib/operations/define-operation.ts";
import { endVisit, findVisit } from "#lib/store/visits.ts";

/**
 * Ends the visit of somebody who was still reading or practising when the study was closed, as it ends for those who come
 * after it: nobody goes on reading for nothing. Answers the outcome that holds, null for a visit that goes on.
 */
export const endLateVisit = defineOperation({
  name: "visits/end-late-visit",
  permission: "visit.work",
  input: z.object({}),
  deps: {},
  run: async (actor): Promise<{ ended: Outcome | null }> => {
    const { annotatorId, visitId } = requireAnnotator(actor);
    const visit = await findVisit(annotatorId, visitId);
    if (!visit?.isTooLate) return { ended: visit?.visitOutcome ?? null };
    return { ended: await endVisit(annotatorId, visitId, "came_late") };
  },
});
