import { TURNED_AWAY } from "#lib/domain/studies/outcomes.ts";
import type { ObservedPay, RunningLease, ScoreCount, StudyProgress, Timing } from "#lib/domain/studies/progress.ts";
import type { DbOrTransaction } from "./db.ts";

/** How many items are complete, begun or untouched. */
export async function countItemsByState(
  db: DbOrTransaction,
  studyId: string,
  annotationsPerItem: number,
): Promise<StudyProgress["items"]> {
  const [row] = await db.$queryRaw<{ total: number; complete: number; untouched: number }[]>`
    SELECT count(*)::int AS total,
      count(*) FILTER (WHERE submitted_count >= ${annotationsPerItem})::int AS complete,
      count(*) FILTER (WHERE submitted_count = 0 AND filled_count = 0)::int AS untouched
    FROM study_items WHERE study_id = ${studyId}`;
  const { total, complete, untouched } = row ?? { total: 0, complete: 0, untouched: 0 };
  return { total, complete, untouched, begun: total - complete - untouched };
}

/** Annotations by what became of them, and items in hand. */
export type WorkCounts = Omit<StudyProgress["annotations"], "wanted"> & Pick<StudyProgress, "atWork" | "timeouts">;

/** Annotations by what became of them, previews left out. `extra` are submitted ones that fill no slot. */
export async function countAnnotations(db: DbOrTransaction, studyId: string): Promise<WorkCounts> {
  const [row] = await db.$queryRaw<WorkCounts[]>`
    SELECT count(*) FILTER (WHERE n.state = 'submitted' AND n.excluded_at IS NULL)::int AS submitted,
      count(*) FILTER (WHERE n.state = 'submitted' AND n.excluded_at IS NULL AND g.slot_id IS NULL)::int AS extra,
      count(*) FILTER (WHERE n.state = 'submitted' AND n.excluded_at IS NOT NULL)::int AS excluded,
      count(*) FILTER (WHERE n.state = 'draft' AND g.state IN ('assigned', 'started') AND n.revision > 0)::int AS drafts,
      count(*) FILTER (WHERE g.state IN ('assigned', 'started') AND g.lease_until IS NOT NULL)::int AS "atWork",
      count(*) FILTER (WHERE g.state = 'expired' OR g.is_late)::int AS timeouts
    FROM assignments g JOIN annotators r ON r.id = g.annotator_id LEFT JOIN annotations n ON n.assignment_id = g.id
    WHERE g.study_id = ${studyId} AND NOT r.is_preview`;
  return row ?? { submitted: 0, extra: 0, excluded: 0, drafts: 0, atWork: 0, timeouts: 0 };
}

/** Arrivals by the outcome in which they ended; an open visit has none. */
export async function countArrivals(
  db: DbOrTransaction,
  studyId: string,
): Promise<{ outcome: string | null; count: number }[]> {
  return db.$queryRaw<{ outcome: string | null; count: number }[]>`
    SELECT v.outcome::text AS outcome, count(*)::int AS count
    FROM visits v JOIN annotators r ON r.id = v.annotator_id
    WHERE v.study_id = ${studyId} AND NOT r.is_preview GROUP BY v.outcome ORDER BY count(*) DESC`;
}

/** Items that somebody holds now, the lease that ends first on top. `secondsLeft` is by the database’s clock. */
export async function listRunningLeases(db: DbOrTransaction, studyId: string, limit: number): Promise<RunningLease[]> {
  return db.$queryRaw<RunningLease[]>`
    SELECT g.id AS "assignmentId", r.pseudonym, i.position AS "itemPosition", g.extensions,
      extract(epoch FROM g.lease_until - now())::int AS "secondsLeft", n.saved_at AS "savedAt"
    FROM assignments g JOIN annotators r ON r.id = g.annotator_id JOIN study_items i ON i.id = g.study_item_id
    LEFT JOIN annotations n ON n.assignment_id = g.id
    WHERE g.study_id = ${studyId} AND g.state IN ('assigned', 'started') AND NOT r.is_preview
      AND g.lease_until IS NOT NULL
    ORDER BY g.lease_until LIMIT ${limit}`;
}

/** Median and 90th percentile of active time per submitted annotation, in ms. */
export async function findTiming(db: DbOrTransaction, studyId: string): Promise<Timing> {
  const [row] = await db.$queryRaw<Timing[]>`
    SELECT count(*)::int AS n,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY n.active_ms)::float AS "medianMs",
      percentile_cont(0.9) WITHIN GROUP (ORDER BY n.active_ms)::float AS "p90Ms"
    FROM annotations n JOIN assignments g ON g.id = n.assignment_id JOIN annotators r ON r.id = g.annotator_id
    WHERE n.study_id = ${studyId} AND n.state = 'submitted' AND n.excluded_at IS NULL AND NOT r.is_preview
      AND n.active_ms > 0`;
  return row ?? { n: 0, medianMs: null, p90Ms: null };
}

/** Skips by reason, with the newest notes. */
export async function listSkips(db: DbOrTransaction, studyId: string): Promise<StudyProgress["skips"]> {
  return db.$queryRaw<StudyProgress["skips"]>`
    SELECT coalesce(g.skip_reason, '') AS reason, count(*)::int AS count,
      coalesce((array_agg(g.skip_note ORDER BY g.ended_at DESC) FILTER (WHERE g.skip_note <> ''))[1:20], '{}') AS notes
    FROM assignments g JOIN annotators r ON r.id = g.annotator_id
    WHERE g.study_id = ${studyId} AND g.state = 'skipped' AND NOT r.is_preview
    GROUP BY g.skip_reason ORDER BY count(*) DESC`;
}

/** Median minutes from entry to end of those who are paid in full; being turned away at the door before is no entry. */
export async function findVisitMinutes(
  db: DbOrTransaction,
  studyId: string,
): Promise<Pick<ObservedPay, "n" | "medianMinutes">> {
  const [row] = await db.$queryRaw<{ n: number; medianMinutes: number | null }[]>`
    SELECT count(*)::int AS n, percentile_cont(0.5)
      WITHIN GROUP (ORDER BY extract(epoch FROM r.ended_at - coalesce(v.entered_at, r.created_at)) / 60)::float AS "medianMinutes"
    FROM annotators r CROSS JOIN LATERAL (
      SELECT min(entered_at) AS entered_at FROM visits
      WHERE annotator_id = r.id AND NOT coalesce(outcome = ANY(${[...TURNED_AWAY]}::outcome[]), false)) v
    WHERE r.study_id = ${studyId} AND NOT r.is_preview AND r.outcome IN ('completed', 'ran_out_midway')`;
  return row ?? { n: 0, medianMinutes: null };
}

/** How often each score was given, excluded annotations and previews left out. */
export async function countScores(db: DbOrTransaction, studyId: string): Promise<ScoreCount[]> {
  return db.$queryRaw<ScoreCount[]>`
    SELECT t.dimension, t.agent::int AS agent, t.score::int AS score, count(*)::int AS count
    FROM ratings t JOIN annotations n ON n.id = t.annotation_id
    JOIN assignments g ON g.id = n.assignment_id JOIN annotators r ON r.id = g.annotator_id
    WHERE n.study_id = ${studyId} AND n.state = 'submitted' AND n.excluded_at IS NULL AND NOT r.is_preview
      AND t.score IS NOT NULL
    GROUP BY t.dimension, t.agent, t.score`;
}
