import type { DimensionFacts, FindingHead } from "./common.ts";

/** The cells where judge and people lie furthest apart, with the warning that belongs to every list of extremes. */
export type DisagreementsFinding = FindingHead & {
  view: "disagreements";
  warning: string;
  /** `total` cells are rated by both; `note` says why none is listed and is empty where some are. */
  byDimension: { dimension: DimensionFacts; total: number; note: string; cells: Disagreement[] }[];
};

/** One cell, largest |J − H| first. Rationales and evidence come with `analysis/get-disagreement`. */
export type Disagreement = {
  itemKey: string;
  episodeId: string | null;
  label: string;
  agent: number;
  policy: string;
  judge: number;
  human: number;
  difference: number;
  humanRatings: number;
};

/** Both sides' reasons for one cell. Evidence holds turn numbers of the episode, empty where none were cited. */
export type CellReasons = {
  itemKey: string;
  agent: number;
  episodeId: string | null;
  dimension: string;
  ratings: { rater: string; kind: "human" | "judge"; score: number; rationale: string; evidence: number[] }[];
};
