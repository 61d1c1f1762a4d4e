import type { Estimate as ClusteredEstimate } from "#lib/domain/statistics/estimate.ts";
import type { AnalysisDimension } from "../columns.ts";

/**
 * A number with what says how sure it is, counted over cells (item, agent, dimension) in clusters of episodes or scenarios.
 * `interval` is null where none can be given, `se` and `p` where they are not known or no question.
 */
export type Estimate = ClusteredEstimate & {
  /** Resamples without a value, which the interval leaves out, of how many; absent where there are none. */
  dropped?: { count: number; of: number };
};

/**
 * One policy of the comparison. `position` is its place among those shown; `colour` its place in the whole order of the
 * question, so that a filter on policies changes nobody’s colour.
 */
export type PolicyFacts = { label: string; names: string[]; position: number; colour: number; isBase: boolean };

/** A dimension as views show it. */
export type DimensionFacts = AnalysisDimension;

/** Which clusters were used where, in a sentence that stands under the figure. */
export type ClusterFacts = {
  /** Within one policy. */
  within: "episode" | "scenario";
  /** Between two policies. */
  between: "episode" | "scenario";
  /** What is counted as independent within a policy, in words for one and for many: “episode”, “episodes”. */
  noun: readonly [one: string, many: string];
  sentence: string;
};

/**
 * What every view says of itself: the filters as a sentence, how many ratings went in, what was left out and why, and
 * which judge. `empty` is the sentence that stands in place of the figure when there is nothing to draw.
 */
export type FindingHead = {
  filters: string;
  /** Filters are on that the question does not have: a slice to look at, without tests. */
  isExploratory: boolean;
  judge: string;
  /** More than one judge version enters: some views refuse. */
  isMixedJudges: boolean;
  confidence: number;
  seed: number;
  /** How often whole clusters are drawn for intervals that are resampled. */
  resamples: number;
  clusters: ClusterFacts;
  /** Whether single agents of items are rated; items of other files are rated as a whole. */
  hasAgents: boolean;
  policies: PolicyFacts[];
  dimensions: DimensionFacts[];
  counts: RatingCounts;
  empty: EmptyState | null;
};

/** Ratings that entered and that were left out, by reason. */
export type RatingCounts = {
  humanRatings: number;
  judgeRatings: number;
  humanRaters: number;
  /** How many of `humanRaters` are places in a list and need not be one person across items. */
  humanPositions: number;
  pairedCells: number;
  clusters: number;
  leftOut: {
    duplicates: number;
    excluded: number;
    leftOutRaters: number;
    otherPolicies: number;
    otherAgents: number;
    otherPartners: number;
    otherScenarios: number;
    otherPeople: number;
    otherDimensions: number;
    secondRatings: number;
    /** By people, of items that were chosen by hand: in views that estimate means and biases. */
    chosenByHand: number;
  };
};

/** Why a view has nothing to show and what would fill it. */
export type EmptyState = { sentence: string; remedy: "add-human-ratings" | "add-judge-ratings" | "widen-filters" };

/** How many of `total` values lie at the lowest and at the highest point of the scale, as shares from 0 to 1. */
export type EndShares = { low: number; high: number };

/** Counts over the points (or bins) of a scale, for marginal histograms and sparklines. `from` is the first bin's centre. */
export type Histogram = { from: number; step: number; counts: number[] };
