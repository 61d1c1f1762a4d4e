import { getPool } from "./db.ts";

/**
 * Records of an import that repeat an earlier one in item, rater, scores and reasons; only raters who met a unit twice
 * are looked at.
 */
const DUPLICATES = `
  WITH raters AS (SELECT id FROM imported_raters WHERE import_id = $1),
  again AS (
    SELECT DISTINCT u.item_key, g.rater_id FROM imported_ratings g JOIN imported_units u ON u.id = g.unit_id
    WHERE g.rater_id IN (SELECT id FROM raters) AND g.occurrence > 0),
  records AS (
    SELECT u.item_key, g.rater_id, g.record, min(g.line) AS line,
      md5(string_agg(concat_ws(' ', u.agent, g.dimension_id, g.score, g.rationale), '|'
        ORDER BY u.agent, g.dimension_id, g.occurrence)) AS content
    FROM again a JOIN imported_units u ON u.import_id = $1 AND u.item_key = a.item_key
    JOIN imported_ratings g ON g.unit_id = u.id AND g.rater_id = a.rater_id
    GROUP BY u.item_key, g.rater_id, g.record),
  seen AS (SELECT *, first_value(record) OVER same AS first, first_value(line) OVER same AS first_line FROM records
    WINDOW same AS (PARTITION BY item_key, rater_id, content ORDER BY record))
  SELECT item_key, rater_id, record, line, first_line FROM seen WHERE record > first`;

const MARK = `
  UPDATE imported_ratings g SET is_duplicate = true
  FROM imported_units u, json_to_recordset($2::json) AS d(item_key text, rater_id int, record int)
  WHERE u.import_id = $1 AND u.item_key = d.item_key AND g.unit_id = u.id AND g.rater_id = d.rater_id
    AND g.record = d.record AND g.occurrence > 0`;

/** A record that has a line already, for something else, keeps what it says. */
const TELL = `
  INSERT INTO rating_import_lines (import_id, record, line, outcome, item_key, reason)
  SELECT $1, d.record, d.line, 'duplicate', d.item_key,
    'The same rater, scores and reasons as on line ' || d.first_line || '. The row is kept and marked.'
  FROM json_to_recordset($2::json) AS d(item_key text, record int, line int, first_line int)
  ON CONFLICT (import_id, record) DO UPDATE SET outcome = 'duplicate',
    reason = EXCLUDED.reason || ' ' || rating_import_lines.reason`;

/** Several raters of one line (a row with a list of scores) make one duplicate. */
type Duplicate = { item_key: string; rater_id: number; record: number; line: number; first_line: number };

/**
 * Completes an import that was written to its end: marks what repeats, says so line by line, and ends it, all at once.
 * False when it had ended already or another worker has gone further.
 */
export async function completeRatingImport(id: string, rowsDone: number): Promise<boolean> {
  const client = await getPool().connect();
  try {
    await client.query("BEGIN");
    const now = await client.query(
      `SELECT 1 FROM rating_imports WHERE id = $1 AND rows_done = $2 AND state IN ('queued', 'running') FOR UPDATE`,
      [id, rowsDone],
    );
    if (now.rows.length === 1) {
      const found = (await client.query<Duplicate>(DUPLICATES, [id])).rows;
      const lines = [...new Map(found.map((row) => [row.record, row])).values()];
      if (found.length > 0) {
        await client.query(MARK, [id, JSON.stringify(found)]);
        await client.query(TELL, [id, JSON.stringify(lines)]);
      }
      await client.query(
        `UPDATE rating_imports SET state = 'completed', error = '', finished_at = now(), duplicate_count = $2 WHERE id = $1`,
        [id, lines.length],
      );
    }
    await client.query("COMMIT");
    return now.rows.length === 1;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/** Brings the planner's statistics up to date; the embedded database has nobody else who would. */
export async function analyzeRatings(): Promise<void> {
  await getPool().query(`ANALYZE imported_units, imported_raters, imported_ratings`);
}
