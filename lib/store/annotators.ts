import type { Outcome, Stage } from "#lib/domain/studies/outcomes.ts";
import { callFunction, queryRows, repeatRows } from "./sql.ts";

/** Where one annotator stands, read for a decision. */
export type AnnotatorStanding = {
  stage: Stage;
  outcome: Outcome | null;
  checkTries: number;
  /** How the visit that the request belongs to has ended; null while it is open. */
  visitOutcome: Outcome | null;
};

/** Where an annotator stands, or null when visit and annotator do not belong together. */
export async function findStanding(annotatorId: string, visitId: string): Promise<AnnotatorStanding | null> {
  const [row] = await repeatRows<AnnotatorStanding>(
    `SELECT a.stage, a.outcome, v.outcome AS "visitOutcome",
       (SELECT count(*)::int FROM check_attempts c WHERE c.annotator_id = a.id) AS "checkTries"
     FROM annotators a JOIN visits v ON v.id = visit_in_force(a.id, $2) WHERE a.id = $1`,
    [annotatorId, visitId],
  );
  return row ?? null;
}

/** Writes consent given to one version. False when the annotator is past consent already. */
export async function acceptConsent(annotatorId: string, consentVersion: string): Promise<boolean> {
  return moves(
    `UPDATE annotators SET stage = 'guidelines', consent_version = $2, consented_at = now()
     WHERE id = $1 AND stage = 'consent' AND outcome IS NULL RETURNING id`,
    [annotatorId, consentVersion],
  );
}

/** Writes that the guidelines were read; `next` is the stage after them. False when they were left already. */
export async function leaveGuidelines(annotatorId: string, next: Stage): Promise<boolean> {
  return moves(
    `UPDATE annotators SET stage = $2, guidelines_read_at = now(),
       check_passed_at = CASE WHEN $2 = 'check' THEN NULL ELSE now() END
     WHERE id = $1 AND stage = 'guidelines' AND outcome IS NULL RETURNING id`,
    [annotatorId, next],
  );
}

/** One try at the comprehension check with what follows from it, written together. */
export type CheckAttempt = {
  annotatorId: string;
  number: number;
  answers: Record<string, number>;
  isPassed: boolean;
  /** The stage after a passed check. */
  next: Stage;
  outcome: Outcome | null;
};

/**
 * Writes one try. False where the check is over, when nothing is written. Throws a unique violation (23505) when a try of
 * this number is there already.
 */
export async function insertCheckAttempt(attempt: CheckAttempt): Promise<boolean> {
  const { annotatorId, number, answers, isPassed, next, outcome } = attempt;
  const moved = await queryRows(
    `WITH tried AS (
       INSERT INTO check_attempts (annotator_id, number, answers, is_passed)
       SELECT id, $2, $3, $4 FROM annotators WHERE id = $1 AND stage = 'check' AND outcome IS NULL RETURNING is_passed
     ), moved AS (
       UPDATE annotators SET stage = CASE WHEN $4 THEN $5 WHEN $6::outcome IS NULL THEN stage ELSE 'ended' END,
         check_passed_at = CASE WHEN $4 THEN now() END, outcome = $6::outcome,
         ended_at = CASE WHEN $6::outcome IS NULL THEN NULL ELSE now() END
       WHERE id = $1 AND EXISTS (SELECT 1 FROM tried) RETURNING id
     ), ended AS (
       UPDATE visits SET outcome = $6::outcome, ended_at = now()
       WHERE $6::outcome IS NOT NULL AND outcome IS NULL AND annotator_id IN (SELECT id FROM moved)
     )
     SELECT id FROM moved`,
    [annotatorId, number, JSON.stringify(answers), isPassed, next, outcome],
  );
  return moved.length > 0;
}

/** Keeps ratings of the practice episode, dimension by dimension; the first one given in each place stays. */
export async function savePractice(annotatorId: string, ratings: unknown): Promise<void> {
  await repeatRows(
    `UPDATE annotators SET practiced_at = now(), practice = coalesce(practice, '[]'::jsonb) || coalesce((
         SELECT jsonb_agg(given) FROM jsonb_array_elements($2::jsonb) given
         WHERE NOT EXISTS (SELECT 1 FROM jsonb_array_elements(coalesce(practice, '[]'::jsonb)) kept
           WHERE kept->>'agent' = given->>'agent' AND kept->>'dimension' = given->>'dimension')), '[]'::jsonb)
     WHERE id = $1 AND stage = 'practice' AND outcome IS NULL`,
    [annotatorId, JSON.stringify(ratings)],
  );
}

/** Leaves the practice episode for the first item. False when it was left already. */
export async function leavePractice(annotatorId: string): Promise<boolean> {
  return moves(
    `UPDATE annotators SET stage = 'rating' WHERE id = $1 AND stage = 'practice' AND outcome IS NULL RETURNING id`,
    [annotatorId],
  );
}

/** Ends an annotator's part with an outcome. Answers the outcome that holds, or null while an item is open. */
export async function endAnnotator(annotatorId: string, outcome: Outcome): Promise<Outcome | null> {
  return callFunction<Outcome | null>("end_annotator($1, $2)", [annotatorId, outcome]);
}

/** Removes what a panel calls one annotator: of somebody who declines nothing is kept but the outcome. */
export async function forgetPanelIdentity(annotatorId: string): Promise<void> {
  await repeatRows("DELETE FROM panel_identities WHERE annotator_id = $1", [annotatorId]);
}

/** Removes panel ids whose time is over. Returns how many. */
export async function deletePanelIdentitiesDue(now: Date): Promise<number> {
  const rows = await queryRows("DELETE FROM panel_identities WHERE purge_after <= $1 RETURNING annotator_id", [now]);
  return rows.length;
}

async function moves(text: string, values: readonly unknown[]): Promise<boolean> {
  return (await repeatRows(text, values)).length > 0;
}
