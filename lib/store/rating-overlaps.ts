import type { ClientBase } from "pg";
import type { ImportOverlap } from "#lib/domain/rating-imports/import-overlap.ts";
import { repeatRows } from "./sql.ts";

/** Two imports that complete at one moment would not see each other: the second one waits for the first. */
const ONE_AT_A_TIME = `SELECT pg_advisory_xact_lock(hashtext('rating_import_overlaps'))`;

const WRITE = `
  INSERT INTO rating_import_overlaps (later_id, earlier_id, shared_count, differing_count)
  SELECT $1, o.import_id, count(*), count(*) FILTER (WHERE og.score <> g.score)
  FROM imported_raters r
  JOIN imported_raters o ON o.kind = r.kind AND o.rater_key = r.rater_key AND o.import_id <> r.import_id
  JOIN rating_imports i ON i.id = o.import_id AND i.state = 'completed'
  JOIN imported_ratings g ON g.rater_id = r.id
  JOIN imported_units u ON u.id = g.unit_id
  JOIN imported_dimensions d ON d.id = g.dimension_id
  JOIN imported_units ou ON ou.import_id = o.import_id AND ou.item_key = u.item_key AND ou.agent = u.agent
  JOIN imported_dimensions od ON od.import_id = o.import_id AND od.key = d.key
  JOIN imported_ratings og ON og.unit_id = ou.id AND og.rater_id = o.id AND og.dimension_id = od.id
    AND og.occurrence = g.occurrence
  WHERE r.import_id = $1 GROUP BY o.import_id`;

/**
 * Counts what an import that is about to complete shares with those that are complete, and keeps it: the same rater,
 * item, agent, dimension and occurrence. Costs nothing where no rater is known from another file.
 */
export async function writeOverlaps(client: ClientBase, importId: string): Promise<void> {
  await client.query(ONE_AT_A_TIME);
  await client.query(WRITE, [importId]);
}

const LIST = `
  SELECT i.id AS "importId", i.file_name AS "fileName", i.created_at AS "createdAt", i.rating_count AS "ratingCount",
    o.later_id = i.id AS "isLater", o.shared_count AS shared, o.differing_count AS differing
  FROM rating_import_overlaps o
  JOIN rating_imports i ON i.id = CASE WHEN o.later_id = $1 THEN o.earlier_id ELSE o.later_id END
  WHERE $1 IN (o.later_id, o.earlier_id) ORDER BY o.shared_count DESC, i.created_at`;

/** The imports that hold some of the same ratings, those that share most in front. */
export async function listOverlaps(importId: string): Promise<ImportOverlap[]> {
  const rows = await repeatRows<ImportOverlap>(LIST, [importId]);
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt) }));
}
