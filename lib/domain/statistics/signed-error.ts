import { type ClusterMean, clusterMean } from "./cluster-mean.ts";
import type { Clusters, Values } from "./clusters.ts";
import { DEFAULT_CONFIDENCE } from "./estimate.ts";
import { differences, mean } from "./moments.ts";

/** One cell: the judge's draws and the humans' ratings of one agent of one episode on one dimension; neither is empty. */
export type RatedCell = { judge: Values; humans: Values };

/** Cells as two lists: `judge[i]` is J, the mean of the draws, and `human[i]` is H, the mean of the ratings. */
export type CellMeans = { judge: Float64Array; human: Float64Array };

/**
 * Judge minus human, averaged over cells, in points of the scale: above 0 the judge rates higher. The interval is CR2
 * with clusters (specification of statistics, section 5). `judge[i]` and `human[i]` are the two means of cell i.
 */
export function signedError(
  judge: Values,
  human: Values,
  clusters: Clusters,
  confidence: number = DEFAULT_CONFIDENCE,
): ClusterMean {
  return clusterMean(differences(judge, human), clusters, confidence);
}

/** Ratings to cell means: each cell counts once, however many people rated it. */
export function aggregateCells(cells: readonly RatedCell[]): CellMeans {
  return {
    judge: Float64Array.from(cells, (cell) => mean(cell.judge)),
    human: Float64Array.from(cells, (cell) => mean(cell.humans)),
  };
}
