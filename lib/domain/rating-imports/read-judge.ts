import { SOTOPIA_DIMENSION_IDS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import type { NamedJudge } from "./rating-mapping.ts";
import { type Fields, itemFacts, type ParsedRatings, type RaterDraft, type RatingReader } from "./rating-record.ts";
import { textOf } from "./read-score.ts";
import { readSotopiaScores, sotopiaScales } from "./sotopia-scores.ts";

type Evaluation = Record<string, unknown>;

function evaluationOf(value: unknown): Evaluation | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return SOTOPIA_DIMENSION_IDS.some((id) => Object.hasOwn(value, id)) ? (value as Evaluation) : null;
}

/** A score that stands alone (`goal: 7`) or with its reason (`goal: {score: 7, reasoning: "…"}`). */
function cellsOf(entry: unknown): { score: unknown; rationale: unknown } {
  if (typeof entry !== "object" || entry === null) return { score: entry, rationale: "" };
  const { score, reasoning, rationale } = entry as Record<string, unknown>;
  return { score, rationale: reasoning ?? rationale ?? "" };
}

function readEvaluations(
  itemKey: string,
  rater: RaterDraft,
  evaluations: readonly [unknown, unknown],
  known: { scenario: string; condition: string },
): ParsedRatings {
  const agents = ([1, 2] as const).filter((agent) => evaluationOf(evaluations[agent - 1]) !== null);
  if (itemKey === "") return { outcome: "refused", itemKey, reason: "The record names no episode." };
  if (agents.length === 0)
    return { outcome: "refused", itemKey, reason: "The record holds no scores of agent 1 or agent 2." };
  const read = readSotopiaScores(rater, agents, sotopiaScales(true), (agent, dimension) =>
    cellsOf(evaluationOf(evaluations[agent - 1])?.[dimension]),
  );
  if (agents.length === 1) read.remarks.push(`Only agent ${agents[0]} is rated.`);
  return { outcome: "taken", facts: itemFacts(itemKey, known), ...read };
}

/** The judge behind a record: what somebody named wins, then what the record says, then the file's own name. */
function judgeOf(named: NamedJudge, recordModel: string, fallback: string): RaterDraft {
  const model = named.model || recordModel;
  return {
    kind: "judge",
    name: named.name || recordModel || fallback,
    model,
    version: named.version,
    prompt: named.prompt,
  };
}

/** Reads a judge's scores keyed by episode: `{pk, env_pk, agent1: {goal: 7, …}, agent2: {…}}`. */
export function judgeByEpisodeReader(judge: NamedJudge, fallback: string, condition: string): RatingReader {
  return (fields: Fields) =>
    readEvaluations(textOf(fields.pk), judgeOf(judge, textOf(fields.model), fallback), [fields.agent1, fields.agent2], {
      scenario: textOf(fields.env_pk),
      condition,
    });
}

/** Reads the lines of an evaluator: `episode_id`, `evaluator_model`, `agent_1_evaluation: {goal: {score, reasoning}}`. */
export function evaluatorReader(judge: NamedJudge, fallback: string, condition: string): RatingReader {
  return (fields: Fields) =>
    readEvaluations(
      textOf(fields.episode_id),
      judgeOf(judge, textOf(fields.evaluator_model), fallback),
      [fields.agent_1_evaluation, fields.agent_2_evaluation],
      { scenario: textOf(fields.environment_id), condition },
    );
}
