import { type Clusters, clusterSizes, clusterSums, type Values } from "./clusters.ts";

/**
 * One policy's cells on one dimension: those that people rated (with the judge's score beside it) and those that only the
 * judge rated. The two lists, and all policies that are compared, number their clusters together.
 */
export type PolicyCells = {
  labelled: { human: Values; judge: Values; clusters: Clusters };
  unlabelled: { judge: Values; clusters: Clusters };
};

/** All that prediction-powered inference needs of a policy, by cluster number: cells and sums of scores. */
export type CellTotals = {
  labelled: { cells: Float64Array; human: Float64Array; judge: Float64Array };
  unlabelled: { cells: Float64Array; judge: Float64Array };
};

/** Sums up a policy's cells by cluster, once, for as many resamples of clusters as are wanted. Throws RangeError where the two lists number different clusters. */
export function cellTotals({ labelled, unlabelled }: PolicyCells): CellTotals {
  if (labelled.clusters.count !== unlabelled.clusters.count)
    throw new RangeError("Number the clusters of labelled and unlabelled cells together");
  return {
    labelled: {
      cells: clusterSizes(labelled.clusters),
      human: clusterSums(labelled.human, labelled.clusters),
      judge: clusterSums(labelled.judge, labelled.clusters),
    },
    unlabelled: {
      cells: clusterSizes(unlabelled.clusters),
      judge: clusterSums(unlabelled.judge, unlabelled.clusters),
    },
  };
}

/** Means and the CR1 covariances of means of one policy, for clusters drawn `times[g]` times each. */
export type CellMoments = {
  labelledCells: number;
  labelledClusters: number;
  unlabelledCells: number;
  unlabelledClusters: number;
  human: number;
  /** The judge's mean over labelled and over unlabelled cells; 0 where there is none. */
  judgeLabelled: number;
  judgeUnlabelled: number;
  humanVariance: number;
  covariance: number;
  judgeVariance: number;
  unlabelledVariance: number;
  /** The part of `unlabelledVariance` that comes from clusters with labelled cells. */
  unlabelledVarianceShared: number;
  /** Of the labelled means with the judge's unlabelled one: 0 unless a cluster holds cells of both kinds. */
  humanWithUnlabelled: number;
  judgeWithUnlabelled: number;
};

/** Moments of a policy's totals. Variances are 0 where fewer than two clusters are there. O(clusters). */
export function cellMoments(totals: CellTotals, times?: ArrayLike<number>): CellMoments {
  const { labelled, unlabelled } = totals;
  const one = countAndMeans(labelled.cells, labelled.human, labelled.judge, times);
  const two = countAndMeans(unlabelled.cells, unlabelled.judge, unlabelled.judge, times);
  return {
    labelledCells: one.cells,
    labelledClusters: one.clusters,
    unlabelledCells: two.cells,
    unlabelledClusters: two.clusters,
    human: one.a,
    judgeLabelled: one.b,
    judgeUnlabelled: two.a,
    ...variancesOf(totals, one, two, times),
  };
}

function variancesOf({ labelled, unlabelled }: CellTotals, one: Means, two: Means, times?: ArrayLike<number>) {
  const [scaleOne, scaleTwo] = [cr1Scale(one), cr1Scale(two)];
  let [humanVariance, covariance, judgeVariance] = [0, 0, 0];
  let [unlabelledVariance, unlabelledVarianceShared, humanWithUnlabelled, judgeWithUnlabelled] = [0, 0, 0, 0];
  for (let g = 0; g < labelled.cells.length; g += 1) {
    const weight = times?.[g] ?? 1;
    if (weight === 0) continue;
    const human = scaleOne * (labelled.human[g]! - labelled.cells[g]! * one.a);
    const judge = scaleOne * (labelled.judge[g]! - labelled.cells[g]! * one.b);
    const other = scaleTwo * (unlabelled.judge[g]! - unlabelled.cells[g]! * two.a);
    humanVariance += weight * human * human;
    covariance += weight * human * judge;
    judgeVariance += weight * judge * judge;
    unlabelledVariance += weight * other * other;
    if (labelled.cells[g]! > 0) unlabelledVarianceShared += weight * other * other;
    humanWithUnlabelled += weight * human * other;
    judgeWithUnlabelled += weight * judge * other;
  }
  return {
    humanVariance,
    covariance,
    judgeVariance,
    unlabelledVariance,
    unlabelledVarianceShared,
    humanWithUnlabelled,
    judgeWithUnlabelled,
  };
}

type Means = { cells: number; clusters: number; a: number; b: number };

function countAndMeans(sizes: Float64Array, a: Float64Array, b: Float64Array, times?: ArrayLike<number>): Means {
  let [cells, clusters, sumA, sumB] = [0, 0, 0, 0];
  for (let g = 0; g < sizes.length; g += 1) {
    const weight = times?.[g] ?? 1;
    cells += weight * sizes[g]!;
    if (sizes[g]! > 0) clusters += weight;
    sumA += weight * a[g]!;
    sumB += weight * b[g]!;
  }
  return { cells, clusters, a: cells > 0 ? sumA / cells : 0, b: cells > 0 ? sumB / cells : 0 };
}

/** √(G/(G - 1))/n, or 0 where one cluster gives no variance: deviations times it have squares that add up to CR1. */
function cr1Scale({ cells, clusters }: Means): number {
  return clusters < 2 ? 0 : Math.sqrt(clusters / (clusters - 1)) / cells;
}
