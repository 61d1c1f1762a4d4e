import { type BlockUnit, FACT_RANKS } from "#lib/domain/analysis/rating-block.ts";
import { environmentKey, situationLabel } from "#lib/domain/analysis/scenario-words.ts";
import { repeatRows } from "./sql.ts";

/** What an analysis has to know of an episode. */
export type EpisodeFacts = {
  id: string;
  itemKey: string;
  codename: string;
  /** Both characters, “Ada Quill and Bo Reed”; empty where the episode names none. */
  names: string;
  agent1Policy: string;
  agent2Policy: string;
  scenarioKey: string;
  environmentKey: string;
  /** The beginning of the situation as it is told. */
  situation: string;
  turns: number;
  /** Words of the transcript; 0 unless they were asked for, −1 where it has turns of which none can be read. */
  words: number;
};

/**
 * A second content under one source id is an item of its own (`ID variant 1`), so that ratings never meet on different
 * dialogues. The scenario is the environment with the two characters who play it, where the episode names them.
 */
export const EPISODE_ITEM_KEY = `e.source_id || CASE WHEN e.conflict_state = 'set-aside' THEN ' variant ' || e.variant
    WHEN e.variant = 0 OR e.conflict_state = 'chosen' THEN '' ELSE ' variant ' || e.variant END`;
const FACTS = `e.id, e.codename, e.turn_count AS turns,
    coalesce(nullif(e.agent1_name, '') || ' and ' || nullif(e.agent2_name, ''), '') AS names, coalesce(e.agent1_policy, '') AS "agent1Policy", coalesce(e.agent2_policy, '') AS "agent2Policy",
    coalesce(e.scenario_source_id, '') AS "environmentKey", left(e.scenario_text, 300) AS situation,
    CASE WHEN e.scenario_source_id IS NULL THEN '' ELSE e.scenario_source_id || ' ' ||
      least(coalesce(e.agent1_source_id, e.agent1_name), coalesce(e.agent2_source_id, e.agent2_name)) || ' ' ||
      greatest(coalesce(e.agent1_source_id, e.agent1_name), coalesce(e.agent2_source_id, e.agent2_name)) END AS "scenarioKey"`;

// A path gives nothing where a damaged document has no list: one episode must not fail the reading of all.
const WORDS = `coalesce((SELECT CASE WHEN count(turn ->> 'text') = 0 AND e.turn_count > 0 THEN -1
      ELSE sum(array_length(string_to_array(turn ->> 'text', ' '), 1)) END
    FROM episode_records r, jsonb_path_query(r.document, '$.turns[*]') turn WHERE r.episode_id = e.id), 0)::int`;

/** Facts by episode id; ids may repeat. Counting words reads the transcripts, so it is done only where it is asked for. */
export async function readEpisodeFacts(
  episodeIds: readonly string[],
  { countsWords = false } = {},
): Promise<Map<string, EpisodeFacts>> {
  const rows = await repeatRows<EpisodeFacts>(
    `SELECT ${FACTS}, ${EPISODE_ITEM_KEY} AS "itemKey", ${countsWords ? WORDS : 0} AS words
     FROM episodes e WHERE e.id = ANY($1::text[])`,
    [[...new Set(episodeIds)]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Facts by item key, for files that name episodes by their source ids; a content that was set aside is never met. */
export async function readEpisodesBySource(keys: readonly string[]): Promise<Map<string, EpisodeFacts>> {
  const rows = await repeatRows<EpisodeFacts>(
    `SELECT DISTINCT ON (e.source_id) ${FACTS}, e.source_id AS "itemKey", 0 AS words
     FROM episodes e WHERE e.source_id = ANY($1::text[]) AND e.conflict_state IS DISTINCT FROM 'set-aside'
     ORDER BY e.source_id, e.conflict_state = 'chosen' DESC NULLS LAST, e.variant`,
    [[...new Set(keys)]],
  );
  return new Map(rows.map((row) => [row.itemKey, row]));
}

/** One seat of an episode as the unit that ratings are about. */
export function episodeUnit(episode: EpisodeFacts, agent: 1 | 2): BlockUnit {
  const policies = [episode.agent1Policy, episode.agent2Policy];
  return {
    itemKey: episode.itemKey,
    agent,
    episodeId: episode.id,
    label: [episode.codename, episode.names].filter(Boolean).join(", ") || episode.itemKey,
    clusterKey: episode.itemKey,
    scenarioKey: episode.scenarioKey,
    environmentKey: environmentKey(episode.environmentKey),
    environmentLabel: situationLabel(episode.situation),
    policy: policies[agent - 1] as string,
    partnerPolicy: policies[2 - agent] as string,
    role: "unknown",
    rank: FACT_RANKS.episode,
    inclusionProbability: null,
    sampling: "unknown",
    words: episode.words,
    turns: episode.turns,
  };
}
