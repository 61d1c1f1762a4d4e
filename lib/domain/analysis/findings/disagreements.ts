import type { DimensionFacts, FindingHead } from "./common.ts";
import type { DrillDownCell } from "./grid.ts";

/** The cells where judge and people lie furthest apart, with the warning that belongs to every list of extremes. */
export type DisagreementsFinding = FindingHead & {
  view: "disagreements";
  warning: string;
  byDimension: DimensionDisagreements[];
};

/** `total` cells are rated by both, `apart` of them differently; `note` says why none is listed and is empty where some are. */
export type DimensionDisagreements = {
  dimension: DimensionFacts;
  total: number;
  apart: number;
  note: string;
  cells: Disagreement[];
};

/** Which way judge and people differ: the judge above people, below them, or either. */
export const GAP_DIRECTIONS = ["both", "above", "below"] as const;
export type GapDirection = (typeof GAP_DIRECTIONS)[number];

/** Which disagreements are wanted: of one policy or of all (null), in one direction or both, from which place on. */
export type WantedGaps = {
  dimension: string;
  policy: string | null;
  direction: GapDirection;
  offset: number;
  limit: number;
};

/** A part of a list of disagreements, of `total` in all. */
export type DisagreementList = { total: number; cells: Disagreement[] };

/** One cell, largest |J − H| first. Rationales and evidence come with `analysis/get-cell-reasons`. */
export type Disagreement = DrillDownCell & { difference: number };

/** Both sides' reasons for one cell. Evidence holds turn numbers of the episode, empty where none were cited. */
export type CellReasons = {
  itemKey: string;
  agent: number;
  episodeId: string | null;
  dimension: string;
  ratings: { rater: string; kind: "human" | "judge"; score: number; rationale: string; evidence: number[] }[];
};
