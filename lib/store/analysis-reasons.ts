import type { CellReasons } from "#lib/domain/analysis/findings/disagreements.ts";
import type { AnalysisSources } from "./analysis-columns.ts";
import { episodeJudgeKeySql, fileJudgeKeySql, judgeVersionSql } from "./judge-versions.ts";
import { repeatRows } from "./sql.ts";

type Reason = CellReasons["ratings"][number];

const ITEM_KEY = `(e.source_id = $1 OR e.source_id || ' variant ' || e.variant = $1)`;

const FROM_STUDIES = `
  SELECT p.pseudonym AS rater, 'human' AS kind, g.score::float8 AS score, g.rationale, g.evidence
  FROM ratings g JOIN annotations n ON n.id = g.annotation_id AND n.state = 'submitted'
  JOIN assignments a ON a.id = n.assignment_id JOIN annotators p ON p.id = a.annotator_id AND NOT p.is_preview
  JOIN study_items i ON i.id = a.study_item_id JOIN episodes e ON e.id = i.episode_id
  WHERE ${ITEM_KEY} AND g.agent = $2 AND g.dimension = $3 AND g.study_id = ANY($4::text[]) AND n.excluded_at IS NULL
  ORDER BY p.pseudonym`;

/** A rater's name, a judge's with the version that somebody said: reasons of two versions must be told apart. */
function named(table: "r" | "j", judgeKey: string): string {
  return `${table}.name || coalesce(' (' || nullif(${judgeVersionSql(`${table}.version`, judgeKey)}, '') || ')', '')`;
}

const FROM_IMPORTS = `
  SELECT ${named("r", fileJudgeKeySql("r.rater_key"))} AS rater, r.kind, g.score, g.rationale, '{}'::int[] AS evidence
  FROM imported_units u JOIN imported_ratings g ON g.unit_id = u.id
  JOIN imported_raters r ON r.id = g.rater_id JOIN imported_dimensions d ON d.id = g.dimension_id
  WHERE u.item_key = $1 AND u.agent = $2 AND d.key = $3 AND ((r.kind = 'human' AND u.import_id = ANY($4::text[]))
      OR (r.kind = 'judge' AND u.import_id = ANY($6::text[]) AND r.rater_key = ANY($5::text[])))
  ORDER BY r.kind, r.name, g.occurrence`;

const FROM_JUDGMENTS = `
  SELECT ${named("j", episodeJudgeKeySql("j.id"))} AS rater, 'judge' AS kind, g.score::float8 AS score, g.rationale, '{}'::int[] AS evidence
  FROM judgments m JOIN judges j ON j.id = m.judge_id JOIN episodes e ON e.id = m.episode_id
  JOIN judgment_ratings g ON g.judgment_id = m.id
  WHERE ${ITEM_KEY} AND g.agent = $2 AND g.dimension = $3 AND m.judge_id = ANY($4::text[]) ORDER BY j.name, j.version`;

/** What both sides gave as reasons for one cell, people first. `dimension` is the key as the sources have it. */
export async function readCellReasons(
  { studyIds, importIds, judgeImportIds = [], judges }: AnalysisSources,
  cell: { itemKey: string; agent: number; dimension: string },
): Promise<Reason[]> {
  const place = [cell.itemKey, cell.agent, cell.dimension];
  const ofEpisodes = judges.filter((key) => key.startsWith("judge:episodes:")).map((key) => key.slice(15));
  const imported = judges.map((key) => key.replace(/^judge:/, ""));
  const rows = [
    ...(await repeatRows<Reason>(FROM_STUDIES, [...place, studyIds])),
    ...(await repeatRows<Reason>(FROM_IMPORTS, [...place, importIds, imported, [...importIds, ...judgeImportIds]])),
    ...(await repeatRows<Reason>(FROM_JUDGMENTS, [...place, ofEpisodes])),
  ];
  return rows.sort((a, b) => Number(a.kind === "judge") - Number(b.kind === "judge"));
}
