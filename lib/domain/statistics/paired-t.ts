import type { Values } from "./clusters.ts";
import { studentTTwoSided } from "./distributions.ts";
import { DEFAULT_CONFIDENCE, tInterval } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
import type { Interval, UndefinedReason } from "./measured.ts";
import { mean, rootOfVariance, sampleVariance } from "./moments.ts";

/** A t test of "the mean difference is 0". */
export type PairedT = {
  mean: number | null;
  t: number | null;
  df: number | null;
  /** Two-sided. */
  p: number | null;
  interval: Interval | null;
  reason: UndefinedReason | null;
};

/**
 * Student's paired t test on differences `d` that are independent: use it on one difference per episode; for cells in
 * clusters `clusterMean` is the right test. No difference: `no_data`; one: `single_pair`; no spread: `zero_variance`, also
 * where the mean is not 0 and other programs print an infinite t.
 */
export function pairedT(d: Values, confidence: number = DEFAULT_CONFIDENCE): PairedT {
  const nothing = { t: null, p: null, interval: null };
  if (d.length === 0) return { ...nothing, mean: null, df: null, reason: "no_data" };
  const center = mean(d);
  if (d.length === 1) return { ...nothing, mean: center, df: null, reason: "single_pair" };
  const df = d.length - 1;
  const se = rootOfVariance(sampleVariance(d) / d.length, d);
  if (se === 0) return { ...nothing, mean: center, df, reason: "zero_variance" };
  const t = center / se;
  const interval = tInterval(center, se, df, confidence);
  return { mean: center, t, df, p: studentTTwoSided(t, df), interval, reason: null };
}

/** The card of “Paired t”. */
export const pairedTCard: MeasureCard<{ d: number[] }> = {
  id: "paired_t",
  name: "Paired t",
  meaning:
    "How many standard errors the mean of paired differences lies from 0. For one difference of each episode or scenario; where an episode holds several, the test by episode stands in its place.",
  range: "0: no difference; beyond ±2 or so, rarely by chance.",
  undefinedWhen: "There are fewer than two pairs, or all differences are equal.",
  source: "Student 1908",
  example: {
    words: "Differences of 1, 2 and 3: the mean 2 over 1/√3.",
    input: { d: [1, 2, 3] },
    value: 2 * Math.sqrt(3),
  },
};
