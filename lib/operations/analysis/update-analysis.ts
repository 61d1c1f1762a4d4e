import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { analysisNameSchema, askedQuestionSchema } from "#lib/domain/analysis/question.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { insertVersion, updateAnalysisRow } from "#lib/store/analyses.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { sqlState } from "#lib/store/sql.ts";
import { defineOperation } from "../define-operation.ts";
import { requireAnalysis } from "./analysis-input.ts";

/**
 * Changes an analysis. Another question becomes a new version, so that links to older ones keep their numbers; the same
 * question does not. Throws `CONFLICT` when somebody else has changed it since `version`.
 */
export const updateAnalysis = defineOperation({
  name: "analysis/update-analysis",
  permission: "analyses.write",
  input: z.object({
    analysisId: z.string().min(1).max(100),
    /** The version that the changes start from. */
    version: z.coerce.number().int().min(1),
    name: analysisNameSchema,
    question: askedQuestionSchema,
  }),
  deps: { now: () => new Date() },
  run: async (actor, { analysisId, version, name, question }, { now }) => {
    const analysis = await requireAnalysis({ analysisId });
    if (analysis.latestVersion !== version) throw moved(analysis.latestVersion);
    const isSame = isDeepStrictEqual(analysis.question, question);
    if (isSame && name === analysis.name) return { version };
    const next = isSame ? version : version + 1;
    const createdById = actor.kind === "user" ? actor.userId : null;
    try {
      await getDb().$transaction(async (tx) => {
        if (!isSame) await insertVersion(tx, { analysisId, number: next, question, createdById, at: now() });
        await updateAnalysisRow(tx, analysisId, { name, updatedAt: now() });
        await recordAudit(tx, {
          actor,
          action: "analyses.update",
          subjectKind: "analysis",
          subjectId: analysisId,
          before: { name: analysis.name, version },
          after: { name, version: next, question },
        });
      });
    } catch (error) {
      throw isTaken(error) ? moved(next) : error;
    }
    return { version: next };
  },
});

function isTaken(error: unknown): boolean {
  return sqlState(error) === "23505" || (error as { code?: unknown } | null)?.code === "P2002";
}

function moved(latest: number): AppError {
  return new AppError(
    "CONFLICT",
    `Somebody else has changed this analysis meanwhile (version ${latest}). Nothing of theirs was overwritten: open it again and repeat your change.`,
  );
}
