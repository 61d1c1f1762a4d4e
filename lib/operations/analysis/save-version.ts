import { isDeepStrictEqual } from "node:util";
import type { Actor } from "#lib/domain/access/actor.ts";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { insertVersion, type StoredAnalysis, updateAnalysisRow } from "#lib/store/analyses.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { isTaken } from "#lib/store/sql.ts";

/** A name and a question to save, and the version that somebody started from. */
type Changed = { from: number; name: string; question: AnalysisQuestion; at: Date };

/**
 * Saves a changed question as the next version of an analysis, or a changed name without one, and records it. Answers
 * the version that holds now. Throws `CONFLICT` when somebody else has changed the analysis since `from`.
 */
export async function saveVersion(
  actor: Actor,
  analysis: StoredAnalysis,
  { from, name, question, at }: Changed,
): Promise<{ version: number }> {
  const { id: analysisId } = analysis;
  if (analysis.latestVersion !== from) throw moved(analysis.latestVersion);
  const isSame = isDeepStrictEqual(analysis.question, question);
  if (isSame && name === analysis.name) return { version: from };
  const next = isSame ? from : from + 1;
  const createdById = actor.kind === "user" ? actor.userId : null;
  try {
    await getDb().$transaction(async (tx) => {
      if (!isSame) await insertVersion(tx, { analysisId, number: next, question, createdById, at });
      await updateAnalysisRow(tx, analysisId, { name, updatedAt: at });
      await recordAudit(tx, {
        actor,
        action: "analyses.update",
        subjectKind: "analysis",
        subjectId: analysisId,
        before: { name: analysis.name, version: from },
        after: { name, version: next, question },
      });
    });
  } catch (error) {
    throw isTaken(error) ? moved(next) : error;
  }
  return { version: next };
}

function moved(latest: number): AppError {
  return new AppError(
    "CONFLICT",
    `Somebody else has changed this analysis meanwhile (version ${latest}). Nothing of theirs was overwritten: open it again and repeat your change.`,
  );
}
