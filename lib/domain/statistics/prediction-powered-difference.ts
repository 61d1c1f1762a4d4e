import { type CellTotals, cellMoments, cellTotals, type PolicyCells } from "./cell-totals.ts";
import { powerMoments } from "./clustered-prediction-powered-mean.ts";
import { DEFAULT_CONFIDENCE, type Estimate, inferByT, withoutSpread } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
import { requireSameLength } from "./moments.ts";

/** What each cluster adds to a policy's estimate (sums to 0 over clusters), its variance and degrees of freedom. */
type Influence = {
  value: number;
  byCluster: Float64Array;
  variance: number;
  df: number;
  cells: number;
  clusters: number;
};

/**
 * People's mean of `trained` minus that of `base`, each with its own prediction-powered estimate; nothing is borrowed from
 * the other policy. Where the policies share clusters (the same scenarios) what they have in common cancels out. Both
 * policies number their clusters together.
 *
 * A policy without labelled cells: `no_data`; with one labelled cluster: `single_cluster`. Degrees of freedom are Welch's,
 * and the smaller of the two where clusters are shared.
 */
export function predictionPoweredDifference(
  base: PolicyCells,
  trained: PolicyCells,
  lambda: { base: number | null; trained: number | null } = { base: null, trained: null },
  confidence: number = DEFAULT_CONFIDENCE,
): Estimate {
  const [b, t] = [influenceOf(base, lambda.base), influenceOf(trained, lambda.trained)];
  const counts = { n: (b?.cells ?? 0) + (t?.cells ?? 0), clusters: (b?.clusters ?? 0) + (t?.clusters ?? 0) };
  if (b === null || t === null) return withoutSpread(null, "no_data", counts);
  requireSameLength(b.byCluster, t.byCluster);
  const value = t.value - b.value;
  if (b.df < 1 || t.df < 1) return withoutSpread(value, "single_cluster", counts);
  let [variance, isShared] = [0, false];
  for (let g = 0; g < b.byCluster.length; g += 1) {
    variance += (t.byCluster[g]! - b.byCluster[g]!) ** 2;
    isShared ||= t.byCluster[g] !== 0 && b.byCluster[g] !== 0;
  }
  const df = isShared ? Math.min(b.df, t.df) : welchDf(b, t);
  return { value, ...counts, ...inferByT(value, Math.sqrt(variance), df, confidence) };
}

function influenceOf(policy: PolicyCells, lambda: number | null): Influence | null {
  const totals = cellTotals(policy);
  const moments = cellMoments(totals);
  if (moments.labelledCells === 0) return null;
  const powered = powerMoments(moments, lambda);
  const allowance = powered.rule === "tuned" ? Math.sqrt((powered.df + 1) / powered.df) : 1;
  const byCluster = contributions(totals, moments, powered.lambda, allowance);
  const variance = byCluster.reduce((sum, part) => sum + part * part, 0);
  const { labelledCells: cells, labelledClusters: clusters } = moments;
  return { value: powered.value, byCluster, variance, df: powered.df, cells, clusters };
}

/** Deviations of a cluster's labelled and unlabelled cells, scaled so that their squares add up to the variance. */
function contributions(
  { labelled, unlabelled }: CellTotals,
  moments: ReturnType<typeof cellMoments>,
  lambda: number,
  allowance: number,
): Float64Array {
  const scale = (cells: number, clusters: number) => (clusters < 2 ? 0 : Math.sqrt(clusters / (clusters - 1)) / cells);
  const labelledScale = scale(moments.labelledCells, moments.labelledClusters);
  const unlabelledScale = lambda * scale(moments.unlabelledCells, moments.unlabelledClusters);
  const rectifier = moments.human - lambda * moments.judgeLabelled;
  return labelled.cells.map((cells, g) => {
    const labelledSum = labelled.human[g]! - lambda * labelled.judge[g]! - cells * rectifier;
    const unlabelledSum = unlabelled.judge[g]! - unlabelled.cells[g]! * moments.judgeUnlabelled;
    return (cells > 0 ? allowance : 1) * (labelledScale * labelledSum + unlabelledScale * unlabelledSum);
  });
}

function welchDf(a: Influence, b: Influence): number {
  const spread = a.variance ** 2 / a.df + b.variance ** 2 / b.df;
  return spread > 0 ? (a.variance + b.variance) ** 2 / spread : Math.min(a.df, b.df);
}

/** The card of “Difference of debiased scores”. */
export const poweredDifferenceCard: MeasureCard<
  Record<"base" | "trained", { labelled: [human: number, judge: number][]; unlabelled: number[] }>
> = {
  id: "prediction_powered_difference",
  name: "Difference of debiased scores",
  meaning:
    "By how many points people would have put one policy above another. Each has its own correction; what shared scenarios have in common cancels out. Neighbours whose interval covers 0 are bracketed as ties.",
  range: "From minus to plus the width of the scale, in points; 0 is no difference.",
  undefinedWhen: "A policy has no item rated by people; the interval needs two clusters of each.",
  source: "Difference of two prediction-powered means with covariances by cluster, Welch’s degrees of freedom",
  example: {
    words: "With λ = 1: the base has 8 by the judge less 1, the other policy 9 less 0.",
    input: {
      base: {
        labelled: [
          [4, 5],
          [6, 7],
        ],
        unlabelled: [7, 9],
      },
      trained: {
        labelled: [
          [7, 8],
          [9, 8],
        ],
        unlabelled: [9, 9],
      },
    },
    value: 2,
  },
};
