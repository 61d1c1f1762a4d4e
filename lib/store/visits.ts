import type { Outcome, Stage } from "#lib/domain/studies/outcomes.ts";
import { callFunction, repeatRows } from "./sql.ts";

/**
 * Opens a visit for somebody who comes back after theirs was recorded as abandoned. Answers the id of their open visit, or
 * null where their part has ended. See `resume_visit`.
 */
export async function resumeVisit(annotatorId: string): Promise<string | null> {
  return callFunction<string | null>("resume_visit($1)", [annotatorId]);
}

/** Ends one visit with an outcome, and nothing else of its annotator's part. Answers the outcome that holds. */
export async function endVisit(annotatorId: string, visitId: string, outcome: Outcome): Promise<Outcome | null> {
  const [row] = await repeatRows<{ outcome: Outcome | null }>(
    `WITH ended AS (
       UPDATE visits SET outcome = $3::outcome, ended_at = now()
       WHERE id = visit_in_force($1, $2) AND outcome IS NULL AND NOT EXISTS (
         SELECT 1 FROM assignments a WHERE a.annotator_id = $1 AND a.state IN ('assigned', 'started'))
       RETURNING outcome)
     SELECT coalesce((SELECT outcome FROM ended), (SELECT outcome FROM visits WHERE id = visit_in_force($1, $2))) AS outcome`,
    [annotatorId, visitId, outcome],
  );
  return row?.outcome ?? null;
}

/** Ends the visits of people who have left. Answers how many. See `end_abandoned_visits`. */
export async function endAbandonedVisits(hours: { open: number; closed: number }): Promise<number> {
  return callFunction<number>("end_abandoned_visits(make_interval(hours => $1), make_interval(hours => $2))", [
    hours.open,
    hours.closed,
  ]);
}

/** One visit as it stands, with the code of the outcome that is stored (never of any other). */
export type VisitStanding = {
  stage: Stage;
  annotatorOutcome: Outcome | null;
  visitOutcome: Outcome | null;
  /** What they gave was deleted on request. */
  isWithdrawn: boolean;
  code: string | null;
  checkTries: number;
  hasPracticed: boolean;
  /** Practice ratings as they were given, to be parsed by whoever reads them. */
  practice: unknown;
  submitted: number;
  itemCount: number;
  currentAssignmentId: string | null;
  /** A conversation with saved ratings whose hold ran out; it is given back to them first. */
  hasBegunWork: boolean;
  /** The study was closed while they were still on their way to a first item. */
  isTooLate: boolean;
  isPreview: boolean;
};

/**
 * Reads one visit, or the one that was opened when its annotator came back to it; null when visit and annotator do not
 * belong together. `came_again` has the first outcome's code.
 */
export async function findVisit(annotatorId: string, visitId: string): Promise<VisitStanding | null> {
  const [row] = await repeatRows<VisitStanding>(
    `SELECT a.stage, a.outcome AS "annotatorOutcome", v.outcome AS "visitOutcome", a.withdrawn_at IS NOT NULL AS "isWithdrawn", a.is_preview AS "isPreview",
       (SELECT c.code FROM completion_codes c WHERE c.study_id = a.study_id
          AND c.outcome = CASE WHEN v.outcome = 'came_again' THEN a.outcome ELSE v.outcome END) AS code,
       (SELECT count(*)::int FROM check_attempts c WHERE c.annotator_id = a.id) AS "checkTries",
       a.practice IS NOT NULL AS "hasPracticed", coalesce(a.practice, '[]'::jsonb) AS practice, g.submitted, g.current AS "currentAssignmentId",
       EXISTS (SELECT 1 FROM assignments x JOIN annotations n ON n.assignment_id = x.id
          WHERE x.annotator_id = a.id AND x.state = 'expired' AND n.revision > 0) AS "hasBegunWork",
       s.state = 'closed' AND v.outcome IS NULL AND g.given = 0 AND NOT a.is_preview AS "isTooLate",
       (SELECT count(*)::int FROM study_items i WHERE i.study_id = a.study_id) AS "itemCount"
     FROM annotators a JOIN studies s ON s.id = a.study_id JOIN visits v ON v.id = visit_in_force(a.id, $2)
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS given, count(*) FILTER (WHERE x.state = 'submitted')::int AS submitted,
         max(x.id) FILTER (WHERE x.state IN ('assigned', 'started')) AS current
       FROM assignments x WHERE x.annotator_id = a.id) g
     WHERE a.id = $1`,
    [annotatorId, visitId],
  );
  return row ?? null;
}
