import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { judgeFilesOf } from "#lib/domain/analysis/judge-files.ts";
import { AGENT_SCOPES, type AnalysisQuestion, CLUSTER_RULES } from "#lib/domain/analysis/question.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { findAnalysis, type StoredAnalysis } from "#lib/store/analyses.ts";
import { listJudgeFiles } from "#lib/store/analysis-sources.ts";

/** Filters that a reader may turn without saving them: what they give is not part of the analysis. */
const filterChangesSchema = z
  .object({
    judges: z.array(z.string().max(300)).max(20),
    whichAgent: z.enum(AGENT_SCOPES),
    clusterRule: z.enum(CLUSTER_RULES),
    onlyPolicies: z.array(z.string().max(300)).max(60),
    onlyPartners: z.array(z.string().max(300)).max(60),
    onlyScenarios: z.array(z.string().max(300)).max(500),
    onlyPeople: z.array(z.string().max(300)).max(300),
    dimensions: z.array(z.string().max(300)).max(60),
    leftOutRaters: z.array(z.string().max(300)).max(2_000),
    countExcluded: z.boolean(),
    keepDuplicates: z.boolean(),
    samplingIsRandom: z.boolean(),
    epsilon: z.number().min(0).max(0.5),
    targetHalfWidth: z.number().min(0.05).max(10),
    confidence: z.number().min(0.5).max(0.999),
  })
  .partial();

/** Which analysis, at which version (the newest without one), with which unsaved changes of filters. */
export const analysisChoiceSchema = z.object({
  analysisId: z.string().min(1).max(100),
  version: z.coerce.number().int().min(1).optional(),
  changes: filterChangesSchema.default({}),
});
/** Which part of a list of cells: from the one at `offset` on, `limit` of them. */
export const pageOfCellsSchema = z.object({
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export type AnalysisChoice = z.output<typeof analysisChoiceSchema>;

/** Finds the analysis and applies the changes to its question. Throws `NOT_FOUND`. */
export async function requireAnalysis(choice: Omit<AnalysisChoice, "changes">): Promise<StoredAnalysis> {
  const analysis = await findAnalysis(choice.analysisId, choice.version);
  if (!analysis) throw new AppError("NOT_FOUND", "There is no analysis, or no version of it, with this address.");
  return analysis;
}

/** What was looked up under a dimension and a policy. Throws `INVALID` where nothing is called so. */
export function knownNames<T>(found: T | null): T {
  if (found !== null) return found;
  throw new AppError(
    "INVALID",
    "The analysis has no such dimension or policy. Dimensions are named by their key, policies by their label; both stand in its views.",
  );
}

/** The question of an analysis with a reader’s changes of filters. */
export async function questionOf(choice: AnalysisChoice): Promise<AnalysisQuestion> {
  return (await askedOf(choice)).question;
}

/** The question as it is asked now, and whether that is a slice which nobody has saved. */
export async function askedOf({
  changes,
  ...choice
}: AnalysisChoice): Promise<{ analysis: StoredAnalysis; question: AnalysisQuestion; isExploratory: boolean }> {
  const analysis = await requireAnalysis(choice);
  const question = await withChanges(analysis.question, changes);
  return { analysis, question, isExploratory: !isDeepStrictEqual(question, analysis.question) };
}

/** A question with changes of filters. Another judge brings the files with its ratings along, and nobody else’s. */
export async function withChanges(
  question: AnalysisQuestion,
  changes: AnalysisChoice["changes"],
): Promise<AnalysisQuestion> {
  const changed = { ...question, ...changes };
  const { judges, importIds } = changed;
  if (judges.every((key) => question.judges.includes(key))) return changed;
  const hasJudgments = judges.some((key) => key.startsWith("judge:episodes:"));
  const judgeImportIds = judgeFilesOf(await listJudgeFiles(judges), { judges, importIds, hasJudgments });
  return { ...changed, judgeImportIds };
}
