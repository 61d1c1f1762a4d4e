import { z } from "zod";
import { requireAnnotator } from "#lib/domain/access/annotator-actor.ts";
import { alreadySubmitted, assignmentNotFound } from "#lib/domain/annotations/refusals.ts";
import { SKIP_REASONS } from "#lib/domain/annotations/skip-reasons.ts";
import { defineOperation } from "#lib/operations/define-operation.ts";
import { skipAssignment as giveBack } from "#lib/store/assignments.ts";

const input = z.object({
  assignmentId: z.string().min(1).max(64),
  reason: z.enum(SKIP_REASONS, { error: "Choose a reason." }),
  note: z
    .string()
    .trim()
    .max(1000, "Keep the note under 1,000 characters.")
    .default("")
    .transform((text) => text.replaceAll("\u0000", "\uFFFD").toWellFormed()),
});

/**
 * Gives an item back with a reason; its slot returns and this annotator never gets it again. What was written stays on
 * record as a draft. Skipping twice is the same as once. Throws `CONFLICT` once submitted, `NOT_FOUND` for anybody else's.
 */
export const skipAssignment = defineOperation({
  name: "annotations/skip-assignment",
  permission: "visit.work",
  input,
  deps: {},
  run: async (actor, { assignmentId, reason, note }): Promise<{ skipped: true }> => {
    const me = requireAnnotator(actor);
    const answer = await giveBack(me.annotatorId, assignmentId, reason, note);
    if (!answer) throw assignmentNotFound();
    if (answer.status === "submitted") throw alreadySubmitted();
    return { skipped: true };
  },
});
