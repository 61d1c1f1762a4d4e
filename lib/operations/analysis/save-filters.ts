import { z } from "zod";
import { askedQuestionSchema } from "#lib/domain/analysis/question.ts";
import { issueWords } from "#lib/domain/shared/issue-words.ts";
import { defineOperation, invalidInput } from "../define-operation.ts";
import { analysisChoiceSchema, requireAnalysis, withChanges } from "./analysis-input.ts";
import { saveVersion } from "./save-version.ts";

/**
 * Makes the filters that somebody tried the question of an analysis, as its next version. Answers that version, or the
 * same where the filters change nothing. Throws `CONFLICT` when somebody else has changed the analysis since `version`.
 */
export const saveFilters = defineOperation({
  name: "analysis/save-filters",
  permission: "analyses.write",
  input: analysisChoiceSchema.extend({ version: z.coerce.number().int().min(1) }),
  deps: { now: () => new Date() },
  run: async (actor, { analysisId, version, changes }, { now }) => {
    const analysis = await requireAnalysis({ analysisId });
    const asked = askedQuestionSchema.safeParse(await withChanges(analysis.question, changes), { error: issueWords });
    if (!asked.success) throw invalidInput(asked.error);
    return saveVersion(actor, analysis, { from: version, name: analysis.name, question: asked.data, at: now() });
  },
});
