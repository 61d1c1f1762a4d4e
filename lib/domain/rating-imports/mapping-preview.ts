/** One rating as the mapping reads it; people by their pseudonym already. */
export type PreviewRating = {
  item: string;
  agent: number;
  system: string;
  dimension: string;
  rater: string;
  kind: "human" | "judge" | "position";
  score: number;
};

/** What a mapping makes of the first records of a file. */
export type MappingPreview = {
  columns: string[];
  rows: string[][];
  ratings: PreviewRating[];
  recordsRead: number;
  ratingsRead: number;
  refusedScores: number;
  refusedRecords: number;
  /** The first sentences that refuse something, each with its line of the file, and how many there are in all. */
  problems: string[];
  problemCount: number;
  humans: number;
  judges: string[];
};
