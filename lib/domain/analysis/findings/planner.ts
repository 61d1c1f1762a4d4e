import type { Measured } from "#lib/domain/statistics/measured.ts";
import type { DimensionFacts, FindingHead, PolicyFacts } from "./common.ts";

/** View 8: how many more labels, and where. */
export type PlannerFinding = FindingHead & {
  view: "planner";
  targetHalfWidth: number;
  byDimension: DimensionPlan[];
  completion: CompletionBand[];
};

export type DimensionPlan = {
  dimension: DimensionFacts;
  curves: PlannerCurve[];
  /** SD of d over cells, and how alike cells of one episode are. */
  deviation: Measured;
  clusterCorrelation: Measured;
  cellsPerCluster: number | null;
  /** Best number of ratings per cell for the bias, and the words for it. */
  ratingsPerCell: number | null;
  sentence: string;
  allocation: AllocationRow[];
};

/** Half-width of an interval against labelled clusters: as labels came in, and projected with a band. */
export type PlannerCurve = {
  kind: "bias" | "difference" | "debiased-mean";
  policy: PolicyFacts | null;
  measured: { clusters: number; halfWidth: number }[];
  projected: { clusters: number; halfWidth: number; low: number; high: number }[];
  /** Clusters at which the target is met; null where it is out of reach. */
  needed: number | null;
  have: number;
};

/** One stratum: policy and band of the judge's scores. `next` are labels to ask for now, with their inclusion probability. */
export type AllocationRow = {
  policy: PolicyFacts;
  band: { from: number; to: number };
  available: number;
  have: number;
  want: number;
  next: number;
  inclusionProbability: number | null;
};

/** Share of the judge's cells that people have rated, by band of the judge's score: missing is not random. */
export type CompletionBand = { dimension: string; from: number; to: number; cells: number; labelled: number };
