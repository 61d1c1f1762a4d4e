/** One score of a file: `agent` is the seat, 0 for the episode as a whole. The range is that of the file's own scale. */
export type FileRating = {
  agent: number;
  dimension: string;
  name: string;
  min: number;
  max: number;
  score: number;
  rationale: string;
};

/** All scores that one rater gave an episode in one file at one time. */
export type FileRatings = {
  key: string;
  importId: string;
  fileName: string;
  kind: "human" | "judge";
  /** A person's pseudonym, or a judge's name. */
  raterName: string;
  model: string;
  version: string;
  isDemo: boolean;
  isExcluded: boolean;
  /** 0 for the first time that this rater rates the episode in this file, then 1, 2, … */
  occurrence: number;
  /** The record repeats an earlier one in everything. */
  isDuplicate: boolean;
  ratings: FileRating[];
};
