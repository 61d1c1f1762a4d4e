import { type AnalysisQuestion, analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import type { DbOrTransaction } from "./db.ts";
import type { Prisma } from "./generated/client.ts";
import { repeatRows } from "./sql.ts";

/** An analysis at one of its versions. */
export type StoredAnalysis = {
  id: string;
  name: string;
  isDemo: boolean;
  createdById: string | null;
  createdAt: Date;
  updatedAt: Date;
  archivedAt: Date | null;
  /** The version that was read, and the newest one. */
  version: number;
  latestVersion: number;
  question: AnalysisQuestion;
};

/** One line of the list. */
export type AnalysisSummary = {
  id: string;
  name: string;
  isDemo: boolean;
  createdBy: string | null;
  updatedAt: Date;
  version: number;
  studies: number;
  imports: number;
  judges: number;
};

/** One analysis at a version, the newest without one; null when there is no such analysis or version. */
export async function findAnalysis(analysisId: string, version?: number): Promise<StoredAnalysis | null> {
  // One statement, as every change of a filter asks for it.
  const [row] = await repeatRows<StoredAnalysis>(
    `SELECT a.id, a.name, a.is_demo AS "isDemo", a.created_by_id AS "createdById", a.created_at AS "createdAt",
       a.updated_at AS "updatedAt", a.archived_at AS "archivedAt", v.number AS version, v.question,
       (SELECT max(number) FROM analysis_versions WHERE analysis_id = a.id) AS "latestVersion"
     FROM analyses a JOIN LATERAL (SELECT number, question FROM analysis_versions
       WHERE analysis_id = a.id AND ($2::int IS NULL OR number = $2) ORDER BY number DESC LIMIT 1) v ON true
     WHERE a.id = $1`,
    [analysisId, version ?? null],
  );
  return row ? { ...row, question: analysisQuestionSchema.parse(row.question) } : null;
}

/** Analyses that are not put away, the last changed first. */
export async function listAnalysisSummaries(options: {
  limit: number;
  after: { updatedAt: Date; id: string } | null;
}): Promise<AnalysisSummary[]> {
  return repeatRows<AnalysisSummary>(
    `SELECT a.id, a.name, a.is_demo AS "isDemo", u.name AS "createdBy", a.updated_at AS "updatedAt", v.number AS version,
       jsonb_array_length(v.question -> 'studyIds') AS studies, jsonb_array_length(v.question -> 'importIds') AS imports,
       jsonb_array_length(v.question -> 'judges') AS judges
     FROM analyses a
     JOIN LATERAL (SELECT number, question FROM analysis_versions
       WHERE analysis_id = a.id ORDER BY number DESC LIMIT 1) v ON true
     LEFT JOIN users u ON u.id = a.created_by_id
     WHERE a.archived_at IS NULL AND ($2::timestamptz IS NULL OR (a.updated_at, a.id) < ($2, $3))
     ORDER BY a.updated_at DESC, a.id DESC LIMIT $1`,
    [options.limit, options.after?.updatedAt ?? null, options.after?.id ?? ""],
  );
}

/** Makes an analysis with its first version. */
export async function insertAnalysis(
  db: DbOrTransaction,
  input: { id: string; name: string; question: AnalysisQuestion; createdById: string | null; at: Date },
): Promise<void> {
  const { id, name, question, createdById, at } = input;
  await db.analysis.create({ data: { id, name, createdById, createdAt: at, updatedAt: at } });
  await insertVersion(db, { analysisId: id, number: 1, question, createdById, at });
}

/** Adds a version. Two people who change one version at once get the same number: the second insert breaks the key. */
export async function insertVersion(
  db: DbOrTransaction,
  input: { analysisId: string; number: number; question: AnalysisQuestion; createdById: string | null; at: Date },
): Promise<void> {
  const { question, at, ...rest } = input;
  await db.analysisVersion.create({
    data: { ...rest, question: question as unknown as Prisma.InputJsonValue, createdAt: at },
  });
}

/** Changes the name, the time of the last change, or puts an analysis away. */
export async function updateAnalysisRow(
  db: DbOrTransaction,
  analysisId: string,
  data: { name?: string; updatedAt?: Date; archivedAt?: Date | null },
): Promise<void> {
  await db.analysis.update({ where: { id: analysisId }, data });
}
