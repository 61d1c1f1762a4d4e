import { z } from "zod";
import { requireAnnotator } from "#lib/domain/access/annotator-actor.ts";
import { checkForStudy } from "#lib/domain/annotations/guidelines/check-for-study.ts";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { type Stage, stageAfterCheck } from "#lib/domain/studies/outcomes.ts";
import { defineOperation } from "#lib/operations/define-operation.ts";
import { leaveGuidelines } from "#lib/store/annotators.ts";
import { requireOpenVisit, tooEarly } from "../require-open-visit.ts";

/**
 * Records that the guidelines were read and moves on to the check; past it where no question fits the study's
 * dimensions. Finishing twice changes nothing. Throws `CONFLICT` before consent.
 */
export const finishGuidelines = defineOperation({
  name: "visits/finish-guidelines",
  permission: "visit.work",
  input: z.object({}),
  deps: {},
  run: async (actor): Promise<{ stage: Stage }> => {
    const me = requireAnnotator(actor);
    const { facts, standing } = await requireOpenVisit(me);
    if (standing.stage === "consent") throw tooEarly("The guidelines come after your consent.");
    if (standing.stage !== "guidelines") return { stage: standing.stage };
    const check = checkForStudy(getGuidelines(facts.guidelinesVersion), facts.dimensions);
    const next = check.length > 0 ? "check" : stageAfterCheck(facts.hasPractice);
    await leaveGuidelines(me.annotatorId, next);
    return { stage: next };
  },
});
