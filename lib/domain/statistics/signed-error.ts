import { type ClusterMean, clusterMean } from "./cluster-mean.ts";
import type { Clusters, Values } from "./clusters.ts";
import { DEFAULT_CONFIDENCE } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
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

/** The card of “Bias”. */
export const signedErrorCard: MeasureCard<{ judge: number[]; human: number[]; episodes: string[] }> = {
  id: "mean_signed_error",
  name: "Bias",
  meaning:
    "By how many points the judge lies above people on average. Above 0 the judge rates higher, below 0 lower; on scales that end at 0, higher means less severe.",
  range: "From minus to plus the width of the scale, in points; 0 is no bias.",
  undefinedWhen:
    "No cell was rated by both. The interval also needs two episodes and differences that are not all equal.",
  source:
    "Mean of judge minus human over cells, CR2 standard error by episode with Satterthwaite degrees of freedom (Bell & McCaffrey 2002; Pustejovsky & Tipton 2018).",
  example: {
    words: "The judge gives 7, 8, 9 and 6 where people give 5, 8, 6 and 7: (2 + 0 + 3 − 1)/4.",
    input: { judge: [7, 8, 9, 6], human: [5, 8, 6, 7], episodes: ["first", "first", "second", "second"] },
    value: 1,
  },
};
