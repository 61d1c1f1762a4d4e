import { getPool } from "./connection.ts";
import { writeOverlaps } from "./rating-overlaps.ts";
import { inTransaction } from "./transaction.ts";

/**
 * Records of an import whose rater had rated the item before: `same_line` is the line of an earlier one that is equal in
 * scores and reasons, null for another opinion, and then `before_line` the rater's first.
 */
const REPEATED = `
  WITH raters AS (SELECT id FROM imported_raters WHERE import_id = $1),
  again AS (
    SELECT DISTINCT u.item_key, g.rater_id FROM imported_ratings g JOIN imported_units u ON u.id = g.unit_id
    WHERE g.rater_id IN (SELECT id FROM raters) AND g.occurrence > 0),
  records AS (
    SELECT u.item_key, g.rater_id, g.record, min(g.line) AS line, bool_or(g.occurrence > 0) AS repeats,
      md5(string_agg(concat_ws(' ', u.agent, g.dimension_id, g.score, g.rationale), '|'
        ORDER BY u.agent, g.dimension_id, g.occurrence)) AS content
    FROM again a JOIN imported_units u ON u.import_id = $1 AND u.item_key = a.item_key
    JOIN imported_ratings g ON g.unit_id = u.id AND g.rater_id = a.rater_id
    GROUP BY u.item_key, g.rater_id, g.record),
  seen AS (
    SELECT *, first_value(record) OVER equal AS first, first_value(line) OVER equal AS first_line,
      first_value(line) OVER (PARTITION BY item_key, rater_id ORDER BY record) AS before_line
    FROM records WINDOW equal AS (PARTITION BY item_key, rater_id, content ORDER BY record))
  SELECT s.item_key, s.rater_id, s.record, s.line, CASE WHEN s.record > s.first THEN s.first_line END AS same_line,
    s.before_line, r.kind = 'human' AS is_person
  FROM seen s JOIN imported_raters r ON r.id = s.rater_id WHERE s.repeats`;

const MARK = `
  UPDATE imported_ratings g SET is_duplicate = true
  FROM imported_units u, json_to_recordset($2::json) AS d(item_key text, rater_id int, record int)
  WHERE u.import_id = $1 AND u.item_key = d.item_key AND g.unit_id = u.id AND g.rater_id = d.rater_id
    AND g.record = d.record AND g.occurrence > 0`;

/** Adds a line to the report; a record that has one already, for something else, keeps what it says. */
const TELL = `
  INSERT INTO rating_import_lines (import_id, record, line, outcome, item_key, reason)
  SELECT $1, d.record, d.line, d.outcome, d.item_key, d.reason
  FROM json_to_recordset($2::json) AS d(item_key text, record int, line int, outcome text, reason text)
  ON CONFLICT (import_id, record) DO UPDATE SET reason = EXCLUDED.reason || ' ' || rating_import_lines.reason,
    outcome = CASE WHEN EXCLUDED.outcome = 'duplicate' THEN 'duplicate' ELSE rating_import_lines.outcome END`;

/** What the list of episodes says of their raters in files. */
const COUNT_RATERS = `
  SELECT count_imported_raters(ARRAY(SELECT DISTINCT item_key FROM imported_units WHERE import_id = $1))`;

/** Several raters of one line (a row with a list of scores) make one line of the report. */
type Repeated = {
  item_key: string;
  rater_id: number;
  record: number;
  line: number;
  same_line: number | null;
  before_line: number;
  is_person: boolean;
};

/** What the report says of records that repeat; the draws of a judge are nothing to remark. */
function tellingLines(repeated: readonly Repeated[]) {
  const lines = new Map<number, { item_key: string; record: number; line: number; outcome: string; reason: string }>();
  for (const { item_key, record, line, same_line, before_line, is_person } of repeated) {
    const place = { item_key, record, line };
    if (same_line !== null) {
      const reason = `The same rater, scores and reasons as on line ${same_line}. The row is kept and marked.`;
      lines.set(record, { ...place, outcome: "duplicate", reason });
    } else if (is_person && !lines.has(record)) {
      const reason = `The same rater rated this on line ${before_line} already, with other scores or reasons. Both are kept.`;
      lines.set(record, { ...place, outcome: "accepted", reason });
    }
  }
  return [...lines.values()];
}

/**
 * Completes an import that was written to its end: marks what repeats, says so line by line, counts the raters of its
 * episodes and what other imports hold as well, and ends it, all at once.
 * False when it had ended already or another worker has gone further.
 */
export async function completeRatingImport(id: string, rowsDone: number): Promise<boolean> {
  return inTransaction(async (client) => {
    const now = await client.query(
      `SELECT 1 FROM rating_imports WHERE id = $1 AND rows_done = $2 AND state IN ('queued', 'running') FOR UPDATE`,
      [id, rowsDone],
    );
    if (now.rows.length === 1) {
      const repeated = (await client.query<Repeated>(REPEATED, [id])).rows;
      const same = repeated.filter(({ same_line }) => same_line !== null);
      if (same.length > 0) await client.query(MARK, [id, JSON.stringify(same)]);
      if (repeated.length > 0) await client.query(TELL, [id, JSON.stringify(tellingLines(repeated))]);
      await writeOverlaps(client, id);
      await client.query(
        `UPDATE rating_imports SET state = 'completed', error = '', finished_at = now(), duplicate_count = $2 WHERE id = $1`,
        [id, new Set(same.map(({ record }) => record)).size],
      );
      await client.query(COUNT_RATERS, [id]);
    }
    return now.rows.length === 1;
  });
}

/** Brings the planner's statistics up to date; the embedded database has nobody else who would. */
export async function analyzeRatings(): Promise<void> {
  await getPool().query(`ANALYZE imported_units, imported_raters, imported_ratings`);
}
