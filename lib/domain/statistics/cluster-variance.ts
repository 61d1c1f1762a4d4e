import { type Clusters, clusterSizes, clusterSums, countFilled, type Values } from "./clusters.ts";
import type { MeasureCard } from "./measure-card.ts";
import { type Measured, measured, notDefined } from "./measured.ts";
import { mean, sampleVariance } from "./moments.ts";

/** Parts of a one-way analysis of variance over clusters of unequal size. */
export type ClusterVariance = {
  /** Mean squares between and within clusters; `within` is 0 when no cluster has two values. */
  meanSquareBetween: number;
  meanSquareWithin: number;
  /** The cluster size that stands for unequal ones, (n - Σm²/n)/(G - 1). */
  m0: number;
  /** Whether any cluster has two values: without one the two components cannot be told apart. */
  separable: boolean;
};

/** One-way analysis of variance of at least two clusters. Linear in the values. */
function analyseVariance(values: Values, clusters: Clusters): ClusterVariance {
  const sizes = clusterSizes(clusters);
  const [n, filled] = [values.length, countFilled(sizes)];
  const grand = mean(values);
  const sums = clusterSums(values, clusters, grand);
  let [between, squaredSizes, total] = [0, 0, 0];
  sizes.forEach((size, g) => {
    if (size > 0) between += sums[g]! ** 2 / size;
    squaredSizes += size * size;
  });
  for (let i = 0; i < n; i += 1) total += (values[i]! - grand) ** 2;
  return {
    meanSquareBetween: between / (filled - 1),
    meanSquareWithin: n > filled ? Math.max(0, total - between) / (n - filled) : 0,
    m0: (n - squaredSizes / n) / (filled - 1),
    separable: n > filled,
  };
}

/**
 * Share of the variance that cells of one cluster have in common, (MSB - MSW)/(MSB + (m0 - 1)·MSW). At most 1; below 0
 * when clusters are more alike than chance. Needs two clusters (`single_cluster`), a cluster with two values
 * (`no_item_with_two_ratings`) and variation (`no_variation`).
 */
export function clusterIcc(values: Values, clusters: Clusters): { icc: Measured; m0: number | null } {
  const filled = countFilled(clusterSizes(clusters));
  if (filled < 2) return { icc: notDefined(values.length === 0 ? "no_data" : "single_cluster"), m0: null };
  const { meanSquareBetween: msb, meanSquareWithin: msw, m0, separable } = analyseVariance(values, clusters);
  if (!separable) return { icc: notDefined("no_item_with_two_ratings"), m0 };
  const total = msb + (m0 - 1) * msw;
  return { icc: total > 0 ? measured((msb - msw) / total) : notDefined("no_variation"), m0 };
}

/**
 * Variance of one new value, and taken apart: between clusters (a negative estimate is 0) and within. `total` keeps the negative
 * estimate: where one agent's gain is the other's loss, the part within alone is more than the whole. Where no cluster has two
 * values the plain variance stands under `within`. Needs two clusters.
 */
export function varianceComponents(
  values: Values,
  clusters: Clusters,
): { between: number; within: number; total: number } {
  const { meanSquareBetween, meanSquareWithin: within, m0, separable } = analyseVariance(values, clusters);
  if (!separable) {
    const plain = sampleVariance(values);
    return { between: 0, within: plain, total: plain };
  }
  const between = (meanSquareBetween - within) / m0;
  return { between: Math.max(0, between), within, total: Math.max(0, between + within) };
}

/**
 * How many times the variance of a mean grows because `cellsPerCluster` cells share `icc`: 1 + (m - 1)·icc, with negative
 * icc taken as 0.
 */
export function designEffect(cellsPerCluster: number, icc: number): number {
  return 1 + (cellsPerCluster - 1) * Math.max(0, icc);
}

/** The card of “Shared within an episode”. */
export const clusterIccCard: MeasureCard<{ clusters: number[][] }> = {
  id: "cluster_icc",
  name: "Shared within an episode",
  meaning:
    "How much of the difference between judge and people is common to both agents of an episode. The more they share, the less a second agent adds.",
  range: "Up to 1 (both agents always differ alike); 0 means that agents of one episode are as different as any two.",
  undefinedWhen: "There are fewer than two episodes, no episode has two cells, or all differences are equal.",
  source: "One-way analysis of variance with the cluster size m0 for unequal clusters; Donner 1986.",
  example: {
    words: "Two episodes with the differences 1, 1 and 3, 3.",
    input: {
      clusters: [
        [1, 1],
        [3, 3],
      ],
    },
    value: 1,
  },
};

/** The card of “Design effect”. */
export const designEffectCard: MeasureCard<{ cellsPerCluster: number; icc: number }> = {
  id: "design_effect",
  name: "Design effect",
  meaning: "How many times the variance of a mean grows because the cells of one episode are alike.",
  range: "1 (cells of one episode are as different as any) up to the number of cells of an episode.",
  undefinedWhen: "Never; a likeness below 0 counts as 0.",
  source: "Kish 1965, Survey Sampling: 1 + (m − 1)ρ",
  example: {
    words: "Two agents in each episode that share 0.3 of the variance.",
    input: { cellsPerCluster: 2, icc: 0.3 },
    value: 1.3,
  },
};

/** The card of “Variance between clusters”. */
export const varianceBetweenCard: MeasureCard<{ clusters: number[][] }> = {
  id: "variance_between_clusters",
  name: "Variance between episodes",
  meaning:
    "The part of the variance that whole episodes differ by. More agents or raters in an episode cannot reduce it, more episodes can.",
  range: "0 and above, in squared points; a negative estimate counts as 0.",
  undefinedWhen: "There are fewer than two episodes.",
  source: "One-way analysis of variance, (MSB − MSW)/m₀",
  example: {
    words: "Two episodes with the values 1, 1 and 3, 3: all variance lies between them.",
    input: {
      clusters: [
        [1, 1],
        [3, 3],
      ],
    },
    value: 2,
  },
};
