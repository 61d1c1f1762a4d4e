import { queryRows } from "#lib/store/sql.ts";

/** Laws of assignment as queries: each answers the rows that break it, so an empty answer is a kept law. */
const LAWS: Record<string, string> = {
  "an item never has more live assignments than slots": `
    SELECT i.id FROM study_items i JOIN assignments a ON a.study_item_id = i.id
    WHERE i.study_id = $1 AND a.slot_id IS NOT NULL AND a.state IN ('assigned', 'started', 'submitted')
    GROUP BY i.id HAVING count(*) > (SELECT count(*) FROM slots s WHERE s.study_item_id = i.id)`,
  "a slot is open, held or filled exactly as its assignments say": `
    SELECT s.id FROM slots s LEFT JOIN assignments a ON a.slot_id = s.id AND a.state IN ('assigned', 'started', 'submitted')
    WHERE s.study_id = $1 GROUP BY s.id HAVING NOT CASE s.state
      WHEN 'open' THEN count(a.id) = 0
      WHEN 'held' THEN count(a.id) = 1 AND bool_and(a.state <> 'submitted' AND a.lease_until = s.lease_until)
      ELSE count(a.id) = 1 AND bool_and(a.state = 'submitted') END`,
  "the counts of an item equal its rows": `
    SELECT i.id FROM study_items i WHERE i.study_id = $1 AND (
      i.filled_count <> (SELECT count(*) FROM slots s WHERE s.study_item_id = i.id AND s.state <> 'open')
      OR i.submitted_count <> (SELECT count(*) FROM assignments a JOIN annotations n ON n.assignment_id = a.id
         WHERE a.study_item_id = i.id AND a.state = 'submitted' AND NOT n.is_replaced))`,
  "a submission is an annotation, and the other way round": `
    SELECT a.id FROM assignments a JOIN annotations n ON n.assignment_id = a.id
    WHERE a.study_id = $1 AND (a.state = 'submitted') <> (n.state = 'submitted')`,
  "no place is open beside a submission that has none": `
    SELECT s.id FROM slots s JOIN assignments a ON a.study_item_id = s.study_item_id AND a.state = 'submitted' AND a.slot_id IS NULL
    JOIN annotations n ON n.assignment_id = a.id AND n.excluded_at IS NULL
    WHERE s.study_id = $1 AND s.state = 'open'`,
  "nobody has an item twice or two open ones": `
    SELECT annotator_id FROM assignments WHERE study_id = $1 GROUP BY annotator_id
    HAVING count(*) <> count(DISTINCT study_item_id) OR count(*) FILTER (WHERE state IN ('assigned', 'started')) > 1`,
  "sequence numbers are 1, 2, 3 without gaps": `
    SELECT annotator_id FROM assignments WHERE study_id = $1 GROUP BY annotator_id HAVING max(sequence) <> count(*)`,
  "nobody submits more than asked for, unless late": `
    SELECT a.annotator_id FROM assignments a JOIN studies s ON s.id = a.study_id WHERE s.id = $1
    GROUP BY a.annotator_id, s.items_per_annotator
    HAVING count(*) FILTER (WHERE a.state = 'submitted' AND NOT a.is_late) > s.items_per_annotator`,
  "a visit of somebody who has ended has ended, once": `
    SELECT v.id FROM visits v JOIN annotators a ON a.id = v.annotator_id
    WHERE v.study_id = $1 AND a.outcome IS NOT NULL AND v.outcome IS NULL`,
  "an outcome that is paid in full was earned": `
    SELECT a.id FROM annotators a WHERE a.study_id = $1 AND a.outcome IN ('completed', 'ran_out_midway')
      AND NOT EXISTS (SELECT 1 FROM assignments x WHERE x.annotator_id = a.id AND x.state = 'submitted')`,
};

const ALL = Object.entries(LAWS)
  .map(([law, query]) => `(SELECT '${law}' AS law FROM (${query}) broken LIMIT 1)`)
  .join(" UNION ALL ");

/** The laws that a study breaks, by name; empty when it keeps them all. */
export async function brokenLaws(studyId: string): Promise<string[]> {
  return (await queryRows<{ law: string }>(ALL, [studyId])).map((row) => row.law);
}
