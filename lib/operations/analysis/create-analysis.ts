import { randomUUID } from "node:crypto";
import { z } from "zod";
import { analysisNameSchema, askedQuestionSchema } from "#lib/domain/analysis/question.ts";
import { insertAnalysis } from "#lib/store/analyses.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { defineOperation } from "../define-operation.ts";

/** Saves a question under a name, as version 1 of a new analysis. */
export const createAnalysis = defineOperation({
  name: "analysis/create-analysis",
  permission: "analyses.write",
  input: z.object({ name: analysisNameSchema, question: askedQuestionSchema }),
  deps: { now: () => new Date() },
  run: async (actor, { name, question }, { now }) => {
    const analysisId = randomUUID();
    const createdById = actor.kind === "user" ? actor.userId : null;
    await getDb().$transaction(async (tx) => {
      await insertAnalysis(tx, { id: analysisId, name, question, createdById, at: now() });
      await recordAudit(tx, {
        actor,
        action: "analyses.create",
        subjectKind: "analysis",
        subjectId: analysisId,
        after: { name, question },
      });
    });
    return { analysisId, version: 1 };
  },
});
