import type pg from "pg";
import type { BenchStudy } from "./material.ts";

/** Laws of the assignment as queries: each answers a number that has to be 0. */
const LAWS: readonly (readonly [what: string, query: string])[] = [
  [
    "places that more than one live assignment holds",
    `SELECT count(*) FROM (SELECT slot_id FROM assignments WHERE study_id = $1 AND slot_id IS NOT NULL
       AND state IN ('assigned', 'started', 'submitted') GROUP BY slot_id HAVING count(*) > 1) x`,
  ],
  [
    "items with more live assignments than annotations asked for",
    `SELECT count(*) FROM (SELECT a.study_item_id FROM assignments a JOIN studies s ON s.id = a.study_id
       WHERE a.study_id = $1 AND a.slot_id IS NOT NULL AND a.state IN ('assigned', 'started', 'submitted')
       GROUP BY a.study_item_id, s.annotations_per_item HAVING count(*) > s.annotations_per_item) x`,
  ],
  [
    "items whose number of places is not the one asked for",
    `SELECT count(*) FROM study_items i JOIN studies s ON s.id = i.study_id WHERE i.study_id = $1
       AND (SELECT count(*) FROM slots t WHERE t.study_item_id = i.id) <> s.annotations_per_item`,
  ],
  [
    "people who got an item twice",
    `SELECT count(*) FROM (SELECT 1 FROM assignments WHERE study_id = $1 GROUP BY annotator_id, study_item_id HAVING count(*) > 1) x`,
  ],
  [
    "people with two open items",
    `SELECT count(*) FROM (SELECT 1 FROM assignments WHERE study_id = $1 AND state IN ('assigned', 'started')
       GROUP BY annotator_id HAVING count(*) > 1) x`,
  ],
  [
    "places whose state is not that of their assignment",
    `SELECT count(*) FROM slots t LEFT JOIN assignments a ON a.slot_id = t.id AND a.state IN ('assigned', 'started', 'submitted')
       WHERE t.study_id = $1 AND t.state::text <> CASE WHEN a.id IS NULL THEN 'open' WHEN a.state = 'submitted' THEN 'filled' ELSE 'held' END`,
  ],
  [
    "items whose counters are off",
    `SELECT count(*) FROM study_items i WHERE i.study_id = $1 AND (
       i.filled_count <> (SELECT count(*) FROM slots t WHERE t.study_item_id = i.id AND t.state <> 'open')
       OR i.submitted_count <> (SELECT count(*) FROM assignments a JOIN annotations n ON n.assignment_id = a.id
         WHERE a.study_item_id = i.id AND a.state = 'submitted' AND NOT n.is_replaced))`,
  ],
  [
    "submitted annotations that are not complete",
    `SELECT count(*) FROM annotations n WHERE n.study_id = $1 AND n.state = 'submitted' AND
       (SELECT count(*) FROM ratings r WHERE r.annotation_id = n.id AND r.score IS NOT NULL)
         <> 2 * (SELECT count(*) FROM study_dimensions d WHERE d.study_id = n.study_id)`,
  ],
  [
    "assignments and annotations that disagree on being submitted",
    `SELECT count(*) FROM assignments a LEFT JOIN annotations n ON n.assignment_id = a.id
       WHERE a.study_id = $1 AND (n.id IS NULL OR (a.state = 'submitted') <> (n.state = 'submitted'))`,
  ],
  [
    "people who completed without the submissions for it, or submitted all and have no outcome",
    `SELECT count(*) FROM annotators p JOIN studies s ON s.id = p.study_id
       CROSS JOIN LATERAL (SELECT count(*) AS n FROM assignments a WHERE a.annotator_id = p.id AND a.state = 'submitted') done
       WHERE p.study_id = $1 AND (coalesce(p.outcome = 'completed', false) <> (done.n >= s.items_per_annotator))`,
  ],
  [
    "people who have ended with an item still open",
    `SELECT count(*) FROM annotators p JOIN assignments a ON a.annotator_id = p.id AND a.state IN ('assigned', 'started')
       WHERE p.study_id = $1 AND p.outcome IS NOT NULL`,
  ],
  [
    "visits left open by somebody who has ended",
    `SELECT count(*) FROM visits v JOIN annotators p ON p.id = v.annotator_id
       WHERE v.study_id = $1 AND p.outcome IS NOT NULL AND v.outcome IS NULL`,
  ],
];

/** Asks every law of one study and answers a sentence for each that is broken. */
export async function brokenLaws(client: pg.Client, { studyId }: BenchStudy): Promise<string[]> {
  const broken: string[] = [];
  for (const [what, query] of LAWS) {
    const count = Number((await client.query<{ count: string }>(query, [studyId])).rows[0]?.count);
    if (count !== 0) broken.push(`${count} ${what}`);
  }
  return broken;
}
