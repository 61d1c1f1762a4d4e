import { z } from "zod";
import { requireAnnotator } from "#lib/domain/access/annotator-actor.ts";
import { draftIssues } from "#lib/domain/annotations/completeness.ts";
import { activeMsSchema, draftChangesSchema, signalsSchema } from "#lib/domain/annotations/rating-draft.ts";
import { alreadySkipped, alreadySubmitted, assignmentNotFound, staleDraft } from "#lib/domain/annotations/refusals.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { leaseMinutes, MAX_EXTENSIONS } from "#lib/domain/studies/leases.ts";
import { defineOperation } from "#lib/operations/define-operation.ts";
import { type DraftToSave, findDraft, type SavedDraft, saveDraft as writeDraft } from "#lib/store/annotations.ts";
import { holdAssignment } from "#lib/store/assignments.ts";
import { sqlState } from "#lib/store/sql.ts";
import { findStudyFacts } from "#lib/store/study-facts.ts";

const input = z.object({
  assignmentId: z.string().min(1).max(64),
  /** The revision that the changes were made on; 0 for a draft never saved. */
  revision: z.int().min(0).max(1_000_000),
  changes: draftChangesSchema,
  activeMs: activeMsSchema.default({}),
  signals: signalsSchema.default({}),
});

/** What was saved. `leaseUntil` is null when the lease has run out and another conversation is open. */
export type DraftSaved = { revision: number; savedAt: string; leaseUntil: string | null };

/** Database refusals that a value caused: out of range, no such dimension, no such scale. */
const BAD_VALUES = new Set(["23514", "23502", "23503", "22003"]);

/**
 * Saves changed ratings of one draft, all or none, in one round trip; the lease is renewed by it. Answered only after the
 * commit. Throws `STALE` with the newer copy when the draft has moved on (the same save repeated is no such case),
 * `CONFLICT` once submitted or skipped, `INVALID` for a score outside its scale, `NOT_FOUND` for anybody else's.
 */
export const saveDraft = defineOperation({
  name: "annotations/save-draft",
  permission: "visit.work",
  input,
  deps: {},
  run: async (actor, draft): Promise<DraftSaved> => {
    const me = requireAnnotator(actor);
    const facts = await findStudyFacts(me.studyId);
    if (!facts) throw assignmentNotFound();
    const minutes = leaseMinutes(facts.minutesPerItem);
    const saved = await write({ ...draft, annotatorId: me.annotatorId, leaseMinutes: minutes }, me.studyId);
    if (!saved) throw assignmentNotFound();
    if (saved.status !== "saved") throw await refusal(saved.status, me.annotatorId, draft.assignmentId);
    const { revision, savedAt, state } = saved;
    if (state !== "expired") return { revision, savedAt: iso(savedAt), leaseUntil: iso(saved.leaseUntil) };
    const lease = { minutes, extend: false, maxExtensions: MAX_EXTENSIONS };
    const hold = await holdAssignment(me.annotatorId, draft.assignmentId, lease);
    return { revision, savedAt: iso(savedAt), leaseUntil: hold?.leaseUntil ? iso(hold.leaseUntil) : null };
  },
});

async function write(draft: DraftToSave, studyId: string): Promise<SavedDraft | null> {
  try {
    return await writeDraft(draft);
  } catch (error) {
    if (!BAD_VALUES.has(sqlState(error) ?? "")) throw error;
    const facts = await findStudyFacts(studyId);
    const issues = draftIssues(draft.changes, facts?.dimensions ?? []);
    if (issues.length === 0) throw error;
    throw new AppError("INVALID", `${issues[0]?.message} Nothing of this save was kept.`, { issues });
  }
}

async function refusal(
  status: "stale" | "submitted" | "skipped",
  annotatorId: string,
  assignmentId: string,
): Promise<AppError> {
  if (status === "submitted") return alreadySubmitted();
  if (status === "skipped") return alreadySkipped();
  const current = await findDraft(annotatorId, assignmentId);
  if (!current) return assignmentNotFound();
  return current.state === "submitted"
    ? alreadySubmitted()
    : staleDraft({ revision: current.revision, ratings: current.ratings });
}

/** The database writes times with its own offset; the answer has them in UTC. */
function iso(time: string): string {
  return new Date(time).toISOString();
}
