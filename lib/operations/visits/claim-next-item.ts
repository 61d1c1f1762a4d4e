import { z } from "zod";
import { requireAnnotator } from "#lib/domain/access/annotator-actor.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { leaseMinutes } from "#lib/domain/studies/leases.ts";
import { type Outcome, outcomeWithoutItem } from "#lib/domain/studies/outcomes.ts";
import { defineOperation } from "#lib/operations/define-operation.ts";
import { endAnnotator } from "#lib/store/annotators.ts";
import { type Claim, claimItem, expireLeases } from "#lib/store/assignments.ts";
import { findStudyFacts, type StudyFacts } from "#lib/store/study-facts.ts";
import { endVisit, resumeVisit } from "#lib/store/visits.ts";
import { tooEarly } from "../require-open-visit.ts";

/**
 * The next item, or how the visit ended because there is none. `firstDimension` is where work on a new item begins; null
 * for one that was begun before.
 */
export type NextItem = { assignmentId: string; firstDimension: string | null } | { ended: Outcome };

/**
 * Gives the annotator their next item: the one that is open already (also for a second tab), else one they had begun
 * before its lease ran out, else the least filled item that is free. Where there is none the visit ends, and the outcome
 * is stored before it is answered; during a pause it ends this visit only. Throws `CONFLICT` before the first item may be asked for, and for somebody with a
 * personal link while the study is paused.
 */
export const claimNextItem = defineOperation({
  name: "visits/claim-next-item",
  permission: "visit.work",
  input: z.object({}),
  deps: {},
  run: async (actor): Promise<NextItem> => {
    const me = requireAnnotator(actor);
    const facts = await findStudyFacts(me.studyId);
    if (!facts) throw notKnown();
    await expireLeases(me.studyId);
    const claim = await claimInOpenVisit(me, leaseMinutes(facts.minutesPerItem));
    if (!claim) throw notKnown();
    return answer(claim, facts, me);
  },
});

type Me = { annotatorId: string; visitId: string };

/** Somebody whose visit was recorded as abandoned has come back: the claim is made in the visit that this opens. */
async function claimInOpenVisit({ annotatorId, visitId }: Me, minutes: number): Promise<Claim | null> {
  const claim = await claimItem(annotatorId, visitId, minutes);
  if (claim?.status !== "ended" || claim.outcome !== "abandoned") return claim;
  const openVisitId = await resumeVisit(annotatorId);
  return openVisitId === null ? claim : claimItem(annotatorId, openVisitId, minutes);
}

async function answer(claim: Claim, facts: StudyFacts, me: Me): Promise<NextItem> {
  switch (claim.status) {
    case "claimed":
      return { assignmentId: claim.assignmentId, firstDimension: facts.dimensions[0]?.id ?? null };
    case "open":
    case "revived":
      return { assignmentId: claim.assignmentId, firstDimension: null };
    case "ended":
      return { ended: claim.outcome };
    case "busy":
      throw new AppError(
        "UNAVAILABLE",
        "Many people are being given a conversation at this moment. Nothing was lost. Try again.",
        {
          retryAfterSeconds: 1,
        },
      );
    case "not_ready":
      throw tooEarly("The conversations come after the guidelines and the questions.");
    default:
      return endWithoutItem(claim.status, claim, facts, me);
  }
}

type NoItem = Parameters<typeof outcomeWithoutItem>[0]["reason"];

async function endWithoutItem(
  reason: NoItem,
  { submitted, given }: Pick<Claim, "submitted" | "given">,
  facts: StudyFacts,
  me: Me,
): Promise<NextItem> {
  const outcome = outcomeWithoutItem({ reason, submitted, given, panelKind: facts.panelKind });
  if (outcome === "wait") {
    throw new AppError(
      "CONFLICT",
      "The study is paused at the moment. Everything you submitted is kept. Open your link again later to go on.",
    );
  }
  const ended =
    outcome === "came_in_pause"
      ? await endVisit(me.annotatorId, me.visitId, outcome)
      : await endAnnotator(me.annotatorId, outcome);
  if (ended) return { ended };
  throw new AppError(
    "CONFLICT",
    "Another tab of yours has just been given a conversation. Reload this page to go on with it.",
  );
}

function notKnown(): AppError {
  return new AppError("NOT_FOUND", "This visit is not known here. Open the study again by the link you were given.");
}
