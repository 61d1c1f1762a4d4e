import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { studentTQuantile } from "./distributions.ts";
import type { MeasureCard } from "./measure-card.ts";
import type { Interval, UndefinedReason } from "./measured.ts";
import { quantile } from "./quantile.ts";

/** From this many clusters on the percentile interval covers as promised; below it, see {@link bootstrapInterval}. */
const PERCENTILE_FROM_CLUSTERS = 40;

/** Above this share of resamples without a value there is no interval. */
const UNDEFINED_SHARE = 0.1;

/** Outputs of the generator that are thrown away first, so that neighbouring seeds give unlike resamples. */
const WARM_UP = 64;

/** The values of a statistic over resamples, ascending, and how many resamples gave none. */
export type BootstrapDistribution = { values: Float64Array; undefinedCount: number };

/** An interval from resamples, or the reason why there is none; `method` says how it was made. */
export type BootstrapInterval = {
  interval: Interval | null;
  reason: UndefinedReason | null;
  method: "percentile" | "atanh-t";
  resamples: number;
  undefinedCount: number;
  clusters: number;
  /** Standard deviation of the statistic over the resamples; null without an interval. */
  se: number | null;
};

/**
 * How many resamples of how many clusters, and where chance starts. `pause` is called after each resample, so that whoever
 * resamples for long can look up from it; it may throw to give up.
 */
export type Resampling = { clusterCount: number; resamples: number; seed: number; pause?: () => void };

/**
 * Draws `resamples` times as many clusters as there are, with replacement, and hands each draw (cluster numbers, reused
 * between calls: read it, do not keep it) to `visit`. The same seed gives the same draws on every machine. Drawn by
 * multiplication, whose bias is below clusterCount / 2³².
 */
export function forEachResample(
  { clusterCount, resamples, seed, pause }: Resampling,
  visit: (drawn: Int32Array) => void,
): void {
  const generator = warmGenerator(seed);
  const drawn = new Int32Array(clusterCount);
  const scale = clusterCount / 2 ** 32;
  for (let resample = 0; resample < resamples; resample += 1) {
    for (let place = 0; place < clusterCount; place += 1) drawn[place] = (generator.next() >>> 0) * scale;
    visit(drawn);
    pause?.();
  }
}

/**
 * The same draws for clusters of a few kinds: hands the number of drawn clusters of each kind to `visit`. `kindOf[c]` is
 * the kind of cluster c. Counting while drawing halves the time, which counts in tens of millions of draws.
 */
export function forEachResampleOfKinds(
  kindOf: Int32Array,
  kindCount: number,
  { resamples, seed, pause }: Omit<Resampling, "clusterCount">,
  visit: (counts: Int32Array) => void,
): void {
  const generator = warmGenerator(seed);
  const counts = new Int32Array(kindCount);
  const clusterCount = kindOf.length;
  const scale = clusterCount / 2 ** 32;
  for (let resample = 0; resample < resamples; resample += 1) {
    counts.fill(0);
    for (let place = 0; place < clusterCount; place += 1)
      counts[kindOf[((generator.next() >>> 0) * scale) | 0] as number]! += 1;
    visit(counts);
    pause?.();
  }
}

function warmGenerator(seed: number) {
  const generator = xoroshiro128plus(seed | 0);
  for (let skipped = 0; skipped < WARM_UP; skipped += 1) generator.next();
  return generator;
}

/**
 * The bootstrap distribution of any statistic of whole clusters (episodes): `statistic` gets the drawn cluster numbers
 * and answers a number, or null where the resample has none. Single ratings are never resampled. Statistics.md 2.9.
 */
export function bootstrapClusters(
  options: Resampling,
  statistic: (drawn: Int32Array) => number | null,
): BootstrapDistribution {
  const values: (number | null)[] = [];
  forEachResample(options, (drawn) => values.push(statistic(drawn)));
  return distributionOf(values);
}

/** Sorts the defined values of resamples and counts the others. */
export function distributionOf(values: readonly (number | null)[]): BootstrapDistribution {
  const defined = Float64Array.from(values.filter((value) => value !== null)).sort();
  return { values: defined, undefinedCount: values.length - defined.length };
}

/**
 * The interval of a coefficient that lies between −1 and 1. From 40 clusters on the percentile interval (quantiles of
 * type 7). Below, percentiles are too narrow, and the interval is tanh(atanh(estimate) ± t·s) with G − 1 degrees of
 * freedom and s the standard deviation of atanh over the resamples; for G = 10, 20, 40 both were simulated to cover as
 * promised. `clusters` is the number of clusters that carry information, `estimate` the value for the data as they are.
 * None with one cluster, when more than a tenth of the resamples have no value, or when they do not vary.
 */
export function bootstrapInterval(
  estimate: number,
  distribution: BootstrapDistribution,
  { clusters, confidence }: { clusters: number; confidence: number },
): BootstrapInterval {
  const { values, undefinedCount } = distribution;
  const resamples = values.length + undefinedCount;
  const method = clusters >= PERCENTILE_FROM_CLUSTERS ? "percentile" : "atanh-t";
  const shared = { method, resamples, undefinedCount, clusters } as const;
  const none = (reason: UndefinedReason) => ({ ...shared, interval: null, reason, se: null });
  if (clusters < 2) return none("single_cluster");
  if (undefinedCount > UNDEFINED_SHARE * resamples) return none("unstable_bootstrap");
  if (values.length === 0 || values[0] === values.at(-1)) return none("zero_variance");
  const interval =
    method === "percentile"
      ? percentileInterval(values, confidence)
      : atanhInterval(estimate, values, clusters, confidence);
  if (!interval) return none("zero_variance");
  return { ...shared, interval, reason: null, se: standardDeviation(values) };
}

/** The central share `confidence` of sorted resampled values, by quantiles of type 7. */
export function percentileInterval(sorted: ArrayLike<number>, confidence: number): Interval {
  return [quantile(sorted, (1 - confidence) / 2), quantile(sorted, (1 + confidence) / 2)];
}

/** Values at ±1 have no atanh: they are put beside the most extreme value that has one. Null if nothing varies then. */
function atanhInterval(estimate: number, values: Float64Array, clusters: number, confidence: number): Interval | null {
  const inside = [...values.filter((value) => Math.abs(value) < 1), estimate].filter((value) => Math.abs(value) < 1);
  const low = inside.reduce((least, value) => Math.min(least, value), 1);
  const high = inside.reduce((most, value) => Math.max(most, value), -1);
  const transform = (value: number) => Math.atanh(Math.min(high, Math.max(low, value)));
  const s = inside.length > 0 ? standardDeviation(values.map(transform)) : 0;
  if (s === 0) return null;
  const reach = studentTQuantile((1 + confidence) / 2, clusters - 1) * s;
  return [Math.tanh(transform(estimate) - reach), Math.tanh(transform(estimate) + reach)];
}

function standardDeviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
}

/** The card of “Interval from resamples”. */
export const episodeBootstrapCard: MeasureCard<{ values: number[]; clusters: number; confidence: number }> = {
  id: "episode_bootstrap",
  name: "Interval from resampled episodes",
  meaning:
    "From where to where a coefficient moves when whole episodes are drawn again with replacement, so many times and from the seed that the view names. Below 40 episodes that carry information (for α and ICC those in which scores vary) the spread of the resamples is put on a scale without ends first.",
  range: "Within the values that the coefficient can have.",
  undefinedWhen: "There is one cluster, resamples do not vary, or more than one in ten has no value.",
  source: "Cluster bootstrap, percentiles of type 7; below 40 clusters atanh and t",
  example: {
    words: "Five resamples of 40 episodes give 0, 0.25, 0.5, 0.75 and 0.9: the lower end of the middle half.",
    input: { values: [0, 0.25, 0.5, 0.75, 0.9], clusters: 40, confidence: 0.5 },
    value: 0.25,
  },
};
