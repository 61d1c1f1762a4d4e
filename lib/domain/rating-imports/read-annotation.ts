import { SOTOPIA_DIMENSION_IDS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { parseRationales } from "#lib/domain/episodes/import/rationale-text.ts";
import { itemFacts, type RaterDraft, type RatingReader } from "./rating-record.ts";
import { textOf } from "./read-score.ts";
import { readSotopiaScores, sotopiaScales } from "./sotopia-scores.ts";

const INLINE_KEY = new RegExp(`\\s+(?=(?:${SOTOPIA_DIMENSION_IDS.join("|")}):)`, "g");

/** Older files write “agent 1 comments: goal: …” on one line; this gives each header and dimension its own. */
function laidOut(reasoning: string): string {
  const headed = reasoning.replace(
    /\s*\bagent ([12]) comments:[ \t]*/gi,
    (_all, agent) => `\nAgent ${agent} comments:\n`,
  );
  return headed.replace(INLINE_KEY, "\n");
}

/** The scores of one agent: `[overall, {dimension: score}]`, or the bare object; null where there are none. */
function scoresOf(reward: unknown): Record<string, unknown> | null {
  const scores = Array.isArray(reward) ? reward[1] : reward;
  return typeof scores === "object" && scores !== null && !Array.isArray(scores)
    ? (scores as Record<string, unknown>)
    : null;
}

/**
 * Reads SOTOPIA's AnnotationForEpisode (sotopia.md, section 1.8), which a study's own export writes as well. A bare 0
 * in place of scores means that there was no rating, never a score of 0. `judge` is set for a file that a judge wrote.
 */
export function annotationReader(condition: string, judge: RaterDraft | null): RatingReader {
  const scales = sotopiaScales(true);
  return (fields) => {
    const itemKey = textOf(fields.episode);
    const id = textOf(fields.annotator_id);
    if (itemKey === "") return { outcome: "refused", itemKey, reason: "The record names no episode." };
    if (id === "" && !judge)
      return { outcome: "refused", itemKey, reason: "The record names no annotator (annotator_id)." };
    const rewards: unknown[] = Array.isArray(fields.rewards) ? fields.rewards : [];
    const agents = ([1, 2] as const).filter((agent) => scoresOf(rewards[agent - 1]) !== null);
    if (agents.length === 0)
      return {
        outcome: "refused",
        itemKey,
        reason: "The record holds no scores: its rewards are bare numbers or missing.",
      };
    const rationales = parseRationales(laidOut(textOf(fields.reasoning)));
    const read = readSotopiaScores(judge ?? { kind: "human", id }, agents, scales, (agent, dimension) => ({
      score: scoresOf(rewards[agent - 1])?.[dimension],
      rationale: rationales.agents[agent - 1]?.[dimension],
    }));
    if (agents.length === 1) read.remarks.push(`Only agent ${agents[0]} is rated.`);
    return { outcome: "taken", facts: itemFacts(itemKey, { condition }), ...read };
  };
}
