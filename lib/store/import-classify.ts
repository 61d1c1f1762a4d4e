import { randomUUID } from "node:crypto";
import type pg from "pg";
import { decideImport, type KnownVersion } from "#lib/domain/episodes/import-decision.ts";
import { PROFILE_TABLES } from "./import-columns.ts";
import type { ClassifiedRecord, EpisodeContent, ImportRecord, ProfileContent } from "./import-types.ts";

type Taken = EpisodeContent | ProfileContent;

/** The table that keeps a kind of record. */
function tableOf(kind: Taken["kind"]): string {
  return kind === "episode" ? "episodes" : PROFILE_TABLES[kind].table;
}

/** Whether a record gets a row of its own: it is the first under its id, or contradicts those that are there. */
export function isNew({ decision }: ClassifiedRecord): boolean {
  return decision.outcome === "accepted" || decision.outcome === "conflict";
}

/** Finds out, with one query per kind of record, which records are new, unchanged or in conflict. */
export async function classifyRecords(client: pg.ClientBase, records: ImportRecord[]): Promise<ClassifiedRecord[]> {
  const known = await findKnown(client, records);
  return records.map((source) => {
    const { content } = source;
    if (content.outcome === "refused") return { source, decision: { outcome: "refused" }, id: null };
    const hashes = { contentHash: content.contentHash, meaningHash: content.meaningHash };
    const versions = known.of(content);
    const decision = decideImport(versions, hashes);
    if (decision.outcome === "unchanged") return { source, decision, id: decision.met.id };
    const id = randomUUID();
    // Later records of the same batch must meet this one.
    versions.push({ id, variant: decision.variant, ...hashes });
    return { source, decision, id };
  });
}

async function findKnown(client: pg.ClientBase, records: ImportRecord[]) {
  const byKind = new Map<string, Map<string, KnownVersion[]>>();
  for (const { content } of records) {
    if (content.outcome === "refused") continue;
    const ids = byKind.get(content.kind) ?? new Map<string, KnownVersion[]>();
    ids.set(content.sourceId, []);
    byKind.set(content.kind, ids);
  }
  for (const [kind, ids] of byKind) await readVersions(client, kind as Taken["kind"], ids);
  return {
    of: ({ kind, sourceId }: Taken): KnownVersion[] => byKind.get(kind)?.get(sourceId) ?? [],
  };
}

async function readVersions(client: pg.ClientBase, kind: Taken["kind"], ids: Map<string, KnownVersion[]>) {
  const meaning = kind === "episode" ? "meaning_hash" : "''";
  const answer = await client.query<KnownVersion & { sourceId: string }>(
    `SELECT id, source_id AS "sourceId", variant, content_hash AS "contentHash", ${meaning} AS "meaningHash"
     FROM "${tableOf(kind)}" WHERE source_id = ANY($1) ORDER BY source_id, variant`,
    [[...ids.keys()]],
  );
  for (const { sourceId, ...version } of answer.rows) ids.get(sourceId)?.push(version);
}
