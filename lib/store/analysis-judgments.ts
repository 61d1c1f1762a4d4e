import type { AnalysisRater } from "#lib/domain/analysis/columns.ts";
import { judgeName, judgeVersion } from "#lib/domain/analysis/judge-name.ts";
import { type BlockUnit, emptyBlock, type RatingBlock } from "#lib/domain/analysis/rating-block.ts";
import { scaleFacts } from "#lib/domain/analysis/scale-facts.ts";
import { SOTOPIA_DIMENSION_IDS, SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { type EpisodeFacts, episodeUnit, readEpisodeFacts } from "./analysis-episodes.ts";
import { readFloat64s, readInt16s, readInt32s } from "./binary-columns.ts";
import { episodeJudgeKeySql, judgeVersionSql } from "./judge-versions.ts";
import { repeatRows } from "./sql.ts";

const READ = `
  WITH chosen AS MATERIALIZED (
    SELECT j.id, j.episode_id, j.judge_id, (row_number() OVER (ORDER BY j.judge_id, j.episode_id))::int - 1 AS place
    FROM judgments j JOIN episodes e ON e.id = j.episode_id
    WHERE j.judge_id = ANY($1::text[]) AND e.conflict_state IS DISTINCT FROM 'set-aside'
  ), read AS (
    SELECT string_agg(int4send(c.place), '') AS judgments, string_agg(int2send(g.agent), '') AS agents,
      string_agg(int2send(array_position($2::text[], g.dimension)::int2), '') AS dimensions,
      string_agg(float8send(g.score), '') AS scores
    FROM chosen c JOIN judgment_ratings g ON g.judgment_id = c.id AND g.dimension = ANY($2::text[])
  )
  SELECT read.*, (SELECT array_agg(episode_id ORDER BY place) FROM chosen) AS "episodeIds",
    (SELECT array_agg(judge_id ORDER BY place) FROM chosen) AS "judgeIds" FROM read`;

type ReadRow = Record<"judgments" | "agents" | "dimensions" | "scores", Buffer | null> & {
  episodeIds: string[] | null;
  judgeIds: string[] | null;
};

type JudgeRow = { id: string; name: string; model: string; version: string };

/** The key of a judge whose judgments came with episodes. */
function episodeJudgeKey(judgeId: string): string {
  return `judge:episodes:${judgeId}`;
}

/** All ratings that these judges gave episodes, on SOTOPIA's scales; episodes that were set aside are left out. */
export async function readJudgments(judgeIds: readonly string[]): Promise<RatingBlock> {
  if (judgeIds.length === 0) return emptyBlock();
  const judges = await repeatRows<JudgeRow>(
    `SELECT j.id, j.name, j.model, ${judgeVersionSql("j.version", episodeJudgeKeySql("j.id"))} AS version
     FROM judges j WHERE j.id = ANY($1::text[]) ORDER BY j.id`,
    [judgeIds],
  );
  const [row] = await repeatRows<ReadRow>(READ, [judgeIds, SOTOPIA_DIMENSION_IDS]);
  const facts = await readEpisodeFacts(row?.episodeIds ?? []);
  return buildBlock(row as ReadRow, judges, facts);
}

function buildBlock(row: ReadRow, judges: JudgeRow[], facts: Map<string, EpisodeFacts>): RatingBlock {
  const units: BlockUnit[] = [];
  const starts = new Map<string, number>();
  for (const episode of facts.values()) {
    starts.set(episode.id, units.length);
    units.push(episodeUnit(episode, 1), episodeUnit(episode, 2));
  }
  const judgePlaces = new Map(judges.map(({ id }, place) => [id, place]));
  const unitOf = Int32Array.from(row.episodeIds ?? [], (id) => starts.get(id) as number);
  const raterOf = Int32Array.from(row.judgeIds ?? [], (id) => judgePlaces.get(id) as number);
  const judgment = readInt32s(row.judgments);
  const agents = readInt16s(row.agents);
  const dimension = readInt16s(row.dimensions).map((place) => place - 1);
  const score = readFloat64s(row.scores);
  const isWhole = wholeDimensions(dimension, score);
  return {
    ...emptyBlock(),
    unit: judgment.map((place, i) => unitOf[place]! + agents[i]! - 1),
    rater: judgment.map((place) => raterOf[place]!),
    dimension,
    score,
    occurrence: new Uint8Array(judgment.length),
    duplicate: new Uint8Array(judgment.length),
    excluded: new Uint8Array(judgment.length),
    order: judgment,
    seconds: new Float32Array(judgment.length).fill(Number.NaN),
    units,
    raters: judges.map(toRater),
    dimensions: SOTOPIA_DIMENSIONS.map(({ id, name, min, max }, place) =>
      scaleFacts({ key: id, name, min, max, isWhole: isWhole[place] ?? true }),
    ),
  };
}

/** On which of the seven all scores are whole numbers; a judge may have given some between two. */
function wholeDimensions(dimension: Int16Array, score: Float64Array): boolean[] {
  const isWhole = SOTOPIA_DIMENSIONS.map(() => true);
  for (let i = 0; i < score.length; i += 1) if (!Number.isInteger(score[i])) isWhole[dimension[i]!] = false;
  return isWhole;
}

function toRater({ id, ...judge }: JudgeRow): AnalysisRater {
  return {
    key: episodeJudgeKey(id),
    kind: "judge",
    name: judgeName(judge),
    version: judgeVersion(judge),
    source: "Judgments that came with episodes",
    sourceId: "",
    isPosition: false,
  };
}
