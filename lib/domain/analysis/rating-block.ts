import type { RatingColumns, Sampling, SeatRole } from "./columns.ts";

/**
 * The ratings of one source before sources are joined: columns as in {@link RatingColumns}, with
 * indexes into the tables of this block alone.
 */
export type RatingBlock = Omit<RatingColumns, "units" | "source" | "sources" | "frames"> & { units: BlockUnit[] };

/** One unit as its source knows it; empty strings and null stand for “not known”. */
export type BlockUnit = {
  itemKey: string;
  agent: number;
  episodeId: string | null;
  label: string;
  clusterKey: string;
  scenarioKey: string;
  /** The scenario without who plays it: a key of at most 60 characters, and words for lists. */
  environmentKey: string;
  environmentLabel: string;
  policy: string;
  partnerPolicy: string;
  role: SeatRole;
  /** Whose word counts where sources differ on policy and scenario: the highest. See {@link FACT_RANKS}. */
  rank: number;
  inclusionProbability: number | null;
  sampling: Sampling;
  /** 0 where nobody counted, −1 where the transcript is damaged. */
  words: number;
  turns: number;
};

/**
 * A file that names the condition of an item knows best what played it (`BC`, where the episode says `custom_model`); then
 * the episode; then whatever else a file says.
 */
export const FACT_RANKS = { file: 0, episode: 1, condition: 2 } as const;

/** A block without ratings. */
export function emptyBlock(): RatingBlock {
  return {
    unit: new Int32Array(0),
    rater: new Int32Array(0),
    dimension: new Int16Array(0),
    score: new Float64Array(0),
    occurrence: new Uint8Array(0),
    duplicate: new Uint8Array(0),
    excluded: new Uint8Array(0),
    order: new Int32Array(0),
    seconds: new Float32Array(0),
    units: [],
    raters: [],
    dimensions: [],
  };
}
