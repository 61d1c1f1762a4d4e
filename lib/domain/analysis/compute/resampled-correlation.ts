import {
  type BootstrapInterval,
  bootstrapInterval,
  distributionOf,
  forEachResample,
} from "#lib/domain/statistics/bootstrap.ts";
import { clusterSizes } from "#lib/domain/statistics/clusters.ts";
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

/** The pairs of scores that the cells of each policy have, by its place, and those of all cells; in `clusters` clusters. */
export type PolicyPatterns = { parts: PairPatterns[]; pooled: PairPatterns; clusters: number };

/** Finds the patterns of cells of so many policies. O(cells + policies · clusters). */
export function policyPatterns(cells: DimensionCells, clusters: UnitClusters, policies: number): PolicyPatterns {
  return {
    parts: cellsByPolicy(cells, clusters, policies).map((part) => pairPatterns(part.judge, part.human, part.clusters)),
    pooled: pairPatterns(cells.judge, cells.human, clusters),
    clusters: clusters.count,
  };
}

/**
 * Intervals of the correlations of judge and people: whole clusters are drawn once for all of them. `within` is the mean
 * over the policies in `isUsed` (by policy) of the correlation in each. Clusters of all policies are drawn together, because two agents of one
 * episode may stand for different policies; policies without a value in a resample are left out of its mean, as they are
 * in the data. Null where the value itself is not defined, and for `pooled` unless `isPooled` asks for it.
 */
export function bootstrapJudgeCorrelations(
  { parts, pooled, clusters }: PolicyPatterns,
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
  const merged = mergePatterns(parts, pooled);
  const counts = new Int32Array(merged.toPooled.length);
  const pooledCounts = new Int32Array(pooled.counts.length);
  const values = byCorrelation((): WithinAndPooled<(number | null)[]> => ({ within: [], pooled: [] }));
  forEachResample({ clusterCount: clusters, resamples, seed, pause }, (drawn) => {
    countDrawn(merged, drawn, counts);
    const within = meansWithin(parts, isUsed, counts);
    for (const name of CORRELATIONS) values[name].within.push(within[name]);
    if (!isPooled) return;
    pooledCounts.fill(0);
    for (let pattern = 0; pattern < counts.length; pattern += 1)
      pooledCounts[merged.toPooled[pattern]!]! += counts[pattern]!;
    const together = correlationsOfCounts(pooled, pooledCounts);
    for (const name of CORRELATIONS) values[name].pooled.push(together[name].value);
  });
  const shape = { clusters, confidence };
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
  isUsed: readonly boolean[],
  counts: Int32Array,
): Record<CorrelationName, number | null> {
  const sums = byCorrelation(() => 0);
  let [used, from] = [0, 0];
  for (const [place, part] of parts.entries()) {
    const to = from + part.counts.length;
    const found = isUsed[place] ? correlationsOfCounts(part, counts.subarray(from, to)) : null;
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

/** The cells of each policy by itself, in the cluster numbers of all, of which some have none of its cells. */
function cellsByPolicy({ group, judge, human }: DimensionCells, clusters: UnitClusters, policies: number) {
  const parts = Array.from(clusterSizes({ of: group, count: policies }), (size) => ({
    judge: new Float64Array(size),
    human: new Float64Array(size),
    clusters: { of: new Int32Array(size), count: clusters.count },
    filled: 0,
  }));
  for (let cell = 0; cell < group.length; cell += 1) {
    const part = parts[group[cell]!]!;
    part.judge[part.filled] = judge[cell]!;
    part.human[part.filled] = human[cell]!;
    part.clusters.of[part.filled] = clusters.of[cell]!;
    part.filled += 1;
  }
  return parts;
}
