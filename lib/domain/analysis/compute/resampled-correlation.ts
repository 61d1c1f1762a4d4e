import {
  type BootstrapInterval,
  bootstrapInterval,
  distributionOf,
  forEachResample,
} from "#lib/domain/statistics/bootstrap.ts";
import type { Measured } from "#lib/domain/statistics/measured.ts";
import {
  bootstrapCorrelation,
  correlationOfCounts,
  countDrawn,
  type PairPatterns,
  type PatternCorrelation,
  pairPatterns,
} from "#lib/domain/statistics/pair-patterns.ts";
import type { DimensionCells } from "../cells.ts";
import type { UnitClusters } from "../context.ts";
import type { AnalysisQuestion } from "../question.ts";

type Resampling = Pick<AnalysisQuestion, "resamples" | "seed" | "confidence">;

/** Interval of a correlation over all cells together. */
export function bootstrapPooled(
  cells: DimensionCells,
  clusters: UnitClusters,
  kind: PatternCorrelation,
  { resamples, seed, confidence }: Resampling,
): BootstrapInterval | null {
  const patterns = pairPatterns(cells.judge, cells.human, clusters);
  return bootstrapCorrelation(patterns, kind, { resamples, seed, confidence }).bootstrap;
}

/**
 * Interval of the mean over policies of Spearman's correlation within each. Clusters of all policies are drawn together,
 * because two agents of one episode may stand for different policies; policies without a value in a resample are left
 * out of its mean, as they are in the data.
 */
export function bootstrapWithin(
  cells: DimensionCells,
  clusters: UnitClusters,
  estimate: Measured,
  { resamples, seed, confidence }: Resampling,
): BootstrapInterval | null {
  if (estimate.value === null) return null;
  const policies = [...new Set(cells.group)].map((group) => patternsOfPolicy(cells, clusters, group));
  const counts = policies.map((patterns) => new Int32Array(patterns.counts.length));
  const values: (number | null)[] = [];
  forEachResample({ clusterCount: clusters.count, resamples, seed }, (drawn) => {
    let [sum, used] = [0, 0];
    for (const [place, patterns] of policies.entries()) {
      countDrawn(patterns, drawn, counts[place]!);
      const { value } = correlationOfCounts(patterns, counts[place]!, "spearman");
      if (value === null) continue;
      sum += value;
      used += 1;
    }
    values.push(used === 0 ? null : sum / used);
  });
  return bootstrapInterval(estimate.value, distributionOf(values), { clusters: clusters.count, confidence });
}

/** The patterns of one policy's cells, in the cluster numbers of all, of which some have none of its cells. */
function patternsOfPolicy(
  { group, judge, human }: DimensionCells,
  clusters: UnitClusters,
  policy: number,
): PairPatterns {
  const isOwn = (_: number, cell: number) => group[cell] === policy;
  const own = { of: clusters.of.filter(isOwn), count: clusters.count };
  return pairPatterns(judge.filter(isOwn), human.filter(isOwn), own);
}
