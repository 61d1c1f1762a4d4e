import type {
  SummaryDimension,
  SummaryItems,
  SummaryPolicy,
  SummaryRater,
} from "#lib/domain/rating-imports/import-summary.ts";
import { fileJudgeKeySql, judgeVersionSql } from "./judge-versions.ts";
import { repeatRows } from "./sql.ts";

const RATERS = `
  SELECT r.id, r.kind, r.name, r.model,
    CASE WHEN r.kind = 'judge' THEN ${judgeVersionSql("r.version", fileJudgeKeySql("r.rater_key"))} ELSE '' END AS version, r.prompt, r.is_position AS "isPosition",
    coalesce(c.ratings, 0)::int AS ratings, coalesce(c.items, 0)::int AS items, coalesce(c.repeated, 0)::int AS repeated,
    (SELECT count(*)::int FROM imported_raters o WHERE o.kind = r.kind AND o.rater_key = r.rater_key AND o.id <> r.id)
      AS "otherImports",
    CASE WHEN x.id IS NOT NULL THEN json_build_object('reason', x.reason, 'at', x.excluded_at, 'by', coalesce(p.name, ''))
    END AS exclusion
  FROM imported_raters r
  LEFT JOIN (SELECT g.rater_id, count(*) AS ratings, count(DISTINCT u.item_key) AS items,
      count(*) FILTER (WHERE g.occurrence > 0) AS repeated
    FROM imported_ratings g JOIN imported_units u ON u.id = g.unit_id
    WHERE g.rater_id IN (SELECT id FROM imported_raters WHERE import_id = $1) GROUP BY 1) c ON c.rater_id = r.id
  LEFT JOIN rater_exclusions x ON x.rater_id = r.id AND x.revoked_at IS NULL
  LEFT JOIN users p ON p.id = x.excluded_by_id
  WHERE r.import_id = $1 ORDER BY r.kind, ratings DESC, r.name`;

/** The raters of an import, people first, those with most ratings in front. */
export async function listSummaryRaters(importId: string): Promise<SummaryRater[]> {
  const rows = await repeatRows<SummaryRater>(RATERS, [importId]);
  return rows.map((row) => ({
    ...row,
    exclusion: row.exclusion ? { ...row.exclusion, at: new Date(row.exclusion.at) } : null,
  }));
}

const DIMENSIONS = `
  SELECT d.key, d.name, d.min, d.max, d.is_whole AS "isWhole",
    coalesce(c.humans, 0)::int AS "humanRatings", coalesce(c.judges, 0)::int AS "judgeRatings",
    c.human_mean AS "humanMean", c.judge_mean AS "judgeMean"
  FROM imported_dimensions d
  LEFT JOIN (SELECT g.dimension_id, count(*) FILTER (WHERE r.kind = 'human') AS humans,
      count(*) FILTER (WHERE r.kind = 'judge') AS judges, avg(g.score) FILTER (WHERE r.kind = 'human') AS human_mean,
      avg(g.score) FILTER (WHERE r.kind = 'judge') AS judge_mean
    FROM imported_ratings g JOIN imported_raters r ON r.id = g.rater_id WHERE r.import_id = $1 GROUP BY 1) c
  ON c.dimension_id = d.id
  WHERE d.import_id = $1 ORDER BY d.position`;

/** The scales of an import in its order. */
export async function listSummaryDimensions(importId: string): Promise<SummaryDimension[]> {
  return repeatRows<SummaryDimension>(DIMENSIONS, [importId]);
}

const POLICIES = `
  SELECT u.policy, u.seat_role AS "seatRole", count(*)::int AS units, coalesce(sum(c.humans), 0)::int AS "humanRatings",
    coalesce(sum(c.judges), 0)::int AS "judgeRatings"
  FROM imported_units u
  LEFT JOIN (SELECT g.unit_id, count(*) FILTER (WHERE r.kind = 'human') AS humans,
      count(*) FILTER (WHERE r.kind = 'judge') AS judges
    FROM imported_ratings g JOIN imported_raters r ON r.id = g.rater_id WHERE r.import_id = $1 GROUP BY 1) c
  ON c.unit_id = u.id
  WHERE u.import_id = $1 GROUP BY 1, 2 ORDER BY 2, units DESC, 1`;

/** The policies of an import with the agents under study first. */
export async function listSummaryPolicies(importId: string): Promise<SummaryPolicy[]> {
  return repeatRows<SummaryPolicy>(POLICIES, [importId]);
}

const ITEMS = `
  SELECT count(DISTINCT u.item_key)::int AS items,
    count(DISTINCT u.item_key) FILTER (WHERE EXISTS (SELECT 1 FROM episodes e WHERE e.source_id = u.item_key))::int AS linked,
    count(DISTINCT u.item_key) FILTER (WHERE u.seat_role = '')::int AS "unknownSeats",
    count(DISTINCT u.item_key) FILTER (WHERE u.scenario_mark = 'foreign')::int AS "foreignScenarios"
  FROM imported_units u WHERE u.import_id = $1`;

/** The items of an import, counted. */
export async function countSummaryItems(importId: string): Promise<SummaryItems> {
  const [row] = await repeatRows<SummaryItems>(ITEMS, [importId]);
  return row ?? { items: 0, linked: 0, unknownSeats: 0, foreignScenarios: 0 };
}

/** Items whose raters were shown the scenario of another environment, with the episode that they belong to; at most 100. */
export async function listForeignScenarios(
  importId: string,
): Promise<{ itemKey: string; shownScenario: string; episodeId: string | null }[]> {
  return repeatRows(
    `SELECT DISTINCT ON (u.item_key) u.item_key AS "itemKey", u.shown_scenario AS "shownScenario",
       (SELECT e.id FROM episodes e WHERE e.source_id = u.item_key ORDER BY e.variant LIMIT 1) AS "episodeId"
     FROM imported_units u WHERE u.import_id = $1 AND u.scenario_mark = 'foreign' ORDER BY u.item_key LIMIT 100`,
    [importId],
  );
}
