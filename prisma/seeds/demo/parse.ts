import type { SotopiaDimensionId } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { SOTOPIA_DIMENSIONS, sotopiaDimension } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import type { ActionType, Turn } from "#lib/domain/episodes/episode.ts";
import type { DemoRating } from "./types.ts";

const VERBS: Record<string, ActionType> = {
  says: "speak",
  shows: "non-verbal communication",
  does: "action",
  leaves: "leave",
  waits: "none",
};

/** The lines of a text block that hold something. */
function lines(block: string): string[] {
  return block
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/**
 * Reads a written script. One line is one turn: seat, verb (says, shows, does, leaves, waits), text.
 * Throws on a line it cannot read: the data files are part of the program.
 */
export function parseScript(script: string): Turn[] {
  return lines(script).map((line, index) => {
    const [, seat, verb = "", text = ""] = /^([12]) (says|shows|does|leaves|waits)(?: (.+))?$/.exec(line) ?? [];
    const type = VERBS[verb];
    if (!type) throw new Error(`Not a turn: ${line}`);
    return { number: index + 1, agent: seat === "1" ? 1 : 2, type, text };
  });
}

/**
 * Reads written ratings. One line is one rating: column head, seat, score, evidence turns in brackets (annotators
 * only), rationale. Throws on a line it cannot read and on a score outside its scale.
 */
export function parseRatings(block: string): DemoRating[] {
  return lines(block).map((line) => {
    const match = /^([A-Z]{3,4}) ([12]) (-?\d+) (?:\[([\d ]+)\] )?(.+)$/.exec(line);
    const dimension = SOTOPIA_DIMENSIONS.find((one) => one.symbol === match?.[1]);
    if (!match || !dimension) throw new Error(`Not a rating: ${line}`);
    const [, , seat, score, evidence, rationale = ""] = match;
    return {
      dimensionId: dimension.id as SotopiaDimensionId,
      agent: seat === "1" ? 1 : 2,
      score: inScale(Number(score), dimension.id),
      rationale,
      evidence: evidence ? evidence.split(" ").map(Number) : [],
    };
  });
}

function inScale(score: number, dimensionId: string): number {
  const dimension = sotopiaDimension(dimensionId);
  if (!dimension || score < dimension.min || score > dimension.max)
    throw new Error(`${score} is not on the scale of ${dimensionId}.`);
  return score;
}
