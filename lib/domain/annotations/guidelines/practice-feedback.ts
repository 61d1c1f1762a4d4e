import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import type { Practice } from "./types.ts";

/** One score given in practice. `score` is null where the person has not answered. */
export type PracticeScore = { dimensionId: string; agent: AgentSeat; score: number | null };

/** How one practice score compares with what careful annotators gave; `distance` is 0 inside the range, else points away. */
export type PracticeVerdict = {
  dimensionId: string;
  agent: AgentSeat;
  score: number;
  low: number;
  high: number;
  verdict: "within" | "above" | "below";
  distance: number;
  explanation: string;
};

/**
 * Compares practice scores with the known ranges, in the order of the known ratings. Scores that are missing, or that
 * belong to a dimension without a known range (a custom one), get no verdict. Practice teaches; it never screens out.
 */
export function practiceFeedback(ratings: readonly PracticeScore[], practice: Practice): PracticeVerdict[] {
  return practice.known.flatMap((known) => {
    const given = ratings.find((rating) => rating.dimensionId === known.dimensionId && rating.agent === known.agent);
    if (given?.score === undefined || given.score === null) return [];
    return [{ ...known, score: given.score, ...compare(given.score, known.low, known.high) }];
  });
}

function compare(score: number, low: number, high: number): Pick<PracticeVerdict, "verdict" | "distance"> {
  if (score > high) return { verdict: "above", distance: score - high };
  if (score < low) return { verdict: "below", distance: low - score };
  return { verdict: "within", distance: 0 };
}
