import type { Clusters } from "#lib/domain/statistics/clusters.ts";
import { buildCells, type DimensionCells } from "./cells.ts";
import { chooseClusterRule, clustersOfUnits } from "./clusters.ts";
import type { RatingColumns } from "./columns.ts";
import type { ClusterFacts } from "./findings/common.ts";
import type { AnalysisQuestion } from "./question.ts";
import { type Selection, selectRatings } from "./selection.ts";

/** Clusters of all units, numbered from 0. */
export type UnitClusters = Clusters & { of: Int32Array };

/**
 * A question put to columns: which ratings count, the cells they make and what counts as independent. Every view starts
 * from one of these. `resample` is false for a first answer at once, without what needs thousands of resamples.
 */
export type AnalysisContext = {
  columns: RatingColumns;
  question: AnalysisQuestion;
  selection: Selection;
  /** Cells by index of the dimension in the columns. */
  cells: DimensionCells[];
  clusterFacts: ClusterFacts;
  clusters: { within: UnitClusters; between: UnitClusters };
  /** Indexes of the dimensions that have a counted rating, in the order of the question, else of the sources. */
  dimensions: number[];
  resample: boolean;
};

/** Applies a question to columns. O(ratings + dimensions · units). */
export function buildContext(
  columns: RatingColumns,
  question: AnalysisQuestion,
  { resample = true }: { resample?: boolean } = {},
): AnalysisContext {
  const selection = selectRatings(columns, question);
  const cells = buildCells(columns, selection);
  const clusterFacts = chooseClusterRule(columns.units, selection.groups, question.clusterRule);
  const within = clustersOfUnits(columns.units, clusterFacts.within);
  const between =
    clusterFacts.between === clusterFacts.within ? within : clustersOfUnits(columns.units, clusterFacts.between);
  const dimensions = shownDimensions(columns, question, cells);
  return { columns, question, selection, cells, clusterFacts, clusters: { within, between }, dimensions, resample };
}

function shownDimensions(
  { dimensions }: RatingColumns,
  question: AnalysisQuestion,
  cells: readonly DimensionCells[],
): number[] {
  const filled = dimensions.flatMap((_, place) => (cells[place]!.unit.length > 0 ? [place] : []));
  if (question.dimensions.length === 0) return filled;
  const wish = (place: number) => question.dimensions.indexOf(dimensions[place]!.key);
  return filled.sort((a, b) => wish(a) - wish(b));
}

/** The clusters of these cells, in the numbering of all units: what two policies are compared with. */
export function clustersOfCells(cells: DimensionCells, clusters: UnitClusters): UnitClusters {
  return { of: cells.unit.map((unit) => clusters.of[unit]!), count: clusters.count };
}

/** The same clusters numbered from 0 without gaps, in their old order: what is resampled may not be empty. */
export function compactClusters({ of, count }: UnitClusters): UnitClusters {
  const isFilled = new Uint8Array(count);
  for (const cluster of of) isFilled[cluster] = 1;
  const places = new Int32Array(count);
  let filled = 0;
  for (let cluster = 0; cluster < count; cluster += 1) {
    places[cluster] = filled;
    filled += isFilled[cluster]!;
  }
  return { of: of.map((cluster) => places[cluster]!), count: filled };
}
