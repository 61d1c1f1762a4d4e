import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import type { Outcome } from "#lib/domain/studies/outcomes.ts";
import type { AssignmentState } from "./assignments.ts";
import { callFunction, repeatRows } from "./sql.ts";

/** One save of a draft. */
export type DraftToSave = {
  annotatorId: string;
  assignmentId: string;
  revision: number;
  changes: readonly RatingDraft[];
  activeMs: Record<string, number>;
  signals: Record<string, unknown>;
  leaseMinutes: number;
};

/** What became of a save. `state` is the assignment's as the save met it. */
export type SavedDraft =
  | { status: "saved"; revision: number; savedAt: string; leaseUntil: string; state: AssignmentState }
  | { status: "stale" | "submitted" | "skipped" };

/** Saves changes to a draft; null when the assignment is not this person's. A broken scale throws. See `save_draft`. */
export async function saveDraft(draft: DraftToSave): Promise<SavedDraft | null> {
  return callFunction<SavedDraft | null>("save_draft($1, $2, $3, $4, $5, $6, make_interval(mins => $7))", [
    draft.annotatorId,
    draft.assignmentId,
    draft.revision,
    JSON.stringify(draft.changes),
    JSON.stringify(draft.activeMs),
    JSON.stringify(draft.signals),
    draft.leaseMinutes,
  ]);
}

/** A draft with what its submission is checked against. */
export type DraftRecord = {
  state: "draft" | "submitted";
  assignmentState: AssignmentState;
  revision: number;
  savedAt: Date | null;
  ratings: RatingDraft[];
  turnCount: number;
  agentNames: [string, string];
  /** What the person has submitted in this study. */
  submitted: number;
};

/** One draft of this person, or null. */
export async function findDraft(annotatorId: string, assignmentId: string): Promise<DraftRecord | null> {
  const [row] = await repeatRows<DraftRecord>(
    `SELECT n.state, a.state AS "assignmentState", n.revision, n.saved_at AS "savedAt", e.turn_count AS "turnCount",
       ARRAY[e.agent1_name, e.agent2_name] AS "agentNames",
       coalesce((SELECT jsonb_agg(jsonb_build_object('agent', r.agent, 'dimension', r.dimension, 'score', r.score,
          'rationale', r.rationale, 'evidence', r.evidence) ORDER BY r.dimension, r.agent)
          FROM ratings r WHERE r.annotation_id = n.id), '[]') AS ratings,
       (SELECT count(*)::int FROM assignments b WHERE b.annotator_id = a.annotator_id AND b.state = 'submitted') AS submitted
     FROM assignments a JOIN annotations n ON n.assignment_id = a.id
     JOIN study_items i ON i.id = a.study_item_id JOIN episodes e ON e.id = i.episode_id
     WHERE a.id = $2 AND a.annotator_id = $1`,
    [annotatorId, assignmentId],
  );
  return row ?? null;
}

/** One submission, with the outcome that it earns if nothing else was submitted meanwhile. */
export type Submission = {
  annotatorId: string;
  assignmentId: string;
  revision: number;
  submissionKey: string;
  submittedBefore: number;
  outcome: Outcome | null;
};

/** What became of a submission. `ended` is the outcome that this very submission earned. */
export type SubmissionAnswer =
  | { status: "submitted"; ended: Outcome | null; isRepeat?: true; isLate?: boolean }
  | { status: "stale" | "skipped" | "recount" };

/** Submits a draft; null when the assignment is not this person's. See `submit_annotation`. */
export async function submitAnnotation(submission: Submission): Promise<SubmissionAnswer | null> {
  return callFunction<SubmissionAnswer | null>("submit_annotation($1, $2, $3, $4, $5, $6)", [
    submission.annotatorId,
    submission.assignmentId,
    submission.revision,
    submission.submissionKey,
    submission.submittedBefore,
    submission.outcome,
  ]);
}
