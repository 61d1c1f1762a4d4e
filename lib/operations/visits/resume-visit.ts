import { z } from "zod";
import { requireAnnotator } from "#lib/domain/access/annotator-actor.ts";
import { defineOperation } from "#lib/operations/define-operation.ts";
import { resumeVisit as openNextVisit } from "#lib/store/visits.ts";

/**
 * Lets somebody go on whose visit was recorded as abandoned while they were away: a new visit of theirs is opened, with
 * everything they had saved. Answers whether they have an open visit now; without one their part has ended.
 */
export const resumeVisit = defineOperation({
  name: "visits/resume-visit",
  permission: "visit.work",
  input: z.object({}),
  deps: {},
  run: async (actor): Promise<{ isOpen: boolean }> => {
    const { annotatorId } = requireAnnotator(actor);
    return { isOpen: (await openNextVisit(annotatorId)) !== null };
  },
});
