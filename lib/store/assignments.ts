import { randomUUID } from "node:crypto";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import type { Outcome } from "#lib/domain/studies/outcomes.ts";
import { callFunction, repeatRows } from "./sql.ts";

/** The state of one assignment. */
export type AssignmentState = "assigned" | "started" | "submitted" | "skipped" | "expired";

/** What became of asking for the next item; `submitted` counts what the person has submitted in this study. */
export type Claim = { submitted: number; given: number } & (
  | { status: "claimed" | "open" | "revived"; assignmentId: string }
  | { status: "none" | "limit" | "draft" | "paused" | "closed" | "not_ready" | "busy" }
  | { status: "ended"; outcome: Outcome }
);

/** Returns the slots of a study whose leases have run out. Answers how many assignments expired. */
export async function expireLeases(studyId: string): Promise<number> {
  return callFunction<number>("expire_leases($1)", [studyId]);
}

/** The studies in which a lease has run out. */
export async function listStudiesWithDueLeases(): Promise<string[]> {
  const rows = await repeatRows<{ id: string }>(
    "SELECT DISTINCT study_id AS id FROM assignments WHERE state IN ('assigned', 'started') AND lease_until < now()",
    [],
  );
  return rows.map((row) => row.id);
}

/** Asks for the next item of one person; null when visit and annotator do not belong together. See `claim_item`. */
export async function claimItem(annotatorId: string, visitId: string, leaseMinutes: number): Promise<Claim | null> {
  const claim = await callFunction<Claim | { status: "unknown" }>(
    "claim_item($1, $2, $3, $4, make_interval(mins => $5))",
    [annotatorId, visitId, randomUUID(), randomUUID(), leaseMinutes],
  );
  return claim.status === "unknown" ? null : (claim as Claim);
}

/** An assignment's lease after opening, renewing or extending it. */
export type Hold = { state: AssignmentState; extensions?: number; leaseUntil?: string; isRefused?: true };

/** Opens, renews, revives or (`extend`) extends an assignment; null when it is not this person's. See `hold_assignment`. */
export async function holdAssignment(
  annotatorId: string,
  assignmentId: string,
  lease: { minutes: number; extend: boolean; maxExtensions: number },
): Promise<Hold | null> {
  return callFunction<Hold | null>("hold_assignment($1, $2, make_interval(mins => $3), $4, $5)", [
    annotatorId,
    assignmentId,
    lease.minutes,
    lease.extend,
    lease.maxExtensions,
  ]);
}

/** Gives an item back; null when the assignment is not this person's. See `skip_assignment`. */
export async function skipAssignment(
  annotatorId: string,
  assignmentId: string,
  reason: string,
  note: string,
): Promise<{ status: "skipped" | "submitted" } | null> {
  return callFunction("skip_assignment($1, $2, $3, $4)", [annotatorId, assignmentId, reason, note]);
}

/** One assignment with its draft and the episode's document, for the rating page. */
export type AssignmentRecord = {
  id: string;
  state: AssignmentState;
  leaseUntil: Date | null;
  leaseSecondsLeft: number | null;
  extensions: number;
  revision: number;
  savedAt: Date | null;
  ratings: RatingDraft[];
  /** What the person has submitted before this one, in this study. */
  submittedBefore: number;
  itemCount: number;
  document: unknown;
  relationship: number | null;
};

/** One assignment of this person, or null. Nothing that tells policy, model, judge or source is read. */
export async function findAssignment(annotatorId: string, assignmentId: string): Promise<AssignmentRecord | null> {
  const [row] = await repeatRows<AssignmentRecord>(
    `SELECT a.id, a.state, a.lease_until AS "leaseUntil", a.extensions, n.revision, n.saved_at AS "savedAt",
       ceil(extract(epoch FROM a.lease_until - clock_timestamp()))::int AS "leaseSecondsLeft",
       (SELECT count(*)::int FROM assignments b
          WHERE b.annotator_id = a.annotator_id AND b.state = 'submitted' AND b.sequence < a.sequence) AS "submittedBefore",
       (SELECT count(*)::int FROM study_items i WHERE i.study_id = a.study_id) AS "itemCount",
       coalesce((SELECT jsonb_agg(jsonb_build_object('agent', r.agent, 'dimension', r.dimension, 'score', r.score,
          'rationale', r.rationale, 'evidence', r.evidence) ORDER BY r.dimension, r.agent)
          FROM ratings r WHERE r.annotation_id = n.id), '[]') AS ratings,
       e.document, p.relationship
     FROM assignments a JOIN annotations n ON n.assignment_id = a.id
     JOIN study_items i ON i.id = a.study_item_id JOIN episode_records e ON e.episode_id = i.episode_id
     JOIN episodes p ON p.id = i.episode_id
     WHERE a.id = $2 AND a.annotator_id = $1`,
    [annotatorId, assignmentId],
  );
  return row ?? null;
}
