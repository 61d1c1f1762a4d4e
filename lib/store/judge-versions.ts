import type pg from "pg";
import { type DbOrTransaction, getDb } from "./db.ts";

/** SQL for the key of a judge whose judgments came with episodes; `id` is its column. */
export function episodeJudgeKeySql(id: string): string {
  return `'judge:episodes:' || ${id}`;
}

/** SQL for the key of a judge in files of ratings; `raterKey` is its column. */
export function fileJudgeKeySql(raterKey: string): string {
  return `'judge:' || ${raterKey}`;
}

/** SQL for the version of a judge: as its source has it, else as somebody named it afterwards, else empty. */
export function judgeVersionSql(version: string, judgeKey: string): string {
  return `coalesce(nullif(${version}, ''), (SELECT v.version FROM judge_versions v
    WHERE v.judge_key = ${judgeKey} AND v.overtaken_at IS NULL), '')`;
}

/** What somebody said of the versions of these judges, by key; only what still holds. */
export async function readNamedVersions(judgeKeys: readonly string[]): Promise<Map<string, string>> {
  if (judgeKeys.length === 0) return new Map();
  const rows = await getDb().judgeVersion.findMany({ where: { judgeKey: { in: [...judgeKeys] }, overtakenAt: null } });
  return new Map(rows.map(({ judgeKey, version }) => [judgeKey, version]));
}

/**
 * Ends what was said of these judges' versions, because ratings without a version came after it: they may be of another
 * one. Call it in the transaction that brings them.
 */
export async function overtakeNamedVersions(client: pg.ClientBase, judgeKeys: readonly string[]): Promise<void> {
  if (judgeKeys.length === 0) return;
  await client.query(
    `UPDATE judge_versions SET overtaken_at = now() WHERE judge_key = ANY($1) AND overtaken_at IS NULL`,
    [judgeKeys],
  );
}

/** A judge as its sources have it, what somebody said of its version, and where its ratings are. */
export type StoredJudge = {
  key: string;
  name: string;
  model: string;
  /** As the sources have it; empty where they do not. */
  version: string;
  /** As somebody said; null where nobody did. */
  named: { version: string; at: string; isOvertaken: boolean } | null;
  isDemo: boolean;
  /** Episodes that its judgments came with. */
  episodes: number;
  files: { id: string; name: string }[];
};

const READ = `
  WITH found AS (
    SELECT ${episodeJudgeKeySql("j.id")} AS key, j.name, j.model, j.version, j.is_demo AS "isDemo",
      (SELECT count(*)::int FROM judgments g WHERE g.judge_id = j.id) AS episodes, '[]'::json AS files
    FROM judges j
    UNION ALL
    SELECT ${fileJudgeKeySql("r.rater_key")}, r.name, r.model, r.version, bool_and(i.is_demo), 0,
      json_agg(json_build_object('id', i.id, 'name', i.file_name) ORDER BY i.created_at DESC, i.id)
    FROM imported_raters r JOIN rating_imports i ON i.id = r.import_id AND i.state = 'completed'
    WHERE r.kind = 'judge' GROUP BY r.rater_key, r.name, r.model, r.version)
  SELECT found.*, CASE WHEN v.judge_key IS NOT NULL THEN json_build_object('version', v.version, 'at', v.named_at,
    'isOvertaken', v.overtaken_at IS NOT NULL) END AS named
  FROM found LEFT JOIN judge_versions v ON v.judge_key = found.key
  WHERE found.episodes > 0 OR json_array_length(found.files) > 0 ORDER BY found.name, found.version, found.key`;

/** Every judge that has ratings here, by name. */
export async function listStoredJudges(db: DbOrTransaction = getDb()): Promise<StoredJudge[]> {
  return db.$queryRawUnsafe<StoredJudge[]>(READ);
}

/** Writes what somebody says of a judge's version; null takes it back. */
export async function writeNamedVersion(
  db: DbOrTransaction,
  judgeKey: string,
  named: { version: string; at: Date } | null,
): Promise<void> {
  if (!named) {
    await db.judgeVersion.deleteMany({ where: { judgeKey } });
    return;
  }
  const row = { version: named.version, namedAt: named.at, overtakenAt: null };
  await db.judgeVersion.upsert({ where: { judgeKey }, create: { judgeKey, ...row }, update: row });
}
