import { type CellMoments, cellMoments, cellTotals, type PolicyCells } from "./cell-totals.ts";
import { DEFAULT_CONFIDENCE, tInterval } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
import type { Interval, UndefinedReason } from "./measured.ts";

/** With fewer labelled clusters lambda cannot be tuned and the judge is used fully. */
const FEWEST_CLUSTERS_TO_TUNE = 4;

/**
 * Where lambda comes from: `tuned` to the data; `given` by the caller; `few_labelled`: 1, because fewer than four labelled
 * clusters cannot tune it; `judge_unused`: 0, because there are no two unlabelled clusters or the judge does not vary.
 */
export type LambdaRule = "tuned" | "given" | "few_labelled" | "judge_unused";

/** People's mean score of a policy over all its cells, with the judge's help and without its bias. */
export type ClusteredPredictionPoweredMean = {
  value: number | null;
  lambda: number | null;
  lambdaRule: LambdaRule | null;
  /** Plain CR1 standard error, before the allowance for a tuned lambda. */
  seCr1: number | null;
  se: number | null;
  df: number | null;
  interval: Interval | null;
  /** Labelled cells that a study without judge would need for the same standard error; null without one. */
  effectiveLabels: number | null;
  labelledCells: number;
  labelledClusters: number;
  unlabelledCells: number;
  unlabelledClusters: number;
  reason: UndefinedReason | null;
};

/** Estimate, variance and what decides the degrees of freedom, as the difference of policies and the ranks need them. */
export type PoweredMoments = {
  value: number;
  lambda: number;
  rule: LambdaRule;
  /** CR1 variance of the estimate, plain and with the allowance for a tuned lambda. */
  varianceCr1: number;
  variance: number;
  df: number;
};

/**
 * Prediction-powered inference over clusters (specification of statistics, section 9; Angelopoulos, Duchi & Zrnic 2023
 * with CR1 covariances). A cluster may hold labelled cells, unlabelled ones or both (a scenario of which people rated some
 * episodes): what it adds to the two means is summed before it is squared. Valid where labelled cells are a random sample
 * of the same population and one judge version rated all of them; it needs no good judge. Linear in the cells.
 *
 * No labelled cell: `no_data`; one labelled cluster: a value without interval (`single_cluster`).
 */
export function clusteredPredictionPoweredMean(
  cells: PolicyCells,
  lambda: number | null = null,
  confidence: number = DEFAULT_CONFIDENCE,
): ClusteredPredictionPoweredMean {
  const moments = cellMoments(cellTotals(cells));
  const { labelledCells, labelledClusters, unlabelledCells, unlabelledClusters } = moments;
  const counts = { labelledCells, labelledClusters, unlabelledCells, unlabelledClusters };
  const nothing = { seCr1: null, se: null, df: null, interval: null, effectiveLabels: null };
  if (labelledCells === 0)
    return { ...nothing, ...counts, value: null, lambda: null, lambdaRule: null, reason: "no_data" };
  const powered = powerMoments(moments, lambda);
  const found = { value: powered.value, lambda: powered.lambda, lambdaRule: powered.rule, ...counts };
  if (labelledClusters < 2) return { ...nothing, ...found, reason: "single_cluster" };
  const [se, seCr1] = [Math.sqrt(powered.variance), Math.sqrt(powered.varianceCr1)];
  if (se === 0) return { ...nothing, ...found, se, seCr1, reason: "zero_variance" };
  return {
    ...found,
    seCr1,
    se,
    df: powered.df,
    interval: tInterval(powered.value, se, powered.df, confidence),
    effectiveLabels: labelledCells * (moments.humanVariance / se ** 2),
    reason: null,
  };
}

/** The estimate from the moments of at least one labelled cell. Variances mean something from two labelled clusters on. */
export function powerMoments(moments: CellMoments, given: number | null): PoweredMoments {
  const { lambda, rule } = chooseLambda(moments, given);
  const { labelledClusters } = moments;
  const isTuned = rule === "tuned";
  const df = labelledClusters - (isTuned ? 2 : 1);
  return {
    value: moments.human + lambda * (moments.judgeUnlabelled - moments.judgeLabelled),
    lambda,
    rule,
    varianceCr1: varianceOf(moments, lambda, 1),
    variance: varianceOf(moments, lambda, isTuned ? (df + 1) / df : 1),
    df,
  };
}

/**
 * Variance of (people − λ·judge on labelled cells) + λ·(judge on the others). The two parts covary in clusters that hold
 * both. Clusters with labelled cells, which λ was tuned on, count `allowance` times.
 */
function varianceOf(moments: CellMoments, lambda: number, allowance: number): number {
  const { humanVariance, covariance, judgeVariance, unlabelledVariance, unlabelledVarianceShared } = moments;
  const rectifier = Math.max(0, humanVariance - 2 * lambda * covariance + lambda * lambda * judgeVariance);
  const between = 2 * lambda * (moments.humanWithUnlabelled - lambda * moments.judgeWithUnlabelled);
  const withLabels = Math.max(0, rectifier + between + lambda * lambda * unlabelledVarianceShared);
  return allowance * withLabels + lambda * lambda * (unlabelledVariance - unlabelledVarianceShared);
}

/** The weight with the least variance: people's score against the gap of the judge between labelled cells and others. */
function chooseLambda(moments: CellMoments, given: number | null): { lambda: number; rule: LambdaRule } {
  if (moments.unlabelledClusters < 2) return { lambda: 0, rule: "judge_unused" };
  if (given !== null) return { lambda: given, rule: "given" };
  if (moments.labelledClusters < FEWEST_CLUSTERS_TO_TUNE) return { lambda: 1, rule: "few_labelled" };
  const gapVariance = moments.judgeVariance + moments.unlabelledVariance - 2 * moments.judgeWithUnlabelled;
  if (gapVariance <= 0) return { lambda: 0, rule: "judge_unused" };
  const best = (moments.covariance - moments.humanWithUnlabelled) / gapVariance;
  return { lambda: Math.min(1, Math.max(0, best)), rule: "tuned" };
}

type CardInput = { labelled: [episode: string, human: number, judge: number][]; unlabelled: [string, number][] };

/** The card of “Debiased score”. */
export const predictionPoweredMeanCard: MeasureCard<CardInput> = {
  id: "prediction_powered_mean",
  name: "Debiased score",
  meaning:
    "What people would have given on average, had they rated every episode: the judge’s scores of all episodes, corrected by what people said of some. It holds for a poor judge too; a good one makes the interval narrower.",
  range: "The scale of the dimension; it may pass its ends by a little.",
  undefinedWhen:
    "People rated no episode. It is not shown where the rated episodes were not drawn at random, or several judge versions are mixed.",
  source:
    "Prediction-powered inference with tuned weight (Angelopoulos et al. 2023), CR1 covariances by cluster and t with labelled clusters minus 2 degrees of freedom.",
  example: {
    words:
      "Three rated episodes cannot tune the weight, so it is 1: the judge’s 8 on the others plus the correction of −1.",
    input: {
      labelled: [
        ["a", 4, 5],
        ["b", 6, 7],
        ["c", 5, 6],
      ],
      unlabelled: [
        ["d", 7],
        ["e", 9],
      ],
    },
    value: 7,
  },
};
