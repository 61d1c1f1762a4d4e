import { overallScore } from "#lib/domain/dimensions/overall.ts";
import { isInScale } from "#lib/domain/dimensions/scale.ts";
import {
  SOTOPIA_DIMENSION_IDS,
  type SotopiaDimensionId,
  sotopiaDimension,
} from "#lib/domain/dimensions/sotopia-dimensions.ts";
import type { AgentSeat } from "../episode.ts";
import { isJsonObject, type RepairLog } from "./fields.ts";
import type { JsonObject, ParsedJudgment, ParsedRating } from "./parsed-row.ts";
import { dimensionIdOf, type Rationales } from "./rationale-text.ts";

/** One agent's scores as the source spells them; null when the judge gave none. */
type RawScores = JsonObject | null;

/** The scores inside one entry of `rewards`: a pair [overall, {…}], the bare object, or a number (= no scores). */
function scoresOf(entry: unknown): RawScores {
  if (Array.isArray(entry)) return entry.map((part) => (isJsonObject(part) ? part : null)).find((part) => part) ?? null;
  return isJsonObject(entry) ? entry : null;
}

/** A number as it stands in a sentence, with a real minus sign. */
function inWords(value: number | undefined): string {
  return String(value).replace("-", "−");
}

/** An integer inside the dimension's scale, or a sentence that says why it is none. Nothing is rounded or clamped. */
function readScore(value: unknown, dimension: SotopiaDimensionId, log: RepairLog): number | string {
  let score = value;
  if (typeof value === "string" && /^\s*[-+−]?\d{1,3}(?:\.0+)?\s*$/.test(value)) {
    score = Number(value.trim().replace("−", "-"));
    log.note("score-text", "A score was written as text; it was read as the number it spells.");
  }
  const scale = sotopiaDimension(dimension);
  if (typeof score !== "number" || !Number.isFinite(score))
    return `it is ${JSON.stringify(value) ?? "missing"}, not a number`;
  if (!Number.isInteger(score)) return `${inWords(score)} is not a whole number`;
  if (!scale || !isInScale(score, scale))
    return `${inWords(score)} is outside ${inWords(scale?.min)} to ${inWords(scale?.max)}`;
  return score === 0 ? 0 : score;
}

/** Says when a stated overall score is not the mean of the seven that it is stated beside. */
function checkOverall(scores: JsonObject, ratings: readonly ParsedRating[], agent: AgentSeat, log: RepairLog): void {
  const stated = scores.overall_score;
  const mean = overallScore(ratings.map((rating) => rating.score));
  if (typeof stated !== "number" || mean === null || ratings.length !== SOTOPIA_DIMENSION_IDS.length) return;
  if (Math.abs(stated - mean) > 0.005)
    log.note(
      "overall-differs",
      `Agent ${agent}’s stated overall score ${inWords(stated)} is not the mean of its scores, ${inWords(Number(mean.toFixed(3)))}.`,
    );
}

type AgentRatings = { ratings: ParsedRating[]; incomplete: string[] };

function readAgent(scores: JsonObject, agent: AgentSeat, rationales: Rationales, log: RepairLog): AgentRatings {
  const values = new Map<SotopiaDimensionId, unknown>();
  for (const [key, value] of Object.entries(scores)) {
    const id = dimensionIdOf(key);
    if (id) values.set(id, value);
    else if (key !== "overall_score")
      log.note(
        "custom-dimension",
        `The judge also rated “${key.slice(0, 40)}”, which is none of the seven; it is kept in the raw record only.`,
      );
  }
  const ratings: ParsedRating[] = [];
  const incomplete: string[] = [];
  for (const dimension of SOTOPIA_DIMENSION_IDS) {
    if (!values.has(dimension)) {
      incomplete.push(`Agent ${agent} has no score for ${dimension}.`);
      continue;
    }
    const score = readScore(values.get(dimension), dimension, log);
    if (typeof score === "number") {
      const rationale = rationales.agents[(agent - 1) as 0 | 1][dimension] ?? "";
      ratings.push({ agent, dimension, score, rationale });
    } else {
      incomplete.push(`Agent ${agent}’s score for ${dimension} was refused: ${score}.`);
      log.note("score-refused", `Agent ${agent}’s score for ${dimension} was refused: ${score}.`);
    }
  }
  checkOverall(scores, ratings, agent, log);
  return { ratings, incomplete };
}

/**
 * Reads the ratings that came with a record. `rewards` is one entry per agent; a bare number means that the judge
 * failed, never a score of 0. Null when there is no single score. Scores outside the scale or between integers are
 * refused one by one; `overall_score` is not a rating.
 */
export function parseJudgment(
  rewards: readonly unknown[],
  judgeModel: string | null,
  rationales: Rationales,
  log: RepairLog,
): ParsedJudgment | null {
  const scores = [scoresOf(rewards[0]), scoresOf(rewards[1])] as const;
  if (!scores[0] && !scores[1]) {
    if (rewards.length > 0)
      log.note("judge-failed", "The judge gave no scores: bare numbers stand in their place, and are not scores.");
    return null;
  }
  const judgment: ParsedJudgment = { judgeModel, ratings: [], incomplete: [] };
  for (const agent of [1, 2] as const) {
    const own = scores[(agent - 1) as 0 | 1];
    if (!own) {
      judgment.incomplete.push(`Agent ${agent} has no scores at all.`);
      continue;
    }
    const read = readAgent(own, agent, rationales, log);
    judgment.ratings.push(...read.ratings);
    judgment.incomplete.push(...read.incomplete);
  }
  if (judgment.ratings.length === 0) return null;
  const silent = judgment.ratings.filter((rating) => rating.rationale === "").length;
  if (silent > 0) log.note("rationale-missing", `${silent} of ${judgment.ratings.length} ratings have no rationale.`);
  return judgment;
}
