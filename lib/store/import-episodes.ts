import { randomUUID } from "node:crypto";
import type pg from "pg";
import { openConflicts } from "./conflicts.ts";
import { isNew } from "./import-classify.ts";
import {
  EPISODE_COLUMNS,
  JUDGE_COLUMNS,
  JUDGMENT_COLUMNS,
  JUDGMENT_RATING_COLUMNS,
  SELF_NAMING_COLUMNS,
} from "./import-columns.ts";
import { UNNAMED_JUDGE } from "./import-contents.ts";
import type { ClassifiedRecord, EpisodeContent, ImportBatch } from "./import-types.ts";
import { overtakeNamedVersions } from "./judge-versions.ts";
import { ByteBlock, insertRows, type RowValues } from "./recordset.ts";

type NewEpisode = { item: ClassifiedRecord; content: EpisodeContent; id: string };

/** Inserts the new episodes of a batch with their documents and the ratings that came with them. */
export async function insertEpisodes(
  client: pg.ClientBase,
  batch: ImportBatch,
  classified: ClassifiedRecord[],
): Promise<void> {
  const added = classified.flatMap((item): NewEpisode[] => {
    const { content } = item.source;
    if (item.id === null || content.outcome === "refused" || content.kind !== "episode" || !isNew(item)) return [];
    return [{ item, content, id: item.id }];
  });
  if (added.length === 0) return;
  await insertRows(
    client,
    "episodes",
    EPISODE_COLUMNS,
    added.map((episode) => episodeRow(batch, episode)),
  );
  await insertRecords(client, added);
  await insertJudgments(client, added, batch.judgeVersion);
  await insertRows(
    client,
    "self_namings",
    SELF_NAMING_COLUMNS,
    added.flatMap(({ content, id }) => content.namings.map((naming) => ({ episode_id: id, ...naming }))),
  );
  const inConflict = added.filter(({ item }) => item.decision.outcome === "conflict");
  await openConflicts(
    client,
    "episodes",
    inConflict.map(({ content }) => content.sourceId),
  );
}

function episodeRow(batch: ImportBatch, { item, content, id }: NewEpisode): RowValues {
  const isConflict = item.decision.outcome === "conflict";
  return {
    ...content.row,
    id,
    source_id: content.sourceId,
    variant: item.decision.outcome === "conflict" ? item.decision.variant : 0,
    conflict_state: isConflict ? "open" : null,
    content_hash: content.contentHash,
    meaning_hash: content.meaningHash,
    source_file: batch.fileName,
    source_line: item.source.line,
    import_id: batch.importId,
    is_demo: batch.isDemo,
  };
}

/** The wide part. Documents and raw records are most of a file, so they are spared the way through JSON. */
async function insertRecords(client: pg.ClientBase, added: NewEpisode[]): Promise<void> {
  const block = new ByteBlock();
  const rows = added.map(({ content, id }) => {
    const document = block.add(content.document);
    const raw = block.add(content.raw);
    const { repairs, facts } = content.notes;
    return [id, document.from, document.length, raw.from, raw.length, repairs, facts];
  });
  await client.query(
    `INSERT INTO episode_records (episode_id, document, raw, repairs, facts)
     SELECT r->>0, convert_from(substring($2::bytea FROM (r->>1)::int FOR (r->>2)::int), 'UTF8')::jsonb,
       substring($2::bytea FROM (r->>3)::int FOR (r->>4)::int), (r->5)::jsonb, (r->6)::jsonb
     FROM json_array_elements($1::json) AS r`,
    [JSON.stringify(rows), block.bytes()],
  );
}

async function insertJudgments(client: pg.ClientBase, added: NewEpisode[], version: string): Promise<void> {
  const judged = added.filter(({ content }) => content.ratings.length > 0);
  if (judged.length === 0) return;
  const judges = await judgeIds(client, [...new Set(judged.map(({ content }) => content.judge))], version);
  if (version === "")
    await overtakeNamedVersions(
      client,
      [...judges.values()].map((id) => `judge:episodes:${id}`),
    );
  const judgments: RowValues[] = [];
  const ratings: RowValues[] = [];
  for (const { content, id } of judged) {
    const judgmentId = randomUUID();
    judgments.push({ id: judgmentId, episode_id: id, judge_id: judges.get(content.judge) });
    for (const rating of content.ratings) ratings.push({ judgment_id: judgmentId, ...rating });
  }
  await insertRows(client, "judgments", JUDGMENT_COLUMNS, judgments);
  await insertRows(client, "judgment_ratings", JUDGMENT_RATING_COLUMNS, ratings);
}

async function findJudges(client: pg.ClientBase, names: string[], version: string): Promise<Map<string, string>> {
  const answer = await client.query<{ id: string; name: string }>(
    `SELECT id, name FROM judges WHERE name = ANY($1) AND version = $2`,
    [names, version],
  );
  return new Map(answer.rows.map((row) => [row.name, row.id]));
}

/** The ids of judges of one version by name; those that are new are made. */
async function judgeIds(client: pg.ClientBase, names: string[], version: string): Promise<Map<string, string>> {
  const known = await findJudges(client, names, version);
  const missing = names.filter((name) => !known.has(name));
  if (missing.length === 0) return known;
  const rows = missing.map((name) => ({ id: randomUUID(), name, model: name === UNNAMED_JUDGE ? "" : name, version }));
  await insertRows(client, "judges", JUDGE_COLUMNS, rows, "ON CONFLICT (name, version) DO NOTHING");
  return findJudges(client, names, version);
}
