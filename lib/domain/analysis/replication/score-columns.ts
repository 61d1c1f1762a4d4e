import { overallScore } from "#lib/domain/dimensions/overall.ts";
import { SOTOPIA_DIMENSION_IDS, SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";

/** Scores of one agent: the seven dimensions in SOTOPIA's order, as they were given or as means. */
export type SevenScores = readonly number[];

/** A column of a table: one of the seven dimensions, or their plain mean. */
export type ScoreColumn = { key: string; label: string; name: string };

/** The seven dimensions. */
export const DIMENSION_COLUMNS: readonly ScoreColumn[] = SOTOPIA_DIMENSIONS.map(({ id, symbol, name }) => ({
  key: id,
  label: symbol,
  name,
}));

/** The seven dimensions and “Overall”, which the benchmark defines as their mean though their ranges differ. */
export const SCORE_COLUMNS: readonly ScoreColumn[] = [
  ...DIMENSION_COLUMNS,
  { key: "overall", label: "Overall", name: "Overall" },
];

/** Place of `goal` among the columns. */
export const GOAL = SOTOPIA_DIMENSION_IDS.indexOf("goal");

/** The seven scores and, as eighth, their mean. */
export function withOverall(scores: SevenScores): number[] {
  return [...scores, overallScore(scores) as number];
}
