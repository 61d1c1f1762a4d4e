import type {
  BothAgents,
  EpisodeFacts,
  JudgeFile,
  RatingFile,
  RatingRow,
} from "#lib/domain/analysis/replication/material.ts";
import { SOTOPIA_DIMENSION_IDS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { repeatRows } from "./sql.ts";

/** What the database holds for the replication of the paper. */
export type StoredStudy = { ratings: RatingFile[]; episodes: EpisodeFacts[]; judges: JudgeFile[] };

const READ_RATINGS = `
  SELECT i.id AS "importId", i.file_name AS "fileName", u.item_key AS episode, u.condition, u.shown_scenario AS "shownScenario",
    r.rater_key AS rater, g.record, array_agg(u.agent::int) AS agents, array_agg(d.key) AS dimensions, array_agg(g.score) AS scores
  FROM rating_imports i
  JOIN imported_units u ON u.import_id = i.id
  JOIN imported_ratings g ON g.unit_id = u.id
  JOIN imported_raters r ON r.id = g.rater_id AND r.kind = 'human'
  JOIN imported_dimensions d ON d.id = g.dimension_id
  WHERE i.shape = 'sotopia-official' AND i.state = 'completed'
  GROUP BY i.id, i.file_name, u.item_key, u.condition, u.shown_scenario, r.rater_key, g.record
  ORDER BY i.created_at, i.id, g.record`;

const READ_EPISODES = `
  SELECT source_id AS id, tag, coalesce(agent1_policy, '') AS "policy1", coalesce(agent2_policy, '') AS "policy2",
    scenario_text AS scenario
  FROM episodes WHERE source_id = ANY($1::text[])
  ORDER BY source_id, conflict_state = 'set-aside' NULLS FIRST, variant`;

const READ_IMPORTED_JUDGES = `
  SELECT r.rater_key AS key, r.name, r.version, u.item_key AS episode,
    array_agg(u.agent::int) AS agents, array_agg(d.key) AS dimensions, array_agg(g.score) AS scores
  FROM imported_raters r
  JOIN rating_imports i ON i.id = r.import_id AND i.state = 'completed'
  JOIN imported_ratings g ON g.rater_id = r.id AND g.occurrence = 0
  JOIN imported_units u ON u.id = g.unit_id
  JOIN imported_dimensions d ON d.id = g.dimension_id
  WHERE r.kind = 'judge' AND u.item_key = ANY($1::text[])
  GROUP BY r.rater_key, r.name, r.version, u.item_key`;

const READ_JUDGMENTS = `
  SELECT j.judge_id AS key, max(o.name) AS name, max(o.version) AS version, e.source_id AS episode,
    array_agg(g.agent::int) AS agents, array_agg(g.dimension) AS dimensions, array_agg(g.score::float8) AS scores
  FROM judgments j
  JOIN judges o ON o.id = j.judge_id
  JOIN episodes e ON e.id = j.episode_id AND e.conflict_state IS DISTINCT FROM 'set-aside'
  JOIN judgment_ratings g ON g.judgment_id = j.id
  WHERE e.source_id = ANY($1::text[])
  GROUP BY j.judge_id, j.id, e.source_id`;

const COUNT_EXCLUDED = `
  SELECT count(DISTINCT r.id)::int AS count
  FROM rating_imports i
  JOIN imported_raters r ON r.import_id = i.id AND r.kind = 'human'
  JOIN rater_exclusions x ON x.rater_id = r.id AND x.revoked_at IS NULL
  WHERE i.shape = 'sotopia-official' AND i.state = 'completed'`;

type Scores = { agents: number[]; dimensions: string[]; scores: number[] };
type RatedRow = Scores & {
  importId: string;
  fileName: string;
  episode: string;
  condition: string;
  shownScenario: string;
  rater: string;
  record: number;
};
type EpisodeRow = { id: string; tag: string; policy1: string; policy2: string; scenario: string };
type JudgedRow = Scores & { key: string; name: string; version: string; episode: string };

/**
 * Reads the official rating tables that were imported, the episodes that they rate, and every judge's scores of those
 * episodes. Excluded raters are among them: the published figures counted everybody.
 */
export async function readStoredStudy(): Promise<StoredStudy> {
  const rated = await repeatRows<RatedRow>(READ_RATINGS, []);
  const ids = [...new Set(rated.map(({ episode }) => episode))];
  const episodes = await repeatRows<EpisodeRow>(READ_EPISODES, [ids]);
  const imported = await repeatRows<JudgedRow>(READ_IMPORTED_JUDGES, [ids]);
  const judgments = await repeatRows<JudgedRow>(READ_JUDGMENTS, [ids]);
  return {
    ratings: toFiles(rated),
    episodes: episodes.map(({ policy1, policy2, ...facts }) => ({ ...facts, policies: [policy1, policy2] })),
    judges: toJudges([...imported, ...judgments]),
  };
}

/** How many raters of the official tables are excluded from headline numbers now; here they count. */
export async function countExcludedRaters(): Promise<number> {
  const [row] = await repeatRows<{ count: number }>(COUNT_EXCLUDED, []);
  return row?.count ?? 0;
}

/** One row of the table is spread over two units, one for each agent: they meet again by the position of their record. */
function toFiles(rows: readonly RatedRow[]): RatingFile[] {
  const byImport = Map.groupBy(rows, ({ importId }) => importId);
  return [...byImport.values()].map((ofOne) => ({
    name: ofOne[0]?.fileName ?? "",
    rows: [...Map.groupBy(ofOne, ({ record }) => record).values()].map(toRatingRow),
  }));
}

function toRatingRow(parts: readonly RatedRow[]): RatingRow {
  const { episode, condition, shownScenario, rater, record } = parts[0] as RatedRow;
  return { episode, conditionName: condition, shownScenario, rater, line: record, scores: scoresOf(parts) };
}

function scoresOf(parts: readonly Scores[]): RatingRow["scores"] {
  const both: [Record<string, number>, Record<string, number>] = [{}, {}];
  for (const { agents, dimensions, scores } of parts)
    agents.forEach((agent, place) => {
      const ofOne = both[agent - 1];
      if (ofOne) ofOne[dimensions[place] as string] = scores[place] as number;
    });
  return both;
}

function toJudges(rows: readonly JudgedRow[]): JudgeFile[] {
  return [...Map.groupBy(rows, ({ key }) => key).values()].map((ofOne) => {
    const { name, version } = ofOne[0] as JudgedRow;
    const scores = new Map<string, BothAgents>();
    for (const [episode, parts] of Map.groupBy(ofOne, (row) => row.episode)) {
      const both = scoresOf(parts).map((seat) => SOTOPIA_DIMENSION_IDS.map((id) => seat[id] ?? Number.NaN));
      if (!both.flat().some(Number.isNaN)) scores.set(episode, both as unknown as BothAgents);
    }
    return { name: version === "" ? name : `${name} (${version})`, scores };
  });
}
