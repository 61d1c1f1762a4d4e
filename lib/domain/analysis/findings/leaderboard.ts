import type { DimensionFacts, Estimate, FindingHead, PolicyFacts } from "./common.ts";

/** View 2: what people would have said, by prediction-powered inference over labelled and unlabelled items. */
export type LeaderboardFinding = FindingHead & {
  view: "leaderboard";
  /** Why no debiased score is given at all: labels not drawn at random, or several judge versions. Null where it is given. */
  refusal: string | null;
  /** How the labelled items were chosen, in a sentence. */
  sampling: string;
  byDimension: DimensionLeaderboard[];
};

/** Rows sorted by the debiased score, or by the human mean where it is refused. */
export type DimensionLeaderboard = {
  dimension: DimensionFacts;
  rows: LeaderboardRow[];
  /** Neighbouring rows (indexes into `rows`) whose difference covers 0: ties that are bracketed. */
  ties: [from: number, to: number][];
};

/** One policy: judge mean without interval, mean of people over every cell that they rated, and the debiased score where there are at least 4 labelled clusters. */
export type LeaderboardRow = {
  policy: PolicyFacts;
  judgeMean: number | null;
  human: Estimate;
  /** The same mean with the leniency of each person taken off; null without a model of leniency. */
  humanAdjusted: Estimate | null;
  debiased: Estimate;
  /** Why there is no debiased score for this row; empty where there is one. */
  note: string;
  /** What a debiased score rests on beside a random draw of items; empty where nothing is to be said. */
  remark: string;
  lambda: number | null;
  /** Cells that people rated, cells that anybody rated, and clusters that people and judge both rated. */
  labelledCells: number;
  allCells: number;
  labelledClusters: number;
  /** Scenarios of the cells that people rated, and of all; null where the sources name none. */
  scenarios: { labelled: number; all: number } | null;
  /** Labels of people that the debiased score is worth: n (se human / se debiased)². */
  effectiveLabels: number | null;
  /** 2.5 % and 97.5 % of the rank among the rows over resampled clusters; 1 is the best. Null without a debiased score. */
  ranks: [low: number, high: number] | null;
  /**
   * Over the items that the study drew from, each labelled cell weighted by its chance of being labelled, with drawn items
   * (episodes) as clusters; null where no draw is recorded or all were sure to be drawn.
   */
  weighted: Estimate | null;
  /** Why `weighted` has no value yet; empty where it has one or there is none to expect. */
  weightedNote: string;
  /** The same scores with the raters counted that are left out, where any are. */
  withExcluded: { human: Estimate; debiased: Estimate } | null;
};
