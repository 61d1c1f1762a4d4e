import {
  type BootstrapInterval,
  bootstrapInterval,
  distributionOf,
  forEachResample,
} from "#lib/domain/statistics/bootstrap.ts";
import type { Measured } from "#lib/domain/statistics/measured.ts";
import {
  byCorrelation,
  CORRELATIONS,
  type CorrelationName,
  correlationsOfCounts,
  countDrawn,
  type PairPatterns,
  pairPatterns,
} from "#lib/domain/statistics/pair-patterns.ts";
import type { BootstrapOptions } from "#lib/domain/statistics/pattern-bootstrap.ts";
import type { DimensionCells } from "../cells.ts";
import type { UnitClusters } from "../context.ts";

/** Something for the correlation within policies and for that of all cells together. */
type WithinAndPooled<Part> = { within: Part; pooled: Part };

/**
 * Intervals of the correlations of judge and people: whole clusters are drawn once for all of them. `within` is the mean
 * over the policies in `isUsed` (by policy) of the correlation in each. Clusters of all policies are drawn together, because two agents of one
 * episode may stand for different policies; policies without a value in a resample are left out of its mean, as they are
 * in the data. Null where the value itself is not defined, and for `pooled` unless `isPooled` asks for it.
 */
export function bootstrapJudgeCorrelations(
  cells: DimensionCells,
  clusters: UnitClusters,
  {
    estimates,
    isUsed,
    isPooled,
  }: {
    estimates: Readonly<Record<CorrelationName, WithinAndPooled<Measured>>>;
    isUsed: readonly boolean[];
    isPooled: boolean;
  },
  { resamples, seed, confidence, pause }: BootstrapOptions,
): Record<CorrelationName, WithinAndPooled<BootstrapInterval | null>> {
  const groups = [...new Set(cells.group)];
  const parts = groups.map((group) => patternsOfPolicy(cells, clusters, group));
  const isInMean = groups.map((group) => isUsed[group] ?? false);
  const pooled = pairPatterns(cells.judge, cells.human, clusters);
  const merged = mergePatterns(parts, pooled);
  const counts = new Int32Array(merged.toPooled.length);
  const pooledCounts = new Int32Array(pooled.counts.length);
  const values = byCorrelation((): WithinAndPooled<(number | null)[]> => ({ within: [], pooled: [] }));
  forEachResample({ clusterCount: clusters.count, resamples, seed, pause }, (drawn) => {
    countDrawn(merged, drawn, counts);
    const within = meansWithin(parts, isInMean, counts);
    for (const name of CORRELATIONS) values[name].within.push(within[name]);
    if (!isPooled) return;
    pooledCounts.fill(0);
    for (let pattern = 0; pattern < counts.length; pattern += 1)
      pooledCounts[merged.toPooled[pattern]!]! += counts[pattern]!;
    const together = correlationsOfCounts(pooled, pooledCounts);
    for (const name of CORRELATIONS) values[name].pooled.push(together[name].value);
  });
  const shape = { clusters: clusters.count, confidence };
  const intervalOf = ({ value }: Measured, resampled: (number | null)[]) =>
    value === null ? null : bootstrapInterval(value, distributionOf(resampled), shape);
  return byCorrelation((name) => ({
    within: intervalOf(estimates[name].within, values[name].within),
    pooled: isPooled ? intervalOf(estimates[name].pooled, values[name].pooled) : null,
  }));
}

/** Means of the policies' own correlations; their counts lie one after the other. */
function meansWithin(
  parts: readonly PairPatterns[],
  isInMean: readonly boolean[],
  counts: Int32Array,
): Record<CorrelationName, number | null> {
  const sums = byCorrelation(() => 0);
  let [used, from] = [0, 0];
  for (const [place, part] of parts.entries()) {
    const to = from + part.counts.length;
    const found = isInMean[place] ? correlationsOfCounts(part, counts.subarray(from, to)) : null;
    from = to;
    // All three are defined in the same cases.
    if (!found || found.spearman.value === null) continue;
    for (const name of CORRELATIONS) sums[name] += found[name].value ?? 0;
    used += 1;
  }
  return byCorrelation((name) => (used === 0 ? null : sums[name] / used));
}

/** Cells of several sets of patterns in one list by cluster; `toPooled` gives each pattern its place in the pooled set. */
type Merged = Pick<PairPatterns, "patternOf" | "clusterStarts"> & { toPooled: Int32Array };

function mergePatterns(parts: readonly PairPatterns[], pooled: PairPatterns): Merged {
  const { clusterStarts } = pooled;
  const patternOf = new Int32Array(pooled.patternOf.length);
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
  const places = new Map(Array.from(pooled.x, (_, pattern) => [pairOf(pooled, pattern), pattern]));
  const toPooled = parts.flatMap((part) => Array.from(part.x, (_, pattern) => places.get(pairOf(part, pattern))!));
  return { patternOf, clusterStarts, toPooled: Int32Array.from(toPooled) };
}

function pairOf({ x, y, xValues, yValues }: PairPatterns, pattern: number): string {
  return `${xValues[x[pattern]!]} ${yValues[y[pattern]!]}`;
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
