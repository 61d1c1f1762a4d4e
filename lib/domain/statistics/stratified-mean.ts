import type { MeasureCard } from "./measure-card.ts";
import type { UndefinedReason } from "./measured.ts";
import { mean, sampleVariance } from "./moments.ts";

/** One stratum: the cells that it has, and the values of those drawn from it at random. */
export type StratumSample = { size: number; values: readonly number[] };

/** A mean over all strata, each with the weight of its size. */
export type StratifiedMean = { value: number | null; se: number | null; reason: UndefinedReason | null };

/**
 * Σ (N_h/N)·mean_h with variance Σ (N_h/N)²·(1 - n_h/N_h)·s_h²/n_h; without `finite` the correction 1 - n_h/N_h is left
 * out. A stratum without a value: `no_data`; a stratum with one of several cells drawn: a mean without standard error
 * (`single_item`).
 */
export function stratifiedMean(strata: readonly StratumSample[], { finite }: { finite: boolean }): StratifiedMean {
  const filled = strata.filter(({ size }) => size > 0);
  if (filled.length === 0 || filled.some(({ values }) => values.length === 0))
    return { value: null, se: null, reason: "no_data" };
  const total = filled.reduce((sum, { size }) => sum + size, 0);
  const value = filled.reduce((sum, { size, values }) => sum + (size / total) * mean(values), 0);
  let variance = 0;
  for (const { size, values } of filled) {
    const correction = finite ? Math.max(0, 1 - values.length / size) : 1;
    if (correction === 0) continue;
    if (values.length === 1) return { value, se: null, reason: "single_item" };
    variance += (size / total) ** 2 * correction * (sampleVariance(values) / values.length);
  }
  return { value, se: Math.sqrt(variance), reason: null };
}

/** The card of “Mean over strata”. */
export const stratifiedMeanCard: MeasureCard<StratumSample[]> = {
  id: "stratified_mean",
  name: "Mean over strata",
  meaning:
    "The mean over all items when each stratum was sampled by itself: every stratum counts by its size, however many of its items were rated.",
  range: "The scale of the dimension.",
  undefinedWhen: "A stratum has no rated item; the standard error needs two in each stratum.",
  source: "Cochran 1977, Sampling Techniques, with correction for finite strata",
  example: {
    words: "60 items of which two are rated 4 and 6, and 40 of which two are rated 8 and 8: 0.6 · 5 + 0.4 · 8.",
    input: [
      { size: 60, values: [4, 6] },
      { size: 40, values: [8, 8] },
    ],
    value: 6.2,
  },
};
