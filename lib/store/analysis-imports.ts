import type { AnalysisDimension, AnalysisRater, SeatRole } from "#lib/domain/analysis/columns.ts";
import { judgeName, judgeVersion } from "#lib/domain/analysis/judge-name.ts";
import { type BlockUnit, emptyBlock, FACT_RANKS, type RatingBlock } from "#lib/domain/analysis/rating-block.ts";
import { scaleFacts } from "#lib/domain/analysis/scale-facts.ts";
import { environmentKey, situationLabel } from "#lib/domain/analysis/scenario-words.ts";
import { filled } from "#lib/domain/shared/filled.ts";
import { fileJudgeKeySql, judgeVersionSql } from "./judge-versions.ts";
import { repeatRows } from "./sql.ts";
import { readStoredRatings, type StoredRatings } from "./stored-ratings.ts";

type UnitRow = {
  id: number;
  itemKey: string;
  agent: number;
  clusterKey: string;
  scenarioKey: string;
  condition: string;
  policy: string;
  partnerPolicy: string;
  seatRole: string;
  inclusionProbability: number | null;
};
type RaterRow = {
  id: number;
  kind: "human" | "judge";
  raterKey: string;
  name: string;
  model: string;
  version: string;
  importId: string;
  fileName: string;
  isPosition: boolean;
  isExcluded: boolean;
};
type DimensionRow = { id: number; key: string; name: string; min: number; max: number; isWhole: boolean };

const READ_UNITS = `
  SELECT id, item_key AS "itemKey", agent, cluster_key AS "clusterKey", scenario_key AS "scenarioKey", condition, policy,
    partner_policy AS "partnerPolicy", seat_role AS "seatRole",
    inclusion_probability AS "inclusionProbability"
  FROM imported_units u WHERE import_id = ANY($1::text[]) OR (import_id = ANY($2::text[]) AND EXISTS (
    SELECT 1 FROM imported_ratings g WHERE g.unit_id = u.id AND g.rater_id = ANY($3::int[])))
  ORDER BY id`;

const READ_RATERS = `
  SELECT r.id, r.kind, r.rater_key AS "raterKey", r.name, r.model, r.import_id AS "importId", i.file_name AS "fileName",
    CASE WHEN r.kind = 'judge' THEN ${judgeVersionSql("r.version", fileJudgeKeySql("r.rater_key"))} ELSE '' END AS version,
    r.is_position AS "isPosition",
    EXISTS (SELECT 1 FROM rater_exclusions x WHERE x.rater_id = r.id AND x.revoked_at IS NULL) AS "isExcluded"
  FROM imported_raters r JOIN rating_imports i ON i.id = r.import_id
  WHERE i.state = 'completed' AND ((r.kind = 'human' AND r.import_id = ANY($1::text[]))
    OR (r.kind = 'judge' AND r.rater_key = ANY($2::text[]) AND r.import_id = ANY($3::text[])))
  ORDER BY r.id`;

const READ_DIMENSIONS = `
  SELECT id, key, name, min, max, is_whole AS "isWhole"
  FROM imported_dimensions WHERE import_id = ANY($1::text[]) ORDER BY import_id, position`;

/** Which imports are read whole, which for their judges alone, and the keys of the judges that count. */
type WantedImports = {
  importIds: readonly string[];
  judgeImportIds: readonly string[];
  judgeKeys: readonly string[];
};

/**
 * The ratings of finished imports: of people those in `importIds`, of the judges with these keys those in either list. They are
 * read as columns, page by page; the ids of units, raters and dimensions are turned into places by a table, without a join.
 */
export async function readImportedRatings(
  { importIds, judgeImportIds, judgeKeys }: WantedImports,
  { unitsPerPage }: { unitsPerPage?: number } = {},
): Promise<RatingBlock> {
  const all = [...new Set([...importIds, ...judgeImportIds])];
  if (all.length === 0) return emptyBlock();
  const raters = await repeatRows<RaterRow>(READ_RATERS, [importIds, judgeKeys, all]);
  const raterIds = raters.map(({ id }) => id);
  const units = await repeatRows<UnitRow>(READ_UNITS, [importIds, judgeImportIds, raterIds]);
  const dimensions = await repeatRows<DimensionRow>(READ_DIMENSIONS, [all]);
  const unitIds = units.map(({ id }) => id);
  return buildBlock(await readStoredRatings(raterIds, unitIds, unitsPerPage), raters, units, dimensions);
}

function buildBlock(
  page: StoredRatings,
  raters: RaterRow[],
  units: UnitRow[],
  dimensions: DimensionRow[],
): RatingBlock {
  const rater = toPlaces(page.raters, raters);
  return {
    unit: toPlaces(page.units, units),
    rater,
    dimension: new Int16Array(toPlaces(page.dimensions, dimensions)),
    score: page.scores,
    occurrence: filled(new Uint8Array(rater.length), page.marks, (mark) => mark >> 1),
    duplicate: filled(new Uint8Array(rater.length), page.marks, (mark) => mark & 1),
    excluded: filled(new Uint8Array(rater.length), rater, (place) => Number(raters[place]!.isExcluded)),
    order: page.records,
    seconds: new Float32Array(rater.length).fill(Number.NaN),
    units: units.map(toUnit),
    raters: raters.map(toRater),
    dimensions: dimensions.map(toDimension),
  };
}

/** Replaces each id by the place of its row. Ids of one load lie close together, so the table is an array. */
function toPlaces(ids: Int32Array, rows: readonly { id: number }[]): Int32Array {
  const lowest = rows.reduce((least, { id }) => Math.min(least, id), Number.MAX_SAFE_INTEGER);
  const highest = rows.reduce((most, { id }) => Math.max(most, id), lowest);
  const places = new Int32Array(rows.length === 0 ? 0 : highest - lowest + 1);
  for (const [place, { id }] of rows.entries()) places[id - lowest] = place;
  for (let i = 0; i < ids.length; i += 1) ids[i] = places[ids[i]! - lowest]!;
  return ids;
}

function toUnit(row: UnitRow): BlockUnit {
  const { itemKey, agent, clusterKey, scenarioKey, policy, partnerPolicy, inclusionProbability } = row;
  return {
    itemKey,
    agent,
    episodeId: null,
    label: itemKey,
    clusterKey,
    scenarioKey,
    environmentKey: environmentKey(scenarioKey),
    environmentLabel: situationLabel(scenarioKey),
    policy,
    partnerPolicy,
    role: (row.seatRole || "unknown") as SeatRole,
    rank: row.condition === "" ? FACT_RANKS.file : FACT_RANKS.condition,
    inclusionProbability,
    // Who knows the chance of an item let chance decide.
    sampling: inclusionProbability === null ? "unknown" : "random",
    words: 0,
    turns: 0,
  };
}

/** People are the same person in every import under one key; judges under one key are the same version. */
function toRater({ kind, raterKey, fileName, importId, isPosition, ...said }: RaterRow): AnalysisRater {
  const isJudge = kind === "judge";
  return {
    key: `${kind}:${raterKey}`,
    kind,
    name: isJudge ? judgeName(said) : said.name,
    ...(isJudge ? { version: judgeVersion(said) } : {}),
    source: fileName,
    sourceId: importId,
    isPosition,
  };
}

function toDimension({ key, name, min, max, isWhole }: DimensionRow): AnalysisDimension {
  return scaleFacts({ key, name, min, max, isWhole });
}
