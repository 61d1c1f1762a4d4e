import type { SampleFrame } from "./frames.ts";
import type { ItemOffer } from "./offers.ts";

/**
 * Ratings of people and judges as columns: one entry per rating in each array, and small tables of what they refer to.
 * A million ratings stay a few arrays of numbers, so that nothing is made per rating on the way from the database to a
 * statistic. The order of the entries carries no meaning; the tables are sorted, so that indexes are the same each time.
 */
export type RatingColumns = {
  /** Index into `units`. */
  unit: Int32Array;
  /** Index into `raters`. */
  rater: Int32Array;
  /** Index into `dimensions`. */
  dimension: Int16Array;
  /** The score as it was given, within the range of its dimension. */
  score: Float64Array;
  /** 0 for the first rating that one rater gave this unit on this dimension, 1 for the second, and so on. */
  occurrence: Uint8Array;
  /** 1 where the row repeats an earlier row of the same file byte for byte. */
  duplicate: Uint8Array;
  /** 1 where a recorded exclusion covers the rating. */
  excluded: Uint8Array;
  /** Place in the order in which the ratings of its source came in; ratings of one annotation share it. */
  order: Int32Array;
  /** Working time of the annotation that the rating belongs to, in seconds; NaN where nobody measured it. */
  seconds: Float32Array;
  /** Index into `sources` of the study or import that a person's rating came with; −1 for ratings of judges. */
  source: Int16Array;
  units: UnitTable;
  raters: AnalysisRater[];
  dimensions: AnalysisDimension[];
  sources: PeopleSource[];
  /** What became of the items that studies gave to people; files do not tell. */
  offers?: readonly ItemOffer[];
  /** What studies drew their items from by chance, one entry per study and frame. */
  frames: SampleFrame[];
};

/** A study or import with ratings by people, under its id: the groups of raters that a filter chooses from. */
export type PeopleSource = { id: string; name: string };

/** How the rated items of a source were chosen: at random with known chances, by hand or in an unknown way. */
export const SAMPLINGS = ["unknown", "random", "purposive"] as const;
export type Sampling = (typeof SAMPLINGS)[number];

/** What a seat is for: the agent under study, or the one that only keeps it company. */
export const SEAT_ROLES = ["unknown", "learner", "partner"] as const;
export type SeatRole = (typeof SEAT_ROLES)[number];

/** What is rated: one agent of one item (episode), or the whole item where agent is 0. One entry per unit in each array. */
export type UnitTable = {
  count: number;
  /** Index into `items`. */
  item: Int32Array;
  /** 1 or 2; 0 where the source rates the item as a whole. */
  agent: Uint8Array;
  /** Index into `policies` of what played this seat; −1 where nobody knows. */
  policy: Int16Array;
  /** Index into `policies` of what played the other seat; −1 where nobody knows or there is none. */
  partnerPolicy: Int16Array;
  /** Index into {@link SEAT_ROLES}, as the source says it. */
  role: Uint8Array;
  items: ItemTable;
  policies: string[];
};

/** The items under the units: episodes, or rows of a table that was imported. One entry per item in each array. */
export type ItemTable = {
  /** Under which the source knows it (an episode's source id). Sources meet on it. */
  key: string[];
  /** Our episode, where there is one. */
  episodeId: (string | null)[];
  /** Words for lists: the episode's code name, or the key. */
  label: string[];
  /** Index into `clusters`: what is resampled and counted as independent. An episode is its own cluster. */
  cluster: Int32Array;
  clusters: string[];
  /** Index into `scenarios`: environment and pair of characters; −1 where nobody knows. */
  scenario: Int32Array;
  scenarios: string[];
  /** Index into `environments`: the scenario, whoever plays it; −1 where nobody knows. */
  environment: Int32Array;
  environments: { key: string; label: string }[];
  /** Chance with which the item was chosen for people to rate, in (0, 1]; NaN where nobody recorded it. */
  inclusionProbability: Float64Array;
  /** Words of the transcript and number of its turns; 0 where nobody counted, −1 words where the transcript is damaged. */
  words: Int32Array;
  turns: Int32Array;
  /** Index into {@link SAMPLINGS}: how people's items were chosen. */
  sampling: Uint8Array;
};

/**
 * Who rated. `key` is the same in every load: `human:KEY` of a person, who has one key in all studies and files, `judge:…`
 * with model, version and prompt, so that two versions of a judge are two raters.
 */
export type AnalysisRater = {
  key: string;
  /** Other keys under which saved questions may name this person: one per study. */
  otherKeys?: readonly string[];
  kind: "human" | "judge";
  /** Pseudonym of a person; name and version of a judge. */
  name: string;
  /** Of a judge: its version, empty where nobody said it. */
  version?: string;
  /** The study or import it came with, in words. */
  source: string;
  /** Id of that study or import; empty for judgments that came with episodes. */
  sourceId: string;
  /** Its ratings came with more than one source. */
  isInSeveral?: true;
  /** A place in a list (“second score”), which need not be one person across items: nothing is said about such a rater. */
  isPosition: boolean;
};

/** One scale. Two sources with different ranges under one key are two dimensions. */
export type AnalysisDimension = {
  key: string;
  name: string;
  /** Short head of a column (BEL). */
  symbol: string;
  min: number;
  max: number;
  /** False where half scores and the like occur. */
  isWhole: boolean;
  /** Which end is better, in words; empty where nobody said. */
  direction: string;
  hue: string;
};

/** Number of ratings in the columns. */
export function ratingCount(columns: RatingColumns): number {
  return columns.score.length;
}
