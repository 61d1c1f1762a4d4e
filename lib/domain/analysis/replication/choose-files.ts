import type { ConditionId } from "./conditions.ts";
import type { RatingRow } from "./material.ts";

/** The rows of one condition in one file. */
export type ConditionRows = { file: string; condition: ConditionId; rows: readonly RatingRow[] };

/** The rows to compute with, and those of files that other ones replace. */
export type ChosenRows = { used: ConditionRows[]; setAside: { rows: ConditionRows; for: string }[] };

/**
 * Which files count where a condition stands in several. Files that share an episode are revisions of each other: the
 * one with most rows counts, then the one that tells the shown scenario on more rows. Files without a common episode
 * are parts of one table and count together.
 */
export function chooseFiles(all: readonly ConditionRows[]): ChosenRows {
  const chosen: ChosenRows = { used: [], setAside: [] };
  for (const candidate of [...all].sort(byWeight)) {
    const rival = chosen.used.find((used) => used.condition === candidate.condition && sharesEpisode(used, candidate));
    if (rival) chosen.setAside.push({ rows: candidate, for: rival.file });
    else chosen.used.push(candidate);
  }
  return chosen;
}

function byWeight(a: ConditionRows, b: ConditionRows): number {
  return b.rows.length - a.rows.length || withScenario(b) - withScenario(a) || compareTexts(a.file, b.file);
}

function withScenario({ rows }: ConditionRows): number {
  return rows.filter((row) => row.shownScenario !== "").length;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sharesEpisode(a: ConditionRows, b: ConditionRows): boolean {
  const known = new Set(a.rows.map((row) => row.episode));
  return b.rows.some((row) => known.has(row.episode));
}
