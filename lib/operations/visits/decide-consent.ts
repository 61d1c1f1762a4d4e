import { z } from "zod";
import { requireAnnotator } from "#lib/domain/access/annotator-actor.ts";
import type { Outcome, Stage } from "#lib/domain/studies/outcomes.ts";
import { defineOperation } from "#lib/operations/define-operation.ts";
import { acceptConsent, endAnnotator, forgetPanelIdentity } from "#lib/store/annotators.ts";
import { requireOpenVisit } from "../require-open-visit.ts";

/**
 * Records that the annotator agrees to the study's consent text, or declines, which ends the visit: of somebody who
 * declines only the outcome is kept. Agreeing twice is the same as once; past consent declining is no longer offered.
 */
export const decideConsent = defineOperation({
  name: "visits/decide-consent",
  permission: "visit.work",
  input: z.object({ accepted: z.boolean() }),
  deps: {},
  run: async (actor, { accepted }): Promise<{ stage: Stage; ended: Outcome | null }> => {
    const me = requireAnnotator(actor);
    const { facts, standing } = await requireOpenVisit(me);
    if (standing.stage !== "consent") return { stage: standing.stage, ended: null };
    if (accepted) {
      await acceptConsent(me.annotatorId, facts.consentVersion);
      return { stage: "guidelines", ended: null };
    }
    const ended = await endAnnotator(me.annotatorId, "declined");
    if (ended === "declined") await forgetPanelIdentity(me.annotatorId);
    return { stage: "ended", ended };
  },
});
