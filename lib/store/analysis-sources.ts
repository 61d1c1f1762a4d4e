import type { JudgeFile } from "#lib/domain/analysis/judge-files.ts";
import { offeredJudgeName } from "#lib/domain/analysis/judge-name.ts";
import { episodeJudgeKeySql, fileJudgeKeySql, judgeVersionSql } from "./judge-versions.ts";
import { repeatRows } from "./sql.ts";

/** A study whose ratings an analysis may read; `createdAt` is ISO 8601, in UTC. */
export type StudySource = {
  id: string;
  name: string;
  state: string;
  isDemo: boolean;
  annotations: number;
  createdAt: string;
};

/** A file of ratings; `humans` counts people, judges are listed by key. */
export type ImportSource = {
  id: string;
  fileName: string;
  isDemo: boolean;
  ratings: number;
  humans: number;
  judges: { key: string; name: string }[];
  /** ISO 8601, in UTC. */
  createdAt: string;
  /** Imports that hold some of the same ratings; `isLater` where the other one came in after this one. */
  overlaps: { importId: string; isLater: boolean; shared: number; differing: number }[];
};

/** A judge whose judgments came with episodes. */
export type JudgeSource = { key: string; name: string; isDemo: boolean; judgments: number };

/** SQL for a moment as ISO 8601 in UTC, to the second. */
function isoUtc(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
}

/** Everything that an analysis may read from, newest first: studies with submitted annotations, finished imports, judges. */
export async function listAnalysisSources(): Promise<{
  studies: StudySource[];
  imports: ImportSource[];
  judges: JudgeSource[];
}> {
  const studies = await listStudySources();
  const imports = await listImportSources();
  return { studies, imports, judges: await listJudgeSources() };
}

function listStudySources(): Promise<StudySource[]> {
  return repeatRows<StudySource>(
    `SELECT s.id, s.name, s.state::text, s.is_demo AS "isDemo", count(n.id)::int AS annotations,
       ${isoUtc("s.created_at")} AS "createdAt"
     FROM studies s JOIN annotations n ON n.study_id = s.id AND n.state = 'submitted'
     GROUP BY s.id ORDER BY s.created_at DESC, s.id`,
    [],
  );
}

async function listImportSources(): Promise<ImportSource[]> {
  const imports = await repeatRows<Omit<ImportSource, "judges"> & { judges: OfferedJudge[] }>(
    `SELECT i.id, i.file_name AS "fileName", i.is_demo AS "isDemo", i.rating_count AS ratings,
       (SELECT count(*)::int FROM imported_raters r WHERE r.import_id = i.id AND r.kind = 'human') AS humans,
       (SELECT coalesce(json_agg(json_build_object('key', 'judge:' || r.rater_key, 'name', r.name, 'model', r.model,
          'version', ${judgeVersionSql("r.version", fileJudgeKeySql("r.rater_key"))}) ORDER BY r.name, r.rater_key), '[]')
        FROM imported_raters r WHERE r.import_id = i.id AND r.kind = 'judge') AS judges,
       ${isoUtc("i.created_at")} AS "createdAt",
       (SELECT coalesce(json_agg(json_build_object(
          'importId', CASE WHEN o.later_id = i.id THEN o.earlier_id ELSE o.later_id END, 'isLater', o.earlier_id = i.id,
          'shared', o.shared_count, 'differing', o.differing_count) ORDER BY o.shared_count DESC, o.later_id, o.earlier_id), '[]')
        FROM rating_import_overlaps o WHERE i.id IN (o.later_id, o.earlier_id)) AS overlaps
     FROM rating_imports i WHERE i.state = 'completed' ORDER BY i.created_at DESC, i.id`,
    [],
  );
  return imports.map((source) => ({ ...source, judges: source.judges.map(toOffered) }));
}

async function listJudgeSources(): Promise<JudgeSource[]> {
  const judges = await repeatRows<JudgeSource & OfferedJudge>(
    `SELECT 'judge:episodes:' || j.id AS key, j.name, j.model,
       ${judgeVersionSql("j.version", episodeJudgeKeySql("j.id"))} AS version, j.is_demo AS "isDemo", count(g.id)::int AS judgments
     FROM judges j JOIN judgments g ON g.judge_id = j.id GROUP BY j.id ORDER BY count(g.id) DESC, j.name, j.version`,
    [],
  );
  return judges.map(({ isDemo, judgments, ...judge }) => ({ ...toOffered(judge), isDemo, judgments }));
}

type OfferedJudge = { key: string; name: string; model: string; version: string };

function toOffered({ key, ...judge }: OfferedJudge): { key: string; name: string } {
  return { key, name: offeredJudgeName(judge) };
}

/** Of how many items that the people of one study or import rated one judge has ratings too. */
export type SharedItems = { key: string; sourceId: string; items: number };

/** How many items each judge shares with the people of each of these sources; pairs that share none are left out. */
export async function countSharedItems(studyIds: readonly string[], importIds: readonly string[]) {
  return repeatRows<SharedItems>(
    `WITH people AS (
       SELECT DISTINCT n.study_id AS source, e.source_id AS item FROM annotations n JOIN assignments a ON a.id = n.assignment_id
       JOIN study_items s ON s.id = a.study_item_id JOIN episodes e ON e.id = s.episode_id
       WHERE n.study_id = ANY($1::text[]) AND n.state = 'submitted'
       UNION ALL SELECT DISTINCT u.import_id, u.item_key FROM imported_units u WHERE u.import_id = ANY($2::text[]) AND EXISTS (
         SELECT 1 FROM imported_ratings g JOIN imported_raters r ON r.id = g.rater_id AND r.kind = 'human'
         WHERE g.unit_id = u.id))
     SELECT 'judge:' || r.rater_key AS key, p.source AS "sourceId", count(DISTINCT u.item_key)::int AS items
     FROM imported_raters r JOIN rating_imports i ON i.id = r.import_id AND i.state = 'completed'
     JOIN imported_units u ON u.import_id = r.import_id JOIN people p ON p.item = u.item_key
     WHERE r.kind = 'judge' AND EXISTS (SELECT 1 FROM imported_ratings g WHERE g.unit_id = u.id AND g.rater_id = r.id)
     GROUP BY r.rater_key, p.source
     UNION ALL SELECT 'judge:episodes:' || g.judge_id, p.source, count(DISTINCT e.source_id)::int
     FROM judgments g JOIN episodes e ON e.id = g.episode_id JOIN people p ON p.item = e.source_id
     GROUP BY g.judge_id, p.source`,
    [studyIds, importIds],
  );
}

/** The finished imports that hold one of these judges, with how many people each holds beside them. */
export async function listJudgeFiles(judges: readonly string[]): Promise<JudgeFile[]> {
  return repeatRows<JudgeFile>(
    `SELECT i.id, (SELECT count(*)::int FROM imported_raters h WHERE h.import_id = i.id AND h.kind = 'human') AS humans,
       json_agg(json_build_object('key', 'judge:' || r.rater_key)) AS judges
     FROM rating_imports i JOIN imported_raters r ON r.import_id = i.id AND r.kind = 'judge'
     WHERE i.state = 'completed' AND 'judge:' || r.rater_key = ANY($1::text[]) GROUP BY i.id ORDER BY i.created_at DESC, i.id`,
    [judges],
  );
}

/** Of these studies and imports, those that this person made: the owner alone sees flags of annotators. */
export async function listOwnSources(userId: string, sourceIds: readonly string[]): Promise<string[]> {
  const rows = await repeatRows<{ id: string }>(
    `SELECT id FROM studies WHERE id = ANY($2::text[]) AND created_by_id = $1
     UNION ALL SELECT id FROM rating_imports WHERE id = ANY($2::text[]) AND created_by_id = $1`,
    [userId, sourceIds],
  );
  return rows.map(({ id }) => id);
}
