import { type AnalysisQuestion, analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { repeatRows } from "./sql.ts";

/** One version of an analysis: what it asked, when it was saved, and by whom (null where nobody with an account did). */
export type StoredVersion = { number: number; createdAt: Date; createdBy: string | null; question: AnalysisQuestion };

/** The newest versions of an analysis, at most `limit`, the newest first; none where there is no such analysis. */
export async function listAnalysisVersions(analysisId: string, limit: number): Promise<StoredVersion[]> {
  const rows = await repeatRows<StoredVersion>(
    `SELECT v.number, v.created_at AS "createdAt", u.name AS "createdBy", v.question
     FROM analysis_versions v LEFT JOIN users u ON u.id = v.created_by_id
     WHERE v.analysis_id = $1 ORDER BY v.number DESC LIMIT $2`,
    [analysisId, limit],
  );
  return rows.map((row) => ({ ...row, question: analysisQuestionSchema.parse(row.question) }));
}
