import { type BootstrapInterval, bootstrapInterval, distributionOf, forEachResample } from "./bootstrap.ts";
import type { Clusters, Values } from "./clusters.ts";
import { kendallOfCounts } from "./kendall-of-counts.ts";
import { type Measured, measured, notDefined, type UndefinedReason } from "./measured.ts";
import type { BootstrapOptions } from "./pattern-bootstrap.ts";
import { clampCorrelation } from "./pearson.ts";
import { valuePlaces } from "./value-places.ts";

/**
 * The distinct pairs of values that cells have. Ratings lie on a lattice, so there are few of them however many cells
 * there are; a correlation asks only how many cells have each pair, and a resample of clusters is a new row of counts.
 */
export type PairPatterns = {
  /** Distinct values of either side, ascending. */
  xValues: Float64Array;
  yValues: Float64Array;
  /** Of each pattern, the places of its values in the two lists. */
  x: Int32Array;
  y: Int32Array;
  /** How many cells have each pattern. */
  counts: Int32Array;
  /** Pattern of each cell, cells of one cluster side by side from `clusterStarts[cluster]` on. */
  patternOf: Int32Array;
  clusterStarts: Int32Array;
};

/** The correlations of two sides of cells: of ranks, of values, and of the order of pairs (tau-b). */
export const CORRELATIONS = ["spearman", "pearson", "kendall"] as const;
export type CorrelationName = (typeof CORRELATIONS)[number];

/** Finds the patterns of cells in O(n log n). Clusters are numbered from 0 without gaps. */
export function pairPatterns(x: Values, y: Values, clusters: Clusters): PairPatterns {
  const [ofX, ofY] = [valuePlaces(x), valuePlaces(y)];
  const width = ofY.values.length;
  const codes = new Float64Array(x.length);
  for (let cell = 0; cell < codes.length; cell += 1) codes[cell] = ofX.places[cell]! * width + ofY.places[cell]!;
  const { values: found, places: ofCell } = valuePlaces(codes);
  const counts = new Int32Array(found.length);
  for (const pattern of ofCell) counts[pattern]! += 1;
  return {
    xValues: ofX.values,
    yValues: ofY.values,
    x: Int32Array.from(found, (code) => Math.floor(code / width)),
    y: Int32Array.from(found, (code) => code % width),
    counts,
    ...byCluster(ofCell, clusters),
  };
}

/**
 * The correlations of cells that are given as counts of patterns: the same numbers as from the cells themselves, undefined
 * in the same cases. What they share (how often each value comes, and what is undefined) is found once.
 */
export function correlationsOfCounts(
  patterns: PairPatterns,
  counts: ArrayLike<number>,
): Record<CorrelationName, Measured> {
  const { x, y, xValues, yValues } = patterns;
  const [xCounts, yCounts] = [new Float64Array(xValues.length), new Float64Array(yValues.length)];
  let n = 0;
  for (let pattern = 0; pattern < x.length; pattern += 1) {
    const count = counts[pattern]!;
    xCounts[x[pattern]!]! += count;
    yCounts[y[pattern]!]! += count;
    n += count;
  }
  const reason = whyNone(n, xCounts, yCounts);
  if (reason) return byCorrelation(() => notDefined(reason));
  const sides = { xCounts, yCounts, n };
  return {
    spearman: measured(productMoment(patterns, counts, sides, midRanks)),
    pearson: measured(productMoment(patterns, counts, sides, ownValues)),
    kendall: measured(kendallOfCounts(patterns, counts, sides)),
  };
}

function whyNone(n: number, xCounts: Float64Array, yCounts: Float64Array): UndefinedReason | null {
  if (n === 0) return "no_data";
  if (n === 1) return "single_pair";
  return isOneValue(xCounts) || isOneValue(yCounts) ? "constant_variable" : null;
}

/** How many cells have each value of either side, and how many cells there are. */
type Sides = { xCounts: Float64Array; yCounts: Float64Array; n: number };

/** Pearson's correlation of the positions that `placed` gives the values of either side. */
function productMoment(
  { x, y, xValues, yValues }: PairPatterns,
  counts: ArrayLike<number>,
  { xCounts, yCounts, n }: Sides,
  placed: typeof ownValues,
): number {
  const [xs, ys] = [centred(placed(xCounts, xValues), xCounts, n), centred(placed(yCounts, yValues), yCounts, n)];
  let [sxy, sxx, syy] = [0, 0, 0];
  for (let pattern = 0; pattern < x.length; pattern += 1) sxy += counts[pattern]! * xs[x[pattern]!]! * ys[y[pattern]!]!;
  for (let i = 0; i < xs.length; i += 1) sxx += xCounts[i]! * xs[i]! ** 2;
  for (let i = 0; i < ys.length; i += 1) syy += yCounts[i]! * ys[i]! ** 2;
  return clampCorrelation(sxy / Math.sqrt(sxx * syy));
}

/** All correlations with the intervals of one cluster bootstrap. Costs O(cells) additions for each resample. */
export function bootstrapCorrelations(
  patterns: PairPatterns,
  options: BootstrapOptions,
): Record<CorrelationName, { estimate: Measured; bootstrap: BootstrapInterval | null }> {
  const clusters = patterns.clusterStarts.length - 1;
  const values = byCorrelation((): (number | null)[] => []);
  const estimates = correlationsOfCounts(patterns, patterns.counts);
  const defined = CORRELATIONS.filter((name) => estimates[name].value !== null);
  const counts = new Int32Array(patterns.counts.length);
  if (defined.length > 0)
    forEachResample({ ...options, clusterCount: clusters }, (drawn) => {
      countDrawn(patterns, drawn, counts);
      const found = correlationsOfCounts(patterns, counts);
      for (const name of defined) values[name].push(found[name].value);
    });
  const shape = { clusters, confidence: options.confidence };
  return byCorrelation((name) => {
    const estimate = estimates[name];
    if (estimate.value === null) return { estimate, bootstrap: null };
    return { estimate, bootstrap: bootstrapInterval(estimate.value, distributionOf(values[name]), shape) };
  });
}

/** Something for each correlation, under its name. */
export function byCorrelation<Part>(of: (name: CorrelationName) => Part): Record<CorrelationName, Part> {
  return { spearman: of("spearman"), pearson: of("pearson"), kendall: of("kendall") };
}

/** Fills `counts` with how many cells of the drawn clusters have each pattern. */
export function countDrawn(
  { patternOf, clusterStarts }: Pick<PairPatterns, "patternOf" | "clusterStarts">,
  drawn: ArrayLike<number>,
  counts: Int32Array,
): void {
  counts.fill(0);
  for (let place = 0; place < drawn.length; place += 1) {
    const end = clusterStarts[drawn[place]! + 1]!;
    for (let cell = clusterStarts[drawn[place]!]!; cell < end; cell += 1) counts[patternOf[cell]!]! += 1;
  }
}

function ownValues(_: Float64Array, values: Float64Array): Float64Array {
  return values.slice();
}

function midRanks(counts: Float64Array): Float64Array {
  const out = new Float64Array(counts.length);
  let below = 0;
  for (let i = 0; i < counts.length; i += 1) {
    out[i] = below + (counts[i]! + 1) / 2;
    below += counts[i]!;
  }
  return out;
}

/** Positions less their mean over the cells, in place. */
function centred(out: Float64Array, counts: Float64Array, n: number): Float64Array {
  let sum = 0;
  for (let i = 0; i < out.length; i += 1) sum += counts[i]! * out[i]!;
  for (let i = 0; i < out.length; i += 1) out[i]! -= sum / n;
  return out;
}

function isOneValue(counts: Float64Array): boolean {
  let used = 0;
  for (const count of counts) if (count > 0) used += 1;
  return used < 2;
}

function byCluster(ofCell: Int32Array, { of, count }: Clusters): Pick<PairPatterns, "patternOf" | "clusterStarts"> {
  const clusterStarts = new Int32Array(count + 1);
  for (let cell = 0; cell < ofCell.length; cell += 1) clusterStarts[of[cell]! + 1]! += 1;
  for (let cluster = 0; cluster < count; cluster += 1) clusterStarts[cluster + 1]! += clusterStarts[cluster]!;
  const next = clusterStarts.slice(0, -1);
  const patternOf = new Int32Array(ofCell.length);
  for (let cell = 0; cell < ofCell.length; cell += 1) {
    const cluster = of[cell]!;
    patternOf[next[cluster]!] = ofCell[cell]!;
    next[cluster]! += 1;
  }
  return { patternOf, clusterStarts };
}
