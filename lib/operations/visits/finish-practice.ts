import { z } from "zod";
import { requireAnnotator } from "#lib/domain/access/annotator-actor.ts";
import type { Stage } from "#lib/domain/studies/outcomes.ts";
import { defineOperation } from "#lib/operations/define-operation.ts";
import { leavePractice } from "#lib/store/annotators.ts";
import { requireOpenVisit, tooEarly } from "../require-open-visit.ts";

/** Leaves the practice conversation for the first item. Finishing twice changes nothing. Throws `CONFLICT` before practice. */
export const finishPractice = defineOperation({
  name: "visits/finish-practice",
  permission: "visit.work",
  input: z.object({}),
  deps: {},
  run: async (actor): Promise<{ stage: Stage }> => {
    const me = requireAnnotator(actor);
    const { standing } = await requireOpenVisit(me);
    if (standing.stage !== "practice" && standing.stage !== "rating") {
      throw tooEarly("The practice conversation comes after the questions.");
    }
    if (standing.stage === "practice") await leavePractice(me.annotatorId);
    return { stage: "rating" };
  },
});
