import { type Clusters, packClusters, type Values } from "./clusters.ts";
import { DEFAULT_CONFIDENCE, type Estimate, inferByT, withoutSpread } from "./estimate.ts";
import { rootOfVariance } from "./moments.ts";
import { dot, orthonormalise, solveLower, solveUpper, takeOut } from "./orthonormal.ts";
import { diagonalise } from "./symmetric-eigen.ts";

/** Leverages closer to 1 than this belong to a direction that one cluster decides alone: it has no residual to learn from. */
const FULL_LEVERAGE = 1e-9;

/**
 * A fitted least-squares regression with p columns and what CR2 inference needs of it. In the orthonormal columns of the
 * design all that a cluster contributes are its score Q_g'·residuals, its p leverages (the eigenvalues of Q_g'Q_g) and
 * their directions. No matrix is larger than p × p, so the cost is linear in the cells.
 */
export type ClusterRegression = {
  /** One per column of the design. */
  coefficients: Float64Array;
  n: number;
  /** Clusters that hold a cell. */
  clusters: number;
  /** Values that the residuals are measured against when asking whether they are 0. */
  response: Values;
  triangle: Float64Array;
  /** One row of p numbers per cluster that holds a cell, by cluster number. */
  scores: Float64Array;
  leverages: Float64Array;
  /** One p × p matrix per cluster that holds a cell: column k is the direction of leverage k. */
  directions: Float64Array;
};

/**
 * Least squares of `y` on a few columns (give a column of ones for an intercept), where errors are shared inside clusters.
 * Null when a column is a combination of those before it, or there are no more cells than columns.
 */
export function clusterRegression(y: Values, columns: readonly Values[], clusters: Clusters): ClusterRegression | null {
  const design = orthonormalise(columns);
  if (design === null || y.length <= columns.length) return null;
  const residuals = Float64Array.from(y);
  const projected = Float64Array.from(design.q, (column) => takeOut(residuals, column));
  const filled = packClusters(clusters.of);
  return {
    coefficients: solveUpper(design.triangle, projected),
    n: y.length,
    clusters: filled.count,
    response: y,
    triangle: design.triangle,
    scores: clusterScores(design.q, residuals, filled),
    ...clusterLeverages(design.q, filled),
  };
}

/**
 * A weighted sum of the coefficients (`weights` has one entry per column) with the CR2 standard error and Satterthwaite
 * degrees of freedom for an identity working model (Bell & McCaffrey 2002; Pustejovsky & Tipton 2018). Too few clusters to
 * learn the spread from: `single_cluster`; residuals without spread: `zero_variance`.
 */
export function regressionContrast(
  fit: ClusterRegression,
  weights: Values,
  confidence: number = DEFAULT_CONFIDENCE,
): Estimate {
  const value = dot(fit.coefficients, weights);
  const counts = { n: fit.n, clusters: fit.clusters };
  const { variance, df } = contrastSpread(fit, solveLower(fit.triangle, weights));
  if (fit.clusters < 2 || df === null) return withoutSpread(value, "single_cluster", counts);
  return { value, ...counts, ...inferByT(value, rootOfVariance(variance, fit.response), df, confidence) };
}

/**
 * Variance Σ u_g² of a contrast, and (Σ P_gg)² ÷ Σ P_gh² with P_gg = own_g - |v_g|² and P_gh = -v_g·v_h. The double sum
 * over the last is the sum of squares of the p × p matrix Σ v_g·v_g'.
 */
function contrastSpread(fit: ClusterRegression, contrast: Float64Array): { variance: number; df: number | null } {
  const p = contrast.length;
  const outer = new Float64Array(p * p);
  const v = new Float64Array(p);
  let [variance, trace, squares] = [0, 0, 0];
  for (let g = 0; g * p < fit.scores.length; g += 1) {
    const { adjusted, own } = clusterSpread(fit, g, contrast, v);
    const length = dot(v, v);
    variance += adjusted ** 2;
    trace += own - length;
    squares += own * own - 2 * own * length;
    for (let j = 0; j < p; j += 1) for (let k = 0; k < p; k += 1) outer[j * p + k]! += v[j]! * v[k]!;
  }
  squares += dot(outer, outer);
  return { variance, df: squares > 0 ? trace ** 2 / squares : null };
}

/** Of cluster g: its adjusted score along the contrast (u_g) and own_g; `v` is filled with v_g. */
function clusterSpread(fit: ClusterRegression, g: number, contrast: Float64Array, v: Float64Array) {
  const p = contrast.length;
  let [adjusted, own] = [0, 0];
  v.fill(0);
  for (let k = 0; k < p; k += 1) {
    const leverage = Math.max(0, fit.leverages[g * p + k]!);
    if (1 - leverage < FULL_LEVERAGE) continue;
    let [along, score] = [0, 0];
    for (let j = 0; j < p; j += 1) {
      const axis = fit.directions[(g * p + j) * p + k]!;
      along += axis * contrast[j]!;
      score += axis * fit.scores[g * p + j]!;
    }
    const scaled = along / Math.sqrt(1 - leverage);
    adjusted += scaled * score;
    own += leverage * scaled * scaled;
    for (let j = 0; j < p; j += 1) v[j]! += leverage * scaled * fit.directions[(g * p + j) * p + k]!;
  }
  return { adjusted, own };
}

function clusterScores(q: readonly Float64Array[], residuals: Float64Array, clusters: Clusters): Float64Array {
  const p = q.length;
  const scores = new Float64Array(clusters.count * p);
  for (let j = 0; j < p; j += 1) {
    const column = q[j]!;
    for (let i = 0; i < residuals.length; i += 1) scores[clusters.of[i]! * p + j]! += column[i]! * residuals[i]!;
  }
  return scores;
}

function clusterLeverages(q: readonly Float64Array[], clusters: Clusters) {
  const p = q.length;
  const grams = new Float64Array(clusters.count * p * p);
  for (let j = 0; j < p; j += 1)
    for (let k = 0; k < p; k += 1) {
      const [a, b] = [q[j]!, q[k]!];
      const place = j * p + k;
      for (let i = 0; i < a.length; i += 1) grams[clusters.of[i]! * p * p + place]! += a[i]! * b[i]!;
    }
  const leverages = new Float64Array(clusters.count * p);
  const directions = new Float64Array(clusters.count * p * p);
  for (let g = 0; g < clusters.count; g += 1) {
    const gram = grams.subarray(g * p * p, (g + 1) * p * p);
    diagonalise(gram, directions.subarray(g * p * p, (g + 1) * p * p), p);
    for (let k = 0; k < p; k += 1) leverages[g * p + k] = gram[k * p + k]!;
  }
  return { leverages, directions };
}
