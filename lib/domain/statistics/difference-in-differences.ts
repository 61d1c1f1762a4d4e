import { type Clusters, clusterSizes, clusterSums, countFilled, type Values } from "./clusters.ts";
import { DEFAULT_CONFIDENCE, type Estimate, inferByT, withoutSpread } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
import { joined, mean, requireSameLength, rootOfVariance } from "./moments.ts";

/** Signed errors d = J - H of one policy's cells. The policies that are compared number their clusters together. */
export type PolicyErrors = { d: Values; clusters: Clusters };

/** How much more the judge adds to one policy than to another, in points of the scale. */
export type DifferenceInDifferences = Estimate & {
  biasBase: number | null;
  biasTrained: number | null;
  seCr1: number | null;
};

/** What one policy contributes: its cells and their deviations from its own bias, by cluster. */
type Side = { n: number; bias: number; filled: number; sizes: Float64Array; sums: Float64Array };

/**
 * Bias of `trained` minus bias of `base`, with the CR2 interval and Satterthwaite degrees of freedom of the regression
 * d ~ 1 + trained (specification of statistics, section 7). The policies may share clusters (they played the same
 * scenarios) or not (each has its own episodes). Linear in the cells.
 *
 * A policy without cells: `no_data`. A policy with one cluster: a value without interval (`single_cluster`).
 * Throws RangeError when the clusters of the two are not numbered together.
 */
export function differenceInDifferences(
  base: PolicyErrors,
  trained: PolicyErrors,
  confidence: number = DEFAULT_CONFIDENCE,
): DifferenceInDifferences {
  const [b, t] = [sideOf(base), sideOf(trained)];
  requireSameLength(b.sizes, t.sizes);
  const counts = { n: b.n + t.n, clusters: countFilled(b.sizes.map((size, g) => size + t.sizes[g]!)) };
  const biases = { biasBase: b.n > 0 ? b.bias : null, biasTrained: t.n > 0 ? t.bias : null, seCr1: null };
  if (b.n === 0 || t.n === 0) return { ...withoutSpread(null, "no_data", counts), ...biases };
  const value = t.bias - b.bias;
  if (b.filled < 2 || t.filled < 2) return { ...withoutSpread(value, "single_cluster", counts), ...biases };

  const all = joined(base.d, trained.d);
  const se = rootOfVariance(cr2Variance(b, t), all);
  const seCr1 = rootOfVariance(cr1Variance(b, t, counts), all);
  return { value, ...counts, ...inferByT(value, se, satterthwaiteDf(b, t), confidence), ...biases, seCr1 };
}

function sideOf({ d, clusters }: PolicyErrors): Side {
  requireSameLength(d, clusters.of);
  const sizes = clusterSizes(clusters);
  const bias = mean(d);
  return { n: d.length, bias, filled: countFilled(sizes), sizes, sums: clusterSums(d, clusters, bias) };
}

/** Σ u_g² with u_g = S_gT/(n_T √(1 - m_gT/n_T)) - the same of the base: the closed form of CR2. */
function cr2Variance(b: Side, t: Side): number {
  let sum = 0;
  for (let g = 0; g < b.sizes.length; g += 1) sum += (scaledSum(t, g) - scaledSum(b, g)) ** 2;
  return sum;
}

function scaledSum({ n, sizes, sums }: Side, g: number): number {
  return sums[g]! / (n * Math.sqrt(1 - sizes[g]! / n));
}

/** CR1 as regression programs give it: G/(G - 1) · (n - 1)/(n - 2) times the plain sandwich. */
function cr1Variance(b: Side, t: Side, { n, clusters }: { n: number; clusters: number }): number {
  let sum = 0;
  for (let g = 0; g < b.sizes.length; g += 1) sum += (t.sums[g]! / t.n - b.sums[g]! / b.n) ** 2;
  return (clusters / (clusters - 1)) * ((n - 1) / (n - 2)) * sum;
}

/**
 * (1/n_B + 1/n_T)² ÷ Σ_gh (P^B_gh + P^T_gh)². Off the diagonal P_gh = -w_g·w_h with w_g = m_g/√((1 - m_g/n)·n³), so the
 * double sum is taken apart into squares of single sums and the cost stays linear.
 */
function satterthwaiteDf(b: Side, t: Side): number {
  const [ownB, ownT, both] = [newProductSums(), newProductSums(), newProductSums()];
  let diagonal = 0;
  for (let g = 0; g < b.sizes.length; g += 1) {
    const [weightB, weightT] = [offDiagonalWeight(b, g), offDiagonalWeight(t, g)];
    addProduct(ownB, weightB * weightB);
    addProduct(ownT, weightT * weightT);
    addProduct(both, weightB * weightT);
    diagonal += (b.sizes[g]! / b.n ** 2 + t.sizes[g]! / t.n ** 2) ** 2;
  }
  const offDiagonal = crossProducts(ownB) + crossProducts(ownT) + 2 * crossProducts(both);
  return (1 / b.n + 1 / t.n) ** 2 / (diagonal + offDiagonal);
}

function offDiagonalWeight({ n, sizes }: Side, g: number): number {
  return sizes[g]! / Math.sqrt((1 - sizes[g]! / n) * n ** 3);
}

/** Σ_{g≠h} a_g·a_h = (Σ a_g)² - Σ a_g². */
type ProductSums = { total: number; squares: number };

function newProductSums(): ProductSums {
  return { total: 0, squares: 0 };
}

function addProduct(sums: ProductSums, product: number): void {
  sums.total += product;
  sums.squares += product * product;
}

function crossProducts({ total, squares }: ProductSums): number {
  return total * total - squares;
}

/** The card of “Difference in differences”. */
export const differenceInDifferencesCard: MeasureCard<{ base: [string, number][]; trained: [string, number][] }> = {
  id: "difference_in_differences",
  name: "Difference in differences",
  meaning:
    "How many points more the judge adds to one policy than it adds to the base policy, both measured against people. 0 means that the judge treats both alike.",
  range: "Any number of points; above 0 the judge favours the policy over the base, below 0 the base.",
  undefinedWhen:
    "One of the policies has no rated cell. The interval also needs two episodes per policy and errors that vary.",
  source:
    "Regression of judge minus human on the policy, CR2 standard errors by cluster and Satterthwaite degrees of freedom (Bell & McCaffrey 2002; Pustejovsky & Tipton 2018).",
  example: {
    words:
      "The judge is 0 and 1 points above people on the base, 2 and 3 points on the trained policy: 2.5 − 0.5 points.",
    input: {
      base: [
        ["episode 1", 0],
        ["episode 2", 1],
      ],
      trained: [
        ["episode 3", 2],
        ["episode 4", 3],
      ],
    },
    value: 2,
  },
};
