import { isHardEpisode } from "#lib/domain/episodes/hard-episode.ts";
import type { ParsedEpisode } from "#lib/domain/episodes/import/parsed-row.ts";
import { getDb } from "./db.ts";
import { readRaw } from "./raw-record.ts";
import type { Column } from "./recordset.ts";
import { addMissingRatings } from "./relink-judgments.ts";
import { storable } from "./storable.ts";
import { inTransaction } from "./transaction.ts";

/** An episode that is to be read again because a profile it names has arrived. `raw` is empty where it is damaged. */
export type EpisodeToRelink = { id: string; raw: string };

/**
 * Episodes that name characters or scenarios of this import and came before it or with it, by id after `after`.
 * The record is read again from its raw text, so that the order in which files arrive makes no difference.
 */
export async function listEpisodesToRelink(importId: string, after: string, limit: number): Promise<EpisodeToRelink[]> {
  const rows = await getDb().$queryRaw<{ id: string; raw: Uint8Array }[]>`
    SELECT e.id, r.raw FROM episodes e JOIN episode_records r ON r.episode_id = e.id
    WHERE e.id > ${after} AND NOT e.is_demo AND e.shape <> 'demo' AND (
      EXISTS (SELECT 1 FROM scenarios s WHERE s.import_id = ${importId} AND s.is_current
        AND s.source_id = e.scenario_source_id AND (e.import_id = s.import_id OR e.created_at <= s.created_at))
      OR EXISTS (SELECT 1 FROM agent_profiles a WHERE a.import_id = ${importId} AND a.is_current
        AND a.source_id IN (e.agent1_source_id, e.agent2_source_id)
        AND (e.import_id = a.import_id OR e.created_at <= a.created_at)))
    ORDER BY e.id LIMIT ${limit}`;
  return rows.map(({ id, raw }) => ({ id, raw: readRaw(raw) ?? "" }));
}

/** An episode that was marked to be read again, with the mark that stands now. */
export type MarkedEpisode = EpisodeToRelink & { mark: bigint };

/** Episodes that were marked because another version of a profile counts now, the oldest marks first. */
export async function listMarkedEpisodes(limit: number): Promise<MarkedEpisode[]> {
  const rows = await getDb().$queryRaw<{ id: string; mark: bigint; raw: Uint8Array }[]>`
    SELECT m.episode_id AS id, m.mark, r.raw FROM episode_relinks m JOIN episode_records r ON r.episode_id = m.episode_id
    ORDER BY m.mark LIMIT ${limit}`;
  return rows.map(({ raw, ...rest }) => ({ ...rest, raw: readRaw(raw) ?? "" }));
}

/** Forgets marks, save those of episodes that were marked anew meanwhile. */
export async function forgetMarks(marked: readonly MarkedEpisode[]): Promise<void> {
  const ids = marked.map(({ id }) => id);
  const marks = marked.map(({ mark }) => mark);
  await getDb().$executeRaw`
    DELETE FROM episode_relinks m USING unnest(${ids}::text[], ${marks}::bigint[]) AS n(id, mark)
    WHERE m.episode_id = n.id AND m.mark = n.mark`;
}

const MARK_COLUMNS: readonly Column[] = [
  ["id", "text"],
  ["codename", "text"],
  ["relationship", "int"],
  ["is_hard", "boolean"],
  ["prompt_mark", "text"],
  ["prompt_mark_reason", "text"],
  ["agent1_source_id", "text"],
  ["agent2_source_id", "text"],
  ["scenario_text", "text"],
  ["meaning_hash", "text"],
  ["document", "jsonb"],
  ["repairs", "jsonb"],
];

/** What reading an episode again gave. */
export type Relinked = { id: string; parsed: ParsedEpisode; meaningHash: string };

const MARK_TYPES = MARK_COLUMNS.map(([name, type]) => `${name} ${type}`).join(", ");
const MARKED = `json_to_recordset($1::json) AS n(${MARK_TYPES})`;
const IS_FREE = `NOT EXISTS (SELECT 1 FROM study_items i JOIN studies s ON s.id = i.study_id
  WHERE i.episode_id = n.id AND s.launched_at IS NOT NULL)`;

/** What becomes of the rows: the marks, then what annotators read and what hangs on it, each only where it is another one. */
const WRITE_MARKS = [
  `UPDATE episodes e SET codename = n.codename, is_hard = n.is_hard,
     prompt_mark = n.prompt_mark, prompt_mark_reason = n.prompt_mark_reason,
     agent1_source_id = n.agent1_source_id, agent2_source_id = n.agent2_source_id, meaning_hash = n.meaning_hash
   FROM ${MARKED} WHERE e.id = n.id`,
  `UPDATE episodes e SET scenario_text = n.scenario_text, relationship = n.relationship FROM ${MARKED}
   WHERE e.id = n.id AND (e.scenario_text, e.relationship) IS DISTINCT FROM (n.scenario_text, n.relationship) AND ${IS_FREE}`,
  `UPDATE episodes e SET self_naming_count = NULL FROM ${MARKED} JOIN episode_records r ON r.episode_id = n.id
   WHERE e.id = n.id AND r.document -> 'turns' IS DISTINCT FROM n.document -> 'turns' AND ${IS_FREE}`,
  `UPDATE episode_records r SET document = n.document, repairs = n.repairs FROM ${MARKED}
   WHERE r.episode_id = n.id AND (r.document, r.repairs) IS DISTINCT FROM (n.document, n.repairs) AND ${IS_FREE}`,
] as const;

/**
 * Writes what the profiles tell about episodes: codename, marks, and what annotators read of it, the relationship and the
 * parts of the text that come from a profile. What annotators read stays as it is once a study with it was launched.
 */
export async function writeRelinked(episodes: Relinked[]): Promise<void> {
  if (episodes.length === 0) return;
  const rows = JSON.stringify(episodes.map(relinkRow));
  await inTransaction(async (client) => {
    for (const statement of WRITE_MARKS) await client.query(statement, [rows]);
    await addMissingRatings(client, episodes);
  });
}

function relinkRow({ id, parsed, meaningHash }: Relinked) {
  return storable({
    id,
    codename: parsed.codename ?? "",
    relationship: parsed.relationship,
    is_hard: isHardEpisode(parsed),
    prompt_mark: parsed.rewardsPromptMark,
    prompt_mark_reason: parsed.rewardsPromptReason?.message ?? "",
    agent1_source_id: parsed.agentSourceIds[0],
    agent2_source_id: parsed.agentSourceIds[1],
    scenario_text: parsed.document.scenario,
    meaning_hash: meaningHash,
    document: parsed.document,
    repairs: parsed.repairs,
  });
}

/** Whether an import brought characters or scenarios of which earlier episodes may now tell more. */
export async function hasImportedProfiles(importId: string): Promise<boolean> {
  const rows = await getDb().$queryRaw<{ has: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM scenarios WHERE import_id = ${importId})
      OR EXISTS (SELECT 1 FROM agent_profiles WHERE import_id = ${importId}) AS has`;
  return rows[0]?.has ?? false;
}
