import { getPool } from "./connection.ts";
import { repeatRows } from "./sql.ts";

/** One rated item with what its import and its episode say of it; episode fields are empty where there is none. */
export type ItemToLink = {
  importId: string;
  itemKey: string;
  /** Conditions of seat 1 and 2 as the file has them; empty for a seat that it does not rate. */
  conditions: [string, string];
  shownScenario: string;
  hasEpisode: boolean;
  policies: [string, string];
  scenarioSourceId: string;
  scenarioText: string;
};

/** What is written back for one seat of an item. An empty scenario key leaves the file's own. */
export type LinkedUnit = {
  importId: string;
  itemKey: string;
  agent: 1 | 2;
  policy: string;
  partnerPolicy: string;
  seatRole: string;
  scenarioKey: string;
  scenarioMark: string;
};

/** Of several contents of one id the chosen one, else the first that was not set aside. */
const ITEMS = `
  SELECT i.import_id AS "importId", i.item_key AS "itemKey", i.conditions, i.shown AS "shownScenario",
    e.id IS NOT NULL AS "hasEpisode",
    ARRAY[coalesce(e.agent1_policy, ''), coalesce(e.agent2_policy, '')] AS policies,
    coalesce(e.scenario_source_id, '') AS "scenarioSourceId", coalesce(e.scenario_text, '') AS "scenarioText"
  FROM (
    SELECT import_id, item_key,
      ARRAY[coalesce(max(condition) FILTER (WHERE agent = 1), ''), coalesce(max(condition) FILTER (WHERE agent = 2), '')] AS conditions,
      max(shown_scenario) AS shown
    FROM imported_units WHERE agent > 0 AND (import_id, item_key) > ($1, $2) AND SELECTION
    GROUP BY import_id, item_key ORDER BY import_id, item_key LIMIT $3) i
  LEFT JOIN LATERAL (
    SELECT * FROM episodes WHERE source_id = i.item_key AND conflict_state IS DISTINCT FROM 'set-aside'
    ORDER BY conflict_state = 'chosen' DESC NULLS LAST, variant LIMIT 1) e ON true
  ORDER BY i.import_id, i.item_key`;

/** The rated seats of one import, page by page; `after` is the last item of the page before. */
export async function listItemsToLink(importId: string, after: string, limit: number): Promise<ItemToLink[]> {
  return repeatRows<ItemToLink>(ITEMS.replace("SELECTION", "import_id = $1"), [importId, after, limit]);
}

/** The rated items, of any import, whose seats are unknown although an episode of this import has their id. */
export async function listItemsOfEpisodes(
  episodeImportId: string,
  after: { importId: string; itemKey: string },
  limit: number,
): Promise<ItemToLink[]> {
  const selection = `item_key IN (SELECT source_id FROM episodes WHERE import_id = $4)`;
  return repeatRows<ItemToLink>(ITEMS.replace("SELECTION", selection), [
    after.importId,
    after.itemKey,
    limit,
    episodeImportId,
  ]);
}

/** Writes roles, policies and marks of seats; the same once more changes nothing. */
export async function writeLinkedUnits(units: readonly LinkedUnit[]): Promise<void> {
  if (units.length === 0) return;
  await getPool().query(
    `UPDATE imported_units u SET policy = r."policy", partner_policy = r."partnerPolicy", seat_role = r."seatRole",
       scenario_key = coalesce(nullif(r."scenarioKey", ''), u.scenario_key),
       scenario_mark = CASE WHEN u.shown_scenario = '' THEN '' ELSE r."scenarioMark" END
     FROM json_to_recordset($1::json) AS r("importId" text, "itemKey" text, agent smallint, policy text,
       "partnerPolicy" text, "seatRole" text, "scenarioKey" text, "scenarioMark" text)
     WHERE u.import_id = r."importId" AND u.item_key = r."itemKey" AND u.agent = r.agent`,
    [JSON.stringify(units)],
  );
}

/** Counts the raters in files of the episodes that an import brought, whose ratings may have been here before them. */
export async function countRatersOfEpisodes(episodeImportId: string): Promise<void> {
  await repeatRows(
    `SELECT count_imported_raters(ARRAY(
       SELECT DISTINCT e.source_id FROM episodes e JOIN imported_units u ON u.item_key = e.source_id WHERE e.import_id = $1))`,
    [episodeImportId],
  );
}
