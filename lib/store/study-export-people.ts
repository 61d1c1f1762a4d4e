import type {
  AssignmentKey,
  ExportedAnnotator,
  ExportedAssignment,
  ExportSnapshot,
} from "#lib/domain/studies/export/record.ts";
import { PAID_IN_FULL } from "#lib/domain/studies/outcomes.ts";
import { getDb } from "./db.ts";
import { Prisma } from "./generated/client.ts";

/** Whether an assignment holds an annotation beyond the places of its item. */
const IS_EXTRA = Prisma.sql`
  (coalesce(g.state = 'submitted', false) AND g.slot_id IS NULL AND p.withdrawn_at IS NULL AND NOT coalesce(n.is_replaced, false))`;

type SnapshotRow = Omit<AssignmentKey, "assignmentId"> & { assignmentId: string | null };

/**
 * Who had come to a study and what had been given to whom, at this moment: one statement, so that all of it is of one
 * moment. Annotators in order of arrival; assignments by item, then by time of submission. Previews are left out.
 */
export async function readExportSnapshot(studyId: string): Promise<ExportSnapshot> {
  const rows = await getDb().$queryRaw<SnapshotRow[]>`
    SELECT p.id AS "annotatorId", g.id AS "assignmentId", i.position AS "itemPosition", g.state::text AS state,
      CASE WHEN n.state = 'submitted' THEN n.id END AS "annotationId",
      CASE WHEN n.excluded_at IS NOT NULL THEN n.excluded_reason END AS "excludedReason",
      ${IS_EXTRA} AS "isExtra", coalesce(n.is_replaced, false) AS "isReplaced"
    FROM annotators p
    LEFT JOIN assignments g ON g.annotator_id = p.id
    LEFT JOIN study_items i ON i.id = g.study_item_id
    LEFT JOIN annotations n ON n.assignment_id = g.id
    WHERE p.study_id = ${studyId} AND NOT p.is_preview
    ORDER BY i.position NULLS LAST, n.submitted_at NULLS LAST, g.assigned_at, g.id, p.id`;
  const people = await getDb().$queryRaw<{ id: string }[]>`
    SELECT id FROM annotators WHERE id = ANY(${[...new Set(rows.map((row) => row.annotatorId))]}::text[])
    ORDER BY created_at, id`;
  return {
    annotatorIds: people.map((person) => person.id),
    assignments: rows.filter((row): row is AssignmentKey => row.assignmentId !== null),
  };
}

/** The assignments with these ids as they stand now, in the order of the ids. */
export async function listExportedAssignments(ids: readonly string[]): Promise<ExportedAssignment[]> {
  return getDb().$queryRaw<ExportedAssignment[]>`
    SELECT i.position AS "itemPosition", e.source_id AS "episodeId", e.variant AS "episodeVariant",
      g.id AS "assignmentId", p.pseudonym AS annotator, g.sequence, g.state::text AS state,
      g.skip_reason AS "skipReason", g.skip_note AS "skipNote", g.assigned_at AS "assignedAt",
      g.started_at AS "startedAt", g.ended_at AS "endedAt", g.extensions, g.is_late AS "isLate",
      ${IS_EXTRA} AS "isExtra",
      n.id AS "annotationId", n.saved_at AS "savedAt", n.submitted_at AS "submittedAt", NULLIF(n.active_ms, 0) AS "activeMs",
      coalesce(n.active_ms_by_dimension, '{}') AS "activeMsByDimension", coalesce(n.signals, '{}') AS signals,
      n.excluded_at IS NOT NULL AS "isExcluded", coalesce(n.excluded_reason, '') AS "excludedReason",
      coalesce(n.is_replaced, false) AS "isReplaced", p.withdrawn_at IS NOT NULL AS "isWithdrawn"
    FROM unnest(${[...ids]}::text[]) WITH ORDINALITY AS wanted(id, place)
    JOIN assignments g ON g.id = wanted.id
    JOIN annotators p ON p.id = g.annotator_id
    JOIN study_items i ON i.id = g.study_item_id
    JOIN episodes e ON e.id = i.episode_id
    LEFT JOIN annotations n ON n.assignment_id = g.id
    ORDER BY wanted.place`;
}

/** The annotators with these ids, in the order of the ids, with what the rating pages told of all they submitted. */
export async function listExportedAnnotators(ids: readonly string[]): Promise<(ExportedAnnotator & { id: string })[]> {
  return getDb().$queryRaw<(ExportedAnnotator & { id: string })[]>`
    SELECT p.id, p.pseudonym AS annotator, p.stage, coalesce(p.outcome::text, v.outcome) AS outcome,
      p.created_at AS "enteredAt", p.ended_at AS "endedAt", v.visits, v.devices,
      p.consent_version AS "consentVersion", p.consented_at AS "consentedAt", p.guidelines_read_at AS "guidelinesReadAt",
      (SELECT count(*)::int FROM check_attempts c WHERE c.annotator_id = p.id) AS "checkTries",
      p.check_passed_at AS "checkPassedAt", p.practiced_at AS "practicedAt", p.practice, p.withdrawn_at AS "withdrawnAt",
      CASE WHEN s.kind = 'pilot' AND p.outcome = ANY(${[...PAID_IN_FULL]}::outcome[]) THEN pilot_work_stands(p.id) END AS "hasPassed",
      w.*
    FROM unnest(${[...ids]}::text[]) WITH ORDINALITY AS wanted(id, place)
    JOIN annotators p ON p.id = wanted.id
    JOIN studies s ON s.id = p.study_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS visits,
        coalesce(array_agg(DISTINCT v.device) FILTER (WHERE v.device <> ''), '{}') AS devices,
        CASE WHEN bool_and(v.outcome IS NOT NULL) AND bool_or(v.outcome = 'abandoned') THEN 'abandoned' END AS outcome
      FROM visits v WHERE v.study_id = p.study_id AND v.annotator_id = p.id) v
    CROSS JOIN LATERAL (
      SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY NULLIF(n.active_ms, 0))::float AS "medianActiveMs",
        coalesce(jsonb_agg(n.signals), '[]') AS signals
      FROM assignments g JOIN annotations n ON n.assignment_id = g.id
      WHERE g.annotator_id = p.id AND n.state = 'submitted') w
    ORDER BY wanted.place`;
}
