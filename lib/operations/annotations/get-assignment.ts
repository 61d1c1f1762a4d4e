import { z } from "zod";
import { requireAnnotator } from "#lib/domain/access/annotator-actor.ts";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import { assignmentNotFound } from "#lib/domain/annotations/refusals.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { scaleOnly } from "#lib/domain/dimensions/teaching.ts";
import { readStoredDocument } from "#lib/domain/episodes/stored-document.ts";
import { relationshipLabel, relationshipName } from "#lib/domain/scenarios/relationship.ts";
import { type BlindEpisode, blindEpisode } from "#lib/domain/studies/blinding.ts";
import { leaseMinutes, MAX_EXTENSIONS, shouldRenew } from "#lib/domain/studies/leases.ts";
import { defineOperation } from "#lib/operations/define-operation.ts";
import { type AssignmentRecord, type AssignmentState, findAssignment, holdAssignment } from "#lib/store/assignments.ts";
import { findStudyFacts, type StudyFacts } from "#lib/store/study-facts.ts";

/**
 * One item as its annotator sees it. `sequence` of `total` counts conversations for the person; `leaseSecondsLeft` is
 * by the database's clock, null once the lease has run out for good or the item is done.
 */
export type AssignmentView = {
  assignmentId: string;
  sequence: number;
  total: number;
  state: AssignmentState;
  episode: BlindEpisode;
  /** Not all of the conversation can be read, so that nobody can be asked to rate it. */
  isDamaged: boolean;
  dimensions: Dimension[];
  annotation: { revision: number; savedAt: string | null; ratings: RatingDraft[] };
  leaseUntil: string | null;
  leaseSecondsLeft: number | null;
  extensionsLeft: number;
  /** What {@link import("#lib/domain/studies/leases.ts").minutesLeft} needs beside the answered share. */
  effort: { minutesPerItem: number; itemsAfterThis: number };
};

/**
 * Opens one of the annotator's own assignments. Opening starts it, renews a lease that is half used, and revives one
 * that has run out; a submitted or skipped one is shown as it is. Throws `NOT_FOUND` for anybody else's.
 */
export const getAssignment = defineOperation({
  name: "annotations/get-assignment",
  permission: "visit.work",
  input: z.object({ assignmentId: z.string().min(1).max(64) }),
  deps: {},
  run: async (actor, { assignmentId }): Promise<AssignmentView> => {
    const me = requireAnnotator(actor);
    const [facts, found] = await Promise.all([
      findStudyFacts(me.studyId),
      findAssignment(me.annotatorId, assignmentId),
    ]);
    if (!facts || !found) throw assignmentNotFound();
    return toView(facts, await openAssignment(me.annotatorId, found, facts));
  },
});

async function openAssignment(
  annotatorId: string,
  found: AssignmentRecord,
  facts: StudyFacts,
): Promise<AssignmentRecord> {
  const isRunning = found.state === "started" && !shouldRenew(found.leaseSecondsLeft ?? 0, facts.minutesPerItem);
  if (isRunning || found.state === "submitted" || found.state === "skipped") return found;
  const lease = { minutes: leaseMinutes(facts.minutesPerItem), extend: false, maxExtensions: MAX_EXTENSIONS };
  await holdAssignment(annotatorId, found.id, lease);
  return (await findAssignment(annotatorId, found.id)) ?? found;
}

/** Stands in for what cannot be read: of a conversation that is given back, its annotator needs no more. */
const UNNAMED = { scenario: "", names: ["The first person", "The second person"] } as const;

/** “Friends”; null where it is not known. */
function relationshipWords(relationship: number | null): string | null {
  return relationship === null || relationshipName(relationship) === null ? null : relationshipLabel(relationship);
}

function toView(facts: StudyFacts, found: AssignmentRecord): AssignmentView {
  const total = Math.max(found.submittedBefore + 1, Math.min(facts.itemsPerAnnotator, found.itemCount));
  const { document, damage } = readStoredDocument(found.document, UNNAMED);
  const isLive = found.state === "assigned" || found.state === "started";
  return {
    assignmentId: found.id,
    sequence: found.submittedBefore + 1,
    total,
    state: found.state,
    episode: blindEpisode(document, relationshipWords(found.relationship)),
    isDamaged: damage !== null,
    dimensions: facts.dimensions.map(scaleOnly),
    annotation: { revision: found.revision, savedAt: found.savedAt?.toISOString() ?? null, ratings: found.ratings },
    leaseUntil: isLive ? (found.leaseUntil?.toISOString() ?? null) : null,
    leaseSecondsLeft: isLive ? found.leaseSecondsLeft : null,
    extensionsLeft: Math.max(0, MAX_EXTENSIONS - found.extensions),
    effort: { minutesPerItem: facts.minutesPerItem, itemsAfterThis: total - found.submittedBefore - 1 },
  };
}
