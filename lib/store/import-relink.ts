import { isHardEpisode } from "#lib/domain/episodes/hard-episode.ts";
import type { ParsedEpisode } from "#lib/domain/episodes/import/parsed-row.ts";
import { getDb, getPool } from "./db.ts";
import { unpackRaw } from "./raw-record.ts";
import type { Column } from "./recordset.ts";
import { storable } from "./storable.ts";

/** An episode that is to be read again because a profile it names has arrived: its id and its raw record. */
export type EpisodeToRelink = { id: string; raw: string };

/**
 * Episodes that name characters or scenarios of this import and came before it or with it, by id after `after`.
 * The record is read again from its raw text, so that the order in which files arrive makes no difference.
 */
export async function listEpisodesToRelink(importId: string, after: string, limit: number): Promise<EpisodeToRelink[]> {
  const rows = await getDb().$queryRaw<{ id: string; raw: Uint8Array }[]>`
    SELECT e.id, r.raw FROM episodes e JOIN episode_records r ON r.episode_id = e.id
    WHERE e.id > ${after} AND NOT e.is_demo AND e.shape <> 'demo' AND (
      EXISTS (SELECT 1 FROM scenarios s WHERE s.import_id = ${importId} AND s.variant = 0
        AND s.source_id = e.scenario_source_id AND (e.import_id = s.import_id OR e.created_at <= s.created_at))
      OR EXISTS (SELECT 1 FROM agent_profiles a WHERE a.import_id = ${importId} AND a.variant = 0
        AND a.source_id IN (e.agent1_source_id, e.agent2_source_id)
        AND (e.import_id = a.import_id OR e.created_at <= a.created_at)))
    ORDER BY e.id LIMIT ${limit}`;
  return rows.map(({ id, raw }) => ({ id, raw: unpackRaw(raw) }));
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

/**
 * Writes what the profiles tell about episodes: codename, relationship, marks, and the parts of the text that come
 * from a profile. The text of an episode that already stands in a study stays as it is: people have read it.
 */
export async function writeRelinked(episodes: Relinked[]): Promise<void> {
  if (episodes.length === 0) return;
  const types = MARK_COLUMNS.map(([name, type]) => `${name} ${type}`).join(", ");
  const rows = JSON.stringify(episodes.map(relinkRow));
  const client = await getPool().connect();
  try {
    await client.query("BEGIN");
    await client.query(
      `UPDATE episodes e SET codename = n.codename, relationship = n.relationship, is_hard = n.is_hard,
         prompt_mark = n.prompt_mark, prompt_mark_reason = n.prompt_mark_reason,
         agent1_source_id = n.agent1_source_id, agent2_source_id = n.agent2_source_id, meaning_hash = n.meaning_hash
       FROM json_to_recordset($1::json) AS n(${types}) WHERE e.id = n.id`,
      [rows],
    );
    const free = `NOT EXISTS (SELECT 1 FROM study_items i WHERE i.episode_id = n.id)`;
    await client.query(
      `UPDATE episodes e SET scenario_text = n.scenario_text
       FROM json_to_recordset($1::json) AS n(${types}) WHERE e.id = n.id AND e.scenario_text <> n.scenario_text AND ${free}`,
      [rows],
    );
    await client.query(
      `UPDATE episodes e SET self_naming_count = NULL
       FROM json_to_recordset($1::json) AS n(${types}) JOIN episode_records r ON r.episode_id = n.id
       WHERE e.id = n.id AND r.document -> 'turns' <> n.document -> 'turns' AND ${free}`,
      [rows],
    );
    await client.query(
      `UPDATE episode_records r SET document = n.document, repairs = n.repairs
       FROM json_to_recordset($1::json) AS n(${types})
       WHERE r.episode_id = n.id AND (r.document, r.repairs) IS DISTINCT FROM (n.document, n.repairs) AND ${free}`,
      [rows],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
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
