import { forEachResample, percentileInterval } from "./bootstrap.ts";
import { type Clusters, clusterSizes, clusterSums, type Values } from "./clusters.ts";
import { DEFAULT_CONFIDENCE } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
import type { Interval, UndefinedReason } from "./measured.ts";
import { crossDeviations, mean } from "./moments.ts";

/** All G^G resamples are enumerated up to this many clusters: 7^7 = 823,543. */
const MOST_CLUSTERS_FOR_ALL_RESAMPLES = 7;

/** Percentile interval of a mean from resampled clusters. */
export type BootstrapMean = {
  value: number | null;
  /** Standard deviation of the resampled means. */
  se: number | null;
  interval: Interval | null;
  resamples: number;
  reason: UndefinedReason | null;
};

/** How many resamples, and by which seed; `pause` is called after each of them. */
export type BootstrapOptions = { resamples: number; seed: number; confidence?: number; pause?: () => void };

/**
 * Draws whole clusters with replacement and takes the mean over the cells drawn, which is a ratio because the number of
 * cells varies (specification of statistics, section 5). The same seed gives the same interval everywhere. One cluster:
 * `single_cluster`; resamples that all give one mean: `zero_variance`.
 */
export function bootstrapClusterMean(values: Values, clusters: Clusters, options: BootstrapOptions): BootstrapMean {
  return bootstrapClusterMeans([values], clusters, options)[0]!;
}

/** {@link bootstrapClusterMean} of several measures of the same cells, from the same draws. */
export function bootstrapClusterMeans(
  measures: readonly Values[],
  clusters: Clusters,
  { resamples, seed, confidence = DEFAULT_CONFIDENCE, pause = () => {} }: BootstrapOptions,
): BootstrapMean[] {
  const totals = measures.map((values) => totalsOf(values, clusters));
  const means = measures.map(() => new Float64Array(resamples));
  const clusterCount = totals[0]?.length ?? 0;
  let resample = 0;
  forEachResample({ clusterCount, resamples: clusterCount < 2 ? 0 : resamples, seed, pause }, (drawn) => {
    for (let measure = 0; measure < totals.length; measure += 1)
      means[measure]![resample] = meanOfDrawn(totals[measure]!, drawn);
    resample += 1;
  });
  return measures.map((values, measure) =>
    summarise(values, totals[measure]!, confidence, () => means[measure]!.sort()),
  );
}

/**
 * The bootstrap of a mean without chance: every one of the G^G ways to draw G clusters. Throws RangeError beyond
 * {@link MOST_CLUSTERS_FOR_ALL_RESAMPLES} clusters.
 */
export function exhaustBootstrapMean(
  values: Values,
  clusters: Clusters,
  confidence: number = DEFAULT_CONFIDENCE,
): BootstrapMean {
  const totals = totalsOf(values, clusters);
  if (totals.length > MOST_CLUSTERS_FOR_ALL_RESAMPLES)
    throw new RangeError(`${totals.length} clusters have too many resamples to take them all`);
  return summarise(values, totals, confidence, () => allMeans(totals).sort());
}

/** Sums and numbers of cells of the clusters that are not empty. */
type Totals = { sums: Float64Array; sizes: Float64Array; length: number };

function totalsOf(values: Values, clusters: Clusters): Totals {
  const sizes = clusterSizes(clusters);
  const sums = clusterSums(values, clusters).filter((_, g) => sizes[g]! > 0);
  return { sums, sizes: sizes.filter((size) => size > 0), length: sums.length };
}

function summarise(values: Values, totals: Totals, confidence: number, resample: () => Float64Array): BootstrapMean {
  const nothing = { value: null, se: null, interval: null, resamples: 0 };
  if (values.length === 0) return { ...nothing, reason: "no_data" };
  const value = mean(values);
  if (totals.length < 2) return { ...nothing, value, reason: "single_cluster" };
  const means = resample();
  const resamples = means.length;
  const interval = percentileInterval(means, confidence);
  const se = Math.sqrt(crossDeviations(means) / resamples);
  if (interval[0] === interval[1]) return { value, se, interval: null, resamples, reason: "zero_variance" };
  return { value, se, interval, resamples, reason: null };
}

function meanOfDrawn({ sums, sizes }: Totals, drawn: Int32Array): number {
  let sum = 0;
  let size = 0;
  for (let place = 0; place < drawn.length; place += 1) {
    sum += sums[drawn[place]!]!;
    size += sizes[drawn[place]!]!;
  }
  return sum / size;
}

/** Counts through all draws as through the digits of a number with base G. */
function allMeans(totals: Totals): Float64Array {
  const base = totals.length;
  const drawn = new Int32Array(base);
  return Float64Array.from({ length: base ** base }, (_, draw) => {
    for (let place = 0, rest = draw; place < base; place += 1, rest = Math.floor(rest / base))
      drawn[place] = rest % base;
    return meanOfDrawn(totals, drawn);
  });
}

/** The card of “Bootstrap by cluster”. */
export const clusterBootstrapCard: MeasureCard<{ clusters: number[][] }> = {
  id: "cluster_bootstrap",
  name: "Bootstrap by episode",
  meaning:
    "A check of an interval without its assumptions: whole episodes are drawn again and again with replacement, and the mean is taken each time. Too narrow with few episodes, so views show it from 20 on.",
  range: "Above 0, in points, as a standard error; the interval holds the middle 95 % of the means drawn.",
  undefinedWhen: "There are fewer than two clusters, or all resamples give one mean.",
  source: "Cluster bootstrap of a ratio, Davison & Hinkley 1997",
  example: {
    words:
      "Two episodes with the values 1 and 3: the four ways to draw two give 1, 2, 2 and 3, whose standard deviation is √½.",
    input: { clusters: [[1], [3]] },
    value: Math.SQRT1_2,
  },
};
