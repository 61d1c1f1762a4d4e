import { type Clusters, clusterSizes, clusterSums, countFilled, type Values } from "./clusters.ts";
import { DEFAULT_CONFIDENCE, type Estimate, inferByT, tInterval, withoutSpread } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
import type { Interval } from "./measured.ts";
import { mean, rootOfVariance, sampleVariance } from "./moments.ts";

/**
 * A mean over cells whose errors are shared inside clusters. `se`, `df`, `interval` and `p` are those of CR2 with
 * Satterthwaite degrees of freedom; the other two kinds of standard error stand beside it for comparison.
 */
export type ClusterMean = Estimate & {
  /** SD/√n, as if cells were independent. */
  seNaive: number | null;
  seCr1: number | null;
  /** The CR1 interval, with t of G - 1 degrees of freedom. */
  intervalCr1: Interval | null;
};

/**
 * Mean of `values` with cluster-robust intervals that hold from some five clusters on (specification of statistics,
 * section 5; Bell & McCaffrey 2002, Pustejovsky & Tipton 2018). Every cell weighs the same. Linear in the cells.
 *
 * One cluster: a value without interval (`single_cluster`). No spread: a value without interval (`zero_variance`).
 */
export function clusterMean(values: Values, clusters: Clusters, confidence: number = DEFAULT_CONFIDENCE): ClusterMean {
  const sizes = clusterSizes(clusters);
  const counts = { n: values.length, clusters: countFilled(sizes) };
  const nothing = { seNaive: null, seCr1: null, intervalCr1: null };
  if (counts.n === 0) return { ...withoutSpread(null, "no_data", counts), ...nothing };
  const value = mean(values);
  if (counts.clusters < 2) return { ...withoutSpread(value, "single_cluster", counts), ...nothing };

  const sums = clusterSums(values, clusters, value);
  const seCr1 = rootOfVariance(cr1Variance(sums, sums, counts), values);
  const se = rootOfVariance(cr2Variance(sums, sizes, counts.n), values);
  return {
    value,
    ...counts,
    ...inferByT(value, se, satterthwaiteDf(sizes, counts.n), confidence),
    seNaive: rootOfVariance(sampleVariance(values) / counts.n, values),
    seCr1,
    intervalCr1: seCr1 === 0 ? null : tInterval(value, seCr1, counts.clusters - 1, confidence),
  };
}

/**
 * CR1 covariance of the means of two measures of the same cells, from their sums of deviations per cluster:
 * G/(G - 1)·Σ S_a·S_b / n². With the same sums twice it is a variance. Needs two clusters.
 */
function cr1Variance(
  sumsA: Float64Array,
  sumsB: Float64Array,
  { n, clusters }: { n: number; clusters: number },
): number {
  let sum = 0;
  for (let g = 0; g < sumsA.length; g += 1) sum += sumsA[g]! * sumsB[g]!;
  return ((clusters / (clusters - 1)) * sum) / (n * n);
}

/** Σ S_g²/(1 - m_g/n) / n²: the closed form of CR2 for a mean. */
function cr2Variance(sums: Float64Array, sizes: Float64Array, n: number): number {
  let sum = 0;
  for (let g = 0; g < sums.length; g += 1) if (sizes[g]! > 0) sum += sums[g]! ** 2 / (1 - sizes[g]! / n);
  return sum / (n * n);
}

/**
 * Satterthwaite degrees of freedom of the CR2 variance of a mean, 1/n² ÷ Σ P_gh². The double sum over clusters is taken
 * apart into squares of single sums, so that the cost stays linear.
 */
function satterthwaiteDf(sizes: Float64Array, n: number): number {
  const [cube, fourth] = [n ** 3, n ** 4];
  let diagonal = 0;
  let total = 0;
  let squares = 0;
  for (let g = 0; g < sizes.length; g += 1) {
    const size = sizes[g]!;
    diagonal += (size * size) / fourth;
    const weight = (size * size) / (1 - size / n) / cube;
    total += weight;
    squares += weight * weight;
  }
  return 1 / (n * n) / (diagonal + total * total - squares);
}

/** The card of “Standard error by cluster”. */
export const clusterErrorCard: MeasureCard<{ clusters: number[][] }> = {
  id: "cluster_standard_error",
  name: "Standard error by episode",
  meaning:
    "How far a mean would move if other episodes had been rated. Cells of one episode count as one piece of evidence as far as they are alike, so it is larger than the standard error of independent cells.",
  range: "Above 0, in points; the interval is the mean plus and minus about two of them, more with few episodes.",
  undefinedWhen: "There are fewer than two clusters; it is 0 where nothing varies, and then there is no interval.",
  source: "CR2, Bell & McCaffrey 2002; degrees of freedom after Pustejovsky & Tipton 2018",
  example: {
    words: "Two episodes with the values 1, 1 and 3, 3. As independent cells it would be 0.58.",
    input: {
      clusters: [
        [1, 1],
        [3, 3],
      ],
    },
    value: 1,
  },
};
