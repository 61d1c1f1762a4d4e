import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { ParsedEpisode, ParsedProfile } from "#lib/domain/episodes/import/parsed-row.ts";
import { decideImport, type KnownVersion } from "#lib/domain/episodes/import-decision.ts";
import { PROFILE_TABLES } from "./import-columns.ts";
import type { ClassifiedRecord, ImportRecord } from "./import-types.ts";
import { storableText } from "./storable.ts";

type Taken = ParsedEpisode | ParsedProfile;

/** The table that keeps a kind of record. */
function tableOf(kind: Taken["kind"]): string {
  return kind === "episode" ? "episodes" : PROFILE_TABLES[kind].table;
}

/** Finds out, with one query per kind of record, which records are new, unchanged or in conflict. */
export async function classifyRecords(client: pg.ClientBase, records: ImportRecord[]): Promise<ClassifiedRecord[]> {
  const known = await findKnown(client, records);
  return records.map((source) => {
    if (source.parsed.outcome === "refused") return { source, decision: { outcome: "refused" }, id: null };
    const hashes = { contentHash: source.parsed.contentHash, meaningHash: source.meaningHash };
    const versions = known.of(source.parsed);
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
  for (const { parsed } of records) {
    if (parsed.outcome === "refused") continue;
    const ids = byKind.get(parsed.kind) ?? new Map<string, KnownVersion[]>();
    ids.set(storableText(parsed.sourceId), []);
    byKind.set(parsed.kind, ids);
  }
  for (const [kind, ids] of byKind) await readVersions(client, kind as Taken["kind"], ids);
  return {
    of: (parsed: Taken): KnownVersion[] => byKind.get(parsed.kind)?.get(storableText(parsed.sourceId)) ?? [],
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
