import { randomUUID } from "node:crypto";
import type pg from "pg";
import { isHardEpisode } from "#lib/domain/episodes/hard-episode.ts";
import type { ParsedEpisode } from "#lib/domain/episodes/import/parsed-row.ts";
import { EPISODE_COLUMNS, JUDGE_COLUMNS, JUDGMENT_COLUMNS, JUDGMENT_RATING_COLUMNS } from "./import-columns.ts";
import type { ClassifiedRecord, ImportBatch } from "./import-types.ts";
import { packRaw } from "./raw-record.ts";
import { ByteBlock, insertRows, type RowValues } from "./recordset.ts";
import { storable, storableText } from "./storable.ts";

type NewEpisode = { item: ClassifiedRecord; parsed: ParsedEpisode; id: string };

/** The name of the judge whose ratings came with an episode that does not say who gave them. */
export const UNNAMED_JUDGE = "Imported judge (unnamed)";

/** Inserts the new episodes of a batch with their documents and the ratings that came with them. */
export async function insertEpisodes(
  client: pg.ClientBase,
  batch: ImportBatch,
  classified: ClassifiedRecord[],
): Promise<void> {
  const added = classified.flatMap((item): NewEpisode[] => {
    const { parsed } = item.source;
    const isNew = item.decision.outcome === "accepted" || item.decision.outcome === "conflict";
    if (!isNew || item.id === null || parsed.outcome === "refused" || parsed.kind !== "episode") return [];
    return [{ item, parsed, id: item.id }];
  });
  if (added.length === 0) return;
  await insertRows(
    client,
    "episodes",
    EPISODE_COLUMNS,
    added.map((episode) => episodeRow(batch, episode)),
  );
  await insertRecords(client, added);
  await insertJudgments(client, added);
  await openConflicts(client, added);
}

function episodeRow(batch: ImportBatch, { item, parsed, id }: NewEpisode): RowValues {
  const [agent1, agent2] = parsed.document.agents;
  return storable({
    id,
    source_id: parsed.sourceId,
    variant: item.decision.outcome === "conflict" ? item.decision.variant : 0,
    conflict_state: item.decision.outcome === "conflict" ? "open" : null,
    content_hash: parsed.contentHash,
    meaning_hash: item.source.meaningHash,
    dialogue_hash: parsed.dialogueHash,
    shape: parsed.shape,
    scenario_source_id: parsed.environmentSourceId,
    codename: parsed.codename ?? "",
    scenario_text: parsed.document.scenario,
    agent1_name: agent1.name,
    agent2_name: agent2.name,
    agent1_source_id: parsed.agentSourceIds[0],
    agent2_source_id: parsed.agentSourceIds[1],
    agent1_policy: parsed.agentModels[0],
    agent2_policy: parsed.agentModels[1],
    environment_model: parsed.environmentModel,
    relationship: parsed.relationship,
    tag: parsed.tag,
    turn_count: parsed.document.turns.length,
    is_hard: isHardEpisode(parsed),
    prompt_mark: parsed.rewardsPromptMark,
    prompt_mark_reason: parsed.rewardsPromptReason?.message ?? "",
    has_judgments: (parsed.judgment?.ratings.length ?? 0) > 0,
    source_file: batch.fileName,
    source_line: item.source.line,
    import_id: batch.importId,
    is_demo: batch.isDemo,
  });
}

/** The wide part. Documents and raw records are most of a file, so they are spared the way through JSON. */
async function insertRecords(client: pg.ClientBase, added: NewEpisode[]): Promise<void> {
  const block = new ByteBlock();
  const rows = added.map(({ item, parsed, id }) => {
    const document = block.add(Buffer.from(JSON.stringify(storable(parsed.document))));
    const raw = block.add(packRaw(item.source.text));
    const facts = { endReason: parsed.endReason, judgmentGaps: parsed.judgment?.incomplete ?? [] };
    return [id, document.from, document.length, raw.from, raw.length, storable(parsed.repairs), storable(facts)];
  });
  await client.query(
    `INSERT INTO episode_records (episode_id, document, raw, repairs, facts)
     SELECT r->>0, convert_from(substring($2::bytea FROM (r->>1)::int FOR (r->>2)::int), 'UTF8')::jsonb,
       substring($2::bytea FROM (r->>3)::int FOR (r->>4)::int), (r->5)::jsonb, (r->6)::jsonb
     FROM json_array_elements($1::json) AS r`,
    [JSON.stringify(rows), block.bytes()],
  );
}

function judgeName(parsed: ParsedEpisode): string {
  return storableText(parsed.judgment?.judgeModel || UNNAMED_JUDGE);
}

async function insertJudgments(client: pg.ClientBase, added: NewEpisode[]): Promise<void> {
  const judged = added.filter(({ parsed }) => (parsed.judgment?.ratings.length ?? 0) > 0);
  if (judged.length === 0) return;
  const judges = await judgeIds(client, [...new Set(judged.map(({ parsed }) => judgeName(parsed)))]);
  const judgments: RowValues[] = [];
  const ratings: RowValues[] = [];
  for (const { parsed, id } of judged) {
    const judgmentId = randomUUID();
    judgments.push({ id: judgmentId, episode_id: id, judge_id: judges.get(judgeName(parsed)) });
    for (const rating of parsed.judgment?.ratings ?? []) {
      ratings.push({ judgment_id: judgmentId, ...rating, rationale: storableText(rating.rationale) });
    }
  }
  await insertRows(client, "judgments", JUDGMENT_COLUMNS, judgments);
  await insertRows(client, "judgment_ratings", JUDGMENT_RATING_COLUMNS, ratings);
}

async function findJudges(client: pg.ClientBase, names: string[]): Promise<Map<string, string>> {
  const answer = await client.query<{ id: string; name: string }>(`SELECT id, name FROM judges WHERE name = ANY($1)`, [
    names,
  ]);
  return new Map(answer.rows.map((row) => [row.name, row.id]));
}

/** The ids of judges by name; those that are new are made. */
async function judgeIds(client: pg.ClientBase, names: string[]): Promise<Map<string, string>> {
  const known = await findJudges(client, names);
  const missing = names.filter((name) => !known.has(name));
  if (missing.length === 0) return known;
  const rows = missing.map((name) => ({ id: randomUUID(), name, model: name === UNNAMED_JUDGE ? "" : name }));
  await insertRows(client, "judges", JUDGE_COLUMNS, rows, "ON CONFLICT (name) DO NOTHING");
  return findJudges(client, names);
}

/** A new version reopens the question for all versions of its source id. */
async function openConflicts(client: pg.ClientBase, added: NewEpisode[]): Promise<void> {
  const ids = added
    .filter(({ item }) => item.decision.outcome === "conflict")
    .map(({ parsed }) => storableText(parsed.sourceId));
  if (ids.length === 0) return;
  await client.query(
    `UPDATE episodes SET conflict_state = 'open' WHERE source_id = ANY($1) AND conflict_state IS DISTINCT FROM 'open'`,
    [ids],
  );
}
