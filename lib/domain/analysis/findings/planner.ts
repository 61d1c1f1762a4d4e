import type { Interval, Measured } from "#lib/domain/statistics/measured.ts";
import type { DimensionFacts, FindingHead, PolicyFacts } from "./common.ts";

/** View 8: how many more labels, and where. */
export type PlannerFinding = FindingHead & {
  view: "planner";
  targetHalfWidth: number;
  byDimension: DimensionPlan[];
  completion: CompletionBand[];
  /** Of the items that studies gave to people; empty where no study is among the sources. */
  offered: OfferBand[];
};

/** One dimension: how narrow intervals are and get, and where people should rate next. */
export type DimensionPlan = {
  dimension: DimensionFacts;
  curves: PlannerCurve[];
  /** SD of d over cells of all policies, and between which values the true one lies. */
  deviation: Measured;
  deviationInterval: Interval | null;
  /** ρ: how alike the differences of one cluster are, and how many times it makes the variance of a mean grow. */
  clusterCorrelation: Measured;
  designEffect: number | null;
  cellsPerCluster: number | null;
  sentence: string;
  allocation: AllocationRow[];
  /** Items of the allocation that a study can be drawn from: not rated by people yet, and with an episode of ours. */
  drawable: number;
};

/** What an interval is about: bias of the judge, its difference from the base, or the debiased score. */
const CURVE_KINDS = ["bias", "difference", "debiased-mean"] as const;
export type CurveKind = (typeof CURVE_KINDS)[number];

/** Half-width of an interval against labelled clusters: as labels came in, and projected with a band. */
export type PlannerCurve = Narrowing & {
  kind: CurveKind;
  policy: PolicyFacts;
  /** What its clusters are: episodes, or scenarios where policies share them. */
  noun: readonly [one: string, many: string];
  measured: { clusters: number; halfWidth: number }[];
  projected: { clusters: number; halfWidth: number; low: number; high: number }[];
  /** Clusters at which the target is met; null where it is out of reach. */
  needed: number | null;
  /** The same if the spread is at the upper end of what it may truly be: what a plan should go by. */
  neededAtMost: number | null;
  have: number;
};

/**
 * How the error of a mean falls with the clusters: its variance is `clusterVariance` ÷ clusters. `samples` is 2 where two
 * policies have that many clusters each, so that 2(G − 1) degrees of freedom are left instead of G − 1. `factor` is how many
 * times larger the standard deviation may truly be.
 */
export type Narrowing = { clusterVariance: number; samples: 1 | 2; factor: number };

/**
 * One stratum: policy (both, where an item has agents of two) and band of the judge’s mean score of an item. Counts are
 * items; `next` are those to ask for now, drawn from the ones that people have not rated, each with this probability.
 */
export type AllocationRow = {
  policies: PolicyFacts[];
  band: { from: number; to: number };
  available: number;
  have: number;
  want: number;
  next: number;
  inclusionProbability: number | null;
};

/**
 * What became of the items that studies gave to people, in one band: of the judge's mean score of an item on a dimension, or of
 * the turns of an item (then `dimension` is empty). People skip long or offensive ones, so what is missing is not random.
 */
export type OfferBand = {
  by: "judge" | "length";
  dimension: string;
  from: number;
  to: number;
  items: number;
  given: number;
  submitted: number;
  returned: number;
  timedOut: number;
};

/** How many of the judge's cells people have rated, by band of the judge's score, whether they were asked to or not. */
export type CompletionBand = { dimension: string; from: number; to: number; cells: number; labelled: number };

/** What a study can draw from one stratum of the planner: episodes that people have not rated, and how many of them. */
export type NextStratum = { stratum: string; ids: string[]; count: number };

/** What the planner asks for next on the dimension of this name. */
export type NextItems = { name: string; strata: NextStratum[] };
