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
  const parts = [...new Set(cells.group)].map((group) => patternsOfPolicy(cells, clusters, group));
  const merged = mergePatterns(parts);
  const counts = new Int32Array(merged.patternCount);
  const values: (number | null)[] = [];
  forEachResample({ clusterCount: clusters.count, resamples, seed }, (drawn) => {
    countDrawn(merged, drawn, counts);
    let [sum, used, from] = [0, 0, 0];
    for (const part of parts) {
      const to = from + part.counts.length;
      const { value } = correlationOfCounts(part, counts.subarray(from, to), "spearman");
      from = to;
      if (value === null) continue;
      sum += value;
      used += 1;
    }
    values.push(used === 0 ? null : sum / used);
  });
  return bootstrapInterval(estimate.value, distributionOf(values), { clusters: clusters.count, confidence });
}

type Laid = Pick<PairPatterns, "patternOf" | "clusterStarts">;

/** The cells of several sets of patterns in one list by cluster, so that a resample is counted once for all of them. */
function mergePatterns(parts: readonly PairPatterns[]): Laid & { patternCount: number } {
  const clusterStarts = new Int32Array(parts[0]?.clusterStarts.length ?? 1);
  for (const part of parts)
    for (let cluster = 0; cluster < clusterStarts.length; cluster += 1)
      clusterStarts[cluster]! += part.clusterStarts[cluster]!;
  const patternOf = new Int32Array(clusterStarts.at(-1) ?? 0);
  const next = clusterStarts.slice();
  let offset = 0;
  for (const { patternOf: own, clusterStarts: starts, counts } of parts) {
    for (let cluster = 0; cluster + 1 < starts.length; cluster += 1)
      for (let cell = starts[cluster]!; cell < starts[cluster + 1]!; cell += 1) {
        patternOf[next[cluster]!] = own[cell]! + offset;
        next[cluster]! += 1;
      }
    offset += counts.length;
  }
  return { patternOf, clusterStarts, patternCount: offset };
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
