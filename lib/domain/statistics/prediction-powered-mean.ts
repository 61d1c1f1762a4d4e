import type { Values } from "./clusters.ts";
import { normalQuantile } from "./distributions.ts";
import { DEFAULT_CONFIDENCE } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
import type { Interval, UndefinedReason } from "./measured.ts";
import { crossDeviations, isConstant, joined, mean, requireSameLength } from "./moments.ts";

/** A mean of people's ratings over cells of which only some were rated by people, but all by the judge. */
export type PredictionPoweredMean = {
  value: number | null;
  /** How much the judge is used: 0 not at all, 1 fully. */
  lambda: number | null;
  se: number | null;
  interval: Interval | null;
  reason: UndefinedReason | null;
};

/**
 * Prediction-powered mean of independent cells: lambda·mean(f~) + mean(y - lambda·f), with y and f the human mean and the
 * judge of labelled cells and f~ the judge of the others (Angelopoulos et al. 2023). `lambda` null tunes it (PPI++) within
 * [0, 1]; a judge that does not vary gets 0. Valid only where the labelled cells are a random sample. Cells of one episode
 * are not independent: use `clusteredPredictionPoweredMean` for those. No labelled cell: `no_data`; one: `single_item`.
 */
export function predictionPoweredMean(
  { y, f, others }: { y: Values; f: Values; others: Values },
  lambda: number | null = null,
  confidence: number = DEFAULT_CONFIDENCE,
): PredictionPoweredMean {
  requireSameLength(y, f);
  const [n, size] = [y.length, others.length];
  if (n === 0) return { value: null, lambda: null, se: null, interval: null, reason: "no_data" };
  const used = size === 0 ? 0 : (lambda ?? tunedLambda(y, f, others));
  const rectifier = Float64Array.from(y, (value, i) => value - used * f[i]!);
  const value = mean(rectifier) + (size === 0 ? 0 : used * mean(others));
  if (n === 1) return { value, lambda: used, se: null, interval: null, reason: "single_item" };
  const unlabelled = size === 0 ? 0 : (used * used * crossDeviations(others)) / size ** 2;
  const se = Math.sqrt(unlabelled + crossDeviations(rectifier) / n ** 2);
  if (se === 0) return { value, lambda: used, se, interval: null, reason: "zero_variance" };
  const reach = normalQuantile(1 - (1 - confidence) / 2) * se;
  return { value, lambda: used, se, interval: [value - reach, value + reach], reason: null };
}

/** Cov(y, f)/((1 + n/N)·Var(f)), covariance over labelled cells with 1/n, variance over all with 1/(n + N - 1). */
function tunedLambda(y: Values, f: Values, others: Values): number {
  const all = joined(f, others);
  if (isConstant(all)) return 0;
  const [n, size] = [y.length, others.length];
  const variance = crossDeviations(all) / (all.length - 1);
  return Math.min(1, Math.max(0, crossDeviations(y, f) / n / ((1 + n / size) * variance)));
}

/** The card of “Debiased score of independent cells”. */
export const independentPoweredMeanCard: MeasureCard<{ y: number[]; f: number[]; others: number[] }> = {
  id: "prediction_powered_mean_independent",
  name: "Debiased score, independent items",
  meaning:
    "The debiased score for tables with one cell for each cluster. Views use the form by cluster; both give the same where clusters hold one cell.",
  range: "The scale of the dimension; it may pass its ends by a little.",
  undefinedWhen: "People rated no cell; the interval needs two.",
  source: "Angelopoulos, Bates, Fannjiang, Jordan & Zrnic 2023; tuned weight: Angelopoulos, Duchi & Zrnic 2023",
  example: {
    words:
      "People give 4, 6 and 5 where the judge gives 5, 7 and 6; elsewhere the judge gives 7 and 9. With λ = 1: 8 − 1.",
    input: { y: [4, 6, 5], f: [5, 7, 6], others: [7, 9] },
    value: 7,
  },
};
