import { z } from "zod";
import { requireAnnotator } from "#lib/domain/access/annotator-actor.ts";
import { alreadySkipped, alreadySubmitted, assignmentNotFound } from "#lib/domain/annotations/refusals.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { leaseMinutes, MAX_EXTENSIONS } from "#lib/domain/studies/leases.ts";
import { defineOperation } from "#lib/operations/define-operation.ts";
import { holdAssignment } from "#lib/store/assignments.ts";
import { findStudyFacts } from "#lib/store/study-facts.ts";

/**
 * Extends the lease of one assignment by a full one from now, as often as {@link MAX_EXTENSIONS}; one that has run out
 * is revived. Throws `CONFLICT` once submitted, skipped or extended to the end, `EXPIRED` when it has run out and
 * another conversation is open, `NOT_FOUND` for anybody else's.
 */
export const extendLease = defineOperation({
  name: "annotations/extend-lease",
  permission: "visit.work",
  input: z.object({ assignmentId: z.string().min(1).max(64) }),
  deps: {},
  run: async (actor, { assignmentId }): Promise<{ leaseUntil: string; extensionsLeft: number }> => {
    const me = requireAnnotator(actor);
    const facts = await findStudyFacts(me.studyId);
    if (!facts) throw assignmentNotFound();
    const lease = { minutes: leaseMinutes(facts.minutesPerItem), extend: true, maxExtensions: MAX_EXTENSIONS };
    const hold = await holdAssignment(me.annotatorId, assignmentId, lease);
    if (!hold) throw assignmentNotFound();
    if (hold.state === "submitted") throw alreadySubmitted();
    if (hold.state === "skipped") throw alreadySkipped();
    if (hold.isRefused) throw extendedToTheEnd();
    if (hold.state === "expired" || !hold.leaseUntil) throw goneByAnother();
    const extensionsLeft = Math.max(0, MAX_EXTENSIONS - (hold.extensions ?? 0));
    return { leaseUntil: new Date(hold.leaseUntil).toISOString(), extensionsLeft };
  },
});

function extendedToTheEnd(): AppError {
  return new AppError(
    "CONFLICT",
    "This conversation has been extended as often as it can be. What you have written is saved, and you may still finish and submit it.",
  );
}

function goneByAnother(): AppError {
  return new AppError(
    "EXPIRED",
    "The time for this conversation has run out, and you have begun another one. What you have written is saved, and you may still submit it.",
  );
}
