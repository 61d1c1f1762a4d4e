import { SOTOPIA_DIMENSIONS, type SotopiaDimensionId } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import type { RatedAgent, RaterDraft, RatingDraft } from "./rating-record.ts";
import { type ImportScale, isWordForNothing, readScore, textOf } from "./read-score.ts";

/** The seven scales of SOTOPIA-EVAL for a file; `isWhole` is false where raters gave halves. */
export function sotopiaScales(isWhole: boolean): ImportScale[] {
  return SOTOPIA_DIMENSIONS.map(({ id, name, min, max }) => ({ key: id, name, min, max, isWhole }));
}

/** Where a record keeps the score and the reason of a dimension for an agent. */
export type CellsOf = (agent: 1 | 2, dimension: SotopiaDimensionId) => { score: unknown; rationale: unknown };

/** The ratings of one rater in one record, what was refused of them, and what there is to remark. */
export type ReadRatings = { ratings: RatingDraft[]; refusedScores: string[]; remarks: string[] };

const WHO: Record<RatedAgent, string> = { 0: "", 1: " of agent 1", 2: " of agent 2" };

/** Reads the seven scores and reasons of the given agents. Missing scores are remarked, not made up. */
export function readSotopiaScores(
  rater: RaterDraft,
  agents: readonly (1 | 2)[],
  scales: readonly ImportScale[],
  cellsOf: CellsOf,
): ReadRatings {
  const read: ReadRatings = { ratings: [], refusedScores: [], remarks: [] };
  const missing: string[] = [];
  let words = 0;
  for (const agent of agents) {
    for (const scale of scales) {
      const cells = cellsOf(agent, scale.key as SotopiaDimensionId);
      if (isWordForNothing(cells.rationale)) words += 1;
      const result = readScore(cells.score, scale);
      if ("missing" in result) missing.push(`${scale.key}${WHO[agent]}`);
      else if ("refused" in result) read.refusedScores.push(`${scale.key}${WHO[agent]}: ${result.refused}.`);
      else
        read.ratings.push({
          agent,
          rater,
          dimension: scale.key,
          score: result.score,
          rationale: textOf(cells.rationale),
        });
    }
  }
  if (missing.length > 0 && read.ratings.length > 0) read.remarks.push(`There is no score for ${missing.join(", ")}.`);
  if (words > 0)
    read.remarks.push(
      words === 1 ? "One reason is only the word “None”." : `${words} reasons are only the word “None”.`,
    );
  return read;
}
