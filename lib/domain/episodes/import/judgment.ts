import { overallScore } from "#lib/domain/dimensions/overall.ts";
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

/** Names of dimensions beside the seven that are kept at most, and characters of a name: more is no judgment. */
const [MAX_FURTHER, MAX_NAME] = [40, 80];

/** Dimensions beside the seven on which these rewards have a number, by the names that the file gives them. */
export function furtherDimensions(rewards: readonly unknown[]): string[] {
  const names = [rewards[0], rewards[1]].flatMap((entry) => {
    const further = Object.entries(scoresOf(entry) ?? {}).filter(([key, value]) => isFurther(key) && isNumber(value));
    return further.map(([key]) => key.trim());
  });
  return [...new Set(names)].slice(0, MAX_FURTHER);
}

function isFurther(key: string): boolean {
  const name = key.trim();
  return name !== "" && name.length <= MAX_NAME && name !== "overall_score" && dimensionIdOf(name) === null;
}

/** A number as a judge may spell it; text of one is read as one. */
function readNumber(value: unknown, log: RepairLog): unknown {
  if (typeof value !== "string" || !/^\s*[-+−]?\d{1,3}(?:\.\d{1,6})?\s*$/.test(value)) return value;
  log.note("score-text", "A score was written as text; it was read as the number it spells.");
  return Number(value.trim().replace("−", "-"));
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** A number inside the dimension's scale, or a sentence that says why it is none. Nothing is rounded or clamped. */
function readScore(value: unknown, dimension: SotopiaDimensionId, log: RepairLog): number | string {
  const score = readNumber(value, log);
  const scale = sotopiaDimension(dimension);
  if (!isNumber(score)) return `it is ${JSON.stringify(value) ?? "missing"}, not a number`;
  if (!scale || score < scale.min || score > scale.max)
    return `${inWords(score)} is outside ${inWords(scale?.min)} to ${inWords(scale?.max)}`;
  return score === 0 ? 0 : score;
}

/** Says when a stated overall score is not the mean of the seven that it is stated beside. */
function checkOverall(scores: JsonObject, ratings: readonly ParsedRating[], agent: AgentSeat, log: RepairLog): void {
  const stated = scores.overall_score;
  const seven = ratings.filter(({ dimension }) => dimensionIdOf(dimension) !== null);
  const mean = overallScore(seven.map((rating) => rating.score));
  if (typeof stated !== "number" || mean === null || seven.length !== SOTOPIA_DIMENSION_IDS.length) return;
  if (Math.abs(stated - mean) > 0.005)
    log.note(
      "overall-differs",
      `Agent ${agent}’s stated overall score ${inWords(stated)} is not the mean of its scores, ${inWords(Number(mean.toFixed(3)))}.`,
    );
}

type AgentRatings = { ratings: ParsedRating[]; incomplete: string[] };

/** Which of the seven an agent's scores tell, in whatever spelling. */
function sevenOf(scores: JsonObject): Map<SotopiaDimensionId, unknown> {
  const values = new Map<SotopiaDimensionId, unknown>();
  for (const [key, value] of Object.entries(scores)) {
    const id = dimensionIdOf(key);
    if (id) values.set(id, value);
  }
  return values;
}

function readAgent(scores: JsonObject, agent: AgentSeat, rationales: Rationales, log: RepairLog): AgentRatings {
  const values = sevenOf(scores);
  const words = rationales.agents[(agent - 1) as 0 | 1];
  const ratings: ParsedRating[] = [];
  const incomplete: string[] = [];
  for (const dimension of SOTOPIA_DIMENSION_IDS) {
    if (!values.has(dimension)) {
      incomplete.push(`Agent ${agent} has no score for ${dimension}.`);
      continue;
    }
    const score = readScore(values.get(dimension), dimension, log);
    if (typeof score === "string") {
      incomplete.push(`Agent ${agent}’s score for ${dimension} was refused: ${score}.`);
      log.note("score-refused", `Agent ${agent}’s score for ${dimension} was refused: ${score}.`);
      continue;
    }
    if (!Number.isInteger(score))
      log.note(
        "score-fraction",
        `Agent ${agent}’s score for ${dimension}, ${inWords(score)}, lies between two whole numbers; it is kept.`,
      );
    ratings.push({ agent, dimension, score, rationale: words[dimension] ?? "" });
  }
  ratings.push(...readFurther(scores, agent, words, log));
  checkOverall(scores, ratings, agent, log);
  return { ratings, incomplete };
}

/** Ratings on dimensions beside the seven, under the names that the file gives them. Their scales are not known. */
function readFurther(
  scores: JsonObject,
  agent: AgentSeat,
  words: Rationales["agents"][number],
  log: RepairLog,
): ParsedRating[] {
  const ratings: ParsedRating[] = [];
  for (const [key, value] of Object.entries(scores)) {
    if (key.trim() === "overall_score" || dimensionIdOf(key)) continue;
    const shown = key.trim().slice(0, 40);
    if (ratings.length >= MAX_FURTHER) {
      const more = `The judge rated on more than ${MAX_FURTHER} dimensions beside the seven; the others are kept in the raw record only.`;
      log.note("custom-dimension", more);
      break;
    }
    if (!isFurther(key) || !isNumber(value)) {
      const why = isNumber(value) ? "its name is too long" : "it is no number";
      log.note("custom-dimension", `What the judge says of “${shown}” is kept in the raw record only: ${why}.`);
      continue;
    }
    const dimension = key.trim();
    if (ratings.some((rating) => rating.dimension === dimension)) continue;
    ratings.push({ agent, dimension, score: value === 0 ? 0 : value, rationale: words[dimension] ?? "" });
    log.note(
      "custom-dimension",
      `The judge also rated “${shown}”, which is none of the seven; it is kept under that name, without a scale.`,
    );
  }
  return ratings;
}

/**
 * Reads the ratings that came with a record. `rewards` is one entry per agent; a bare number means that the judge
 * failed, never a score of 0. Null when there is no single score. Scores outside the scale are refused one by one, those
 * between whole numbers kept as they are; dimensions beside the seven are kept under their own names. `overall_score` is
 * not a rating.
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
