import type { FileRating, FileRatings } from "#lib/domain/rating-imports/file-ratings.ts";
import { getDb } from "./db.ts";
import { Prisma } from "./generated/client.ts";
import { fileJudgeKeySql, judgeVersionSql } from "./judge-versions.ts";

type Row = Omit<FileRatings, "key" | "ratings"> & { raterId: number } & FileRating;

/** The most scores that are read: some thirty raters on seven dimensions and two agents. */
const MAX_SCORES = 500;

/**
 * What finished imports of ratings hold for an episode, by its source id: judges first, then people under pseudonyms, file
 * by file in the order in which they came. `isCut` says that there is more.
 */
export async function listImportedRatings(sourceId: string): Promise<{ raters: FileRatings[]; isCut: boolean }> {
  const rows = await getDb().$queryRaw<Row[]>`
    SELECT r.id AS "raterId", i.id AS "importId", i.file_name AS "fileName", r.kind, r.name AS "raterName", r.model,
      ${Prisma.raw(judgeVersionSql("r.version", fileJudgeKeySql("r.rater_key")))} AS version,
      i.is_demo AS "isDemo", g.occurrence, g.is_duplicate AS "isDuplicate", u.agent, d.key AS dimension, d.name, d.min, d.max,
      g.score, g.rationale,
      EXISTS (SELECT 1 FROM rater_exclusions x WHERE x.rater_id = r.id AND x.revoked_at IS NULL) AS "isExcluded"
    FROM imported_units u
    JOIN rating_imports i ON i.id = u.import_id AND i.state = 'completed'
    JOIN imported_ratings g ON g.unit_id = u.id
    JOIN imported_raters r ON r.id = g.rater_id
    JOIN imported_dimensions d ON d.id = g.dimension_id
    WHERE u.item_key = ${sourceId}
    ORDER BY r.kind DESC, i.created_at, r.name, r.id, g.occurrence, d.position, u.agent LIMIT ${MAX_SCORES + 1}`;
  const byRater = new Map<string, FileRatings>();
  for (const { raterId, agent, dimension, name, min, max, score, rationale, ...rater } of rows.slice(0, MAX_SCORES)) {
    const key = `${raterId} ${rater.occurrence}`;
    const known = byRater.get(key) ?? { ...rater, key, ratings: [] };
    known.ratings.push({ agent, dimension, name, min, max, score, rationale });
    byRater.set(key, known);
  }
  return { raters: [...byRater.values()], isCut: rows.length > MAX_SCORES };
}
