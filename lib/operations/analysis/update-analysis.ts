import { z } from "zod";
import { analysisNameSchema, askedQuestionSchema } from "#lib/domain/analysis/question.ts";
import { defineOperation } from "../define-operation.ts";
import { requireAnalysis } from "./analysis-input.ts";
import { saveVersion } from "./save-version.ts";

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
  run: async (actor, { analysisId, version, name, question }, { now }) =>
    saveVersion(actor, await requireAnalysis({ analysisId }), { from: version, name, question, at: now() }),
});
