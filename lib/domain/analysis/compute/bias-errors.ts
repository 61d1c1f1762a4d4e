import { meanAbsoluteError, rootMeanSquareError } from "#lib/domain/statistics/absolute-error.ts";
import { bootstrapClusterMeans } from "#lib/domain/statistics/cluster-bootstrap.ts";
import { clusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import type { Interval } from "#lib/domain/statistics/measured.ts";
import { type AnalysisContext, resamplingOf, type UnitClusters } from "../context.ts";
import type { PolicyBias } from "../findings/bias.ts";
import type { Estimate } from "../findings/common.ts";

/** With fewer clusters the percentiles of a bootstrap are too narrow to be shown. */
export const FEWEST_TO_RESAMPLE = 20;
/** With more clusters the bootstrap says what CR2 says, and takes long. */
const MOST_TO_RESAMPLE = 500;

type BiasErrors = Pick<PolicyBias, "meanAbsoluteError" | "rootMeanSquareError" | "biasBootstrap">;

/**
 * Mean absolute and root mean square error of differences with their intervals, and the bootstrap interval of the bias as a
 * check of the one by CR2. All come from the same resamples of whole clusters, from {@link FEWEST_TO_RESAMPLE} clusters on;
 * with very many clusters the errors have CR2 intervals, those of the root by its limits.
 */
export function findBiasErrors(context: AnalysisContext, d: Float64Array, clusters: UnitClusters): BiasErrors {
  const [sizes, squares] = [d.map(Math.abs), d.map((value) => value * value)];
  const filled = new Set(clusters.of).size;
  const counts = { n: d.length, clusters: filled };
  const intervals = intervalsOf(context, [d, sizes, squares], clusters, filled);
  const errorOf = (value: number | null, interval: Interval | null): Estimate => ({
    ...{ value, se: null, df: null, interval, p: null, ...counts },
    reason: value === null ? "no_data" : null,
  });
  const [bias = null, absolute = null, square = null] = intervals;
  const isChecked = filled <= MOST_TO_RESAMPLE;
  return {
    meanAbsoluteError: errorOf(meanAbsoluteError(d).value, absolute),
    rootMeanSquareError: errorOf(
      rootMeanSquareError(d).value,
      square && [Math.sqrt(Math.max(0, square[0])), Math.sqrt(square[1])],
    ),
    biasBootstrap: isChecked ? bias : null,
  };
}

function intervalsOf(
  context: AnalysisContext,
  measures: readonly Float64Array[],
  clusters: UnitClusters,
  filled: number,
): (Interval | null)[] {
  if (!context.resample || filled < FEWEST_TO_RESAMPLE) return [];
  if (filled > MOST_TO_RESAMPLE)
    return measures.map((values) => clusterMean(values, clusters, context.question.confidence).interval);
  return bootstrapClusterMeans(measures, clusters, resamplingOf(context)).map(({ interval }) => interval);
}
