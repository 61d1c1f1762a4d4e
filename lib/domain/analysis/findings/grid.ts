import type { UndefinedReason } from "#lib/domain/statistics/measured.ts";
import type { CorrelationName } from "#lib/domain/statistics/pair-patterns.ts";
import type { DimensionFacts, Estimate, FindingHead, Histogram, PolicyFacts } from "./common.ts";

/** View 3: counts of cells by judge score and human mean, per policy. */
export type GridFinding = FindingHead & { view: "grid"; byDimension: DimensionGrid[] };

/** One dimension: a grid per policy, or one over all of them. */
export type DimensionGrid = { dimension: DimensionFacts; facets: GridFacet[]; pooled: GridFacet };

/** One lattice. `policy` is null for the pooled one. Bins without a cell are not listed. */
export type GridFacet = {
  policy: PolicyFacts | null;
  bins: GridBin[];
  largestCount: number;
  judgeHistogram: Histogram;
  humanHistogram: Histogram;
  /** How judge and people go together over these cells. */
  correlations: Record<CorrelationName, Estimate>;
  /** Largest correlation that a perfect judge could reach with these people: √ICC(1,k); null where undefined. */
  ceiling: number | null;
  /** Why there is no ceiling; null where there is one. */
  ceilingReason: UndefinedReason | null;
  /** Whether scores of a side lie between the fields, so that a field holds a range of them and not one value. */
  isRounded: { judge: boolean; human: boolean };
  cells: number;
};

/** One bin: judge score rounded to `judgeStep` of the lattice, human mean rounded to 0.5, and how many cells lie there. */
export type GridBin = { judge: number; human: number; count: number };

/** Which bin of which grid: `policy` is a label, null for the pooled grid. */
export type WantedBin = {
  dimension: string;
  policy: string | null;
  judge: number;
  human: number;
  offset: number;
  limit: number;
};

/** A part of the cells of one bin, for drilling down, with how many there are in all. */
export type GridDrillDown = { total: number; cells: DrillDownCell[] };

/** One cell with the way to its episode. Rationales are fetched with the episode. */
export type DrillDownCell = {
  itemKey: string;
  episodeId: string | null;
  label: string;
  agent: number;
  policy: string;
  judge: number;
  human: number;
  humanRatings: number;
};
