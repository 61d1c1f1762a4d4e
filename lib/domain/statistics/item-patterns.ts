import type { RatedItems } from "./rated-items.ts";
import { valuePlaces } from "./value-places.ts";

/**
 * The distinct patterns of ratings that items have. Coefficients of agreement do not ask which item has which pattern,
 * only how many items have each: two raters on eleven values make at most 66 patterns, however many items there are.
 * A resample of episodes is therefore a new row of counts, and recomputing a coefficient does not touch the ratings.
 */
export type ItemPatterns = {
  /** The observed values, ascending. */
  values: Float64Array;
  /** Per pattern, the positions in `values` of its ratings; ascending, unless order was asked for. */
  patterns: Int32Array[];
  /** Items with each pattern, in the data as they are. */
  counts: Int32Array;
  /** The pattern of each item, items of one cluster side by side: cluster g has `clusterStarts[g]` up to the next. */
  patternOf: Int32Array;
  /** One more than there are clusters with a rating; the others are left out. */
  clusterStarts: Int32Array;
  /** Clusters with at least one item that has two ratings: the G that an interval of agreement rests on. */
  pairedClusters: number;
};

/** A statistic of how many items have each pattern: computed for the data and again for every resample. */
export type PatternStatistic<Result> = (counts: ArrayLike<number>) => Result;

/**
 * Finds the patterns of items in O(ratings). Items without a rating are left out. With `ordered`, (1, 2) and (2, 1) are
 * two patterns, which a table of two fixed raters needs.
 */
export function itemPatterns(items: RatedItems, { ordered = false } = {}): ItemPatterns {
  const { values, places: positions } = valuePlaces(items.scores);
  const known = new Map<number | string, number>();
  const patterns: Int32Array[] = [];
  const patternOfItem = new Int32Array(items.clusters.length).fill(-1);
  for (let item = 0; item < patternOfItem.length; item += 1) {
    const pattern = positions.subarray(items.starts[item], items.starts[item + 1]);
    if (pattern.length === 0) continue;
    if (!ordered) sortInPlace(pattern);
    const key = keyOf(pattern, values.length + 1);
    let place = known.get(key);
    if (place === undefined) {
      place = patterns.push(pattern.slice()) - 1;
      known.set(key, place);
    }
    patternOfItem[item] = place;
  }
  return { values, patterns, ...byCluster(patternOfItem, items, patterns) };
}

/** Insertion sort: items have few ratings, and the built-in sort of a typed array costs more to call than to run. */
function sortInPlace(pattern: Int32Array): void {
  for (let end = 1; end < pattern.length; end += 1) {
    const moving = pattern[end] as number;
    let place = end;
    while (place > 0 && (pattern[place - 1] as number) > moving) {
      pattern[place] = pattern[place - 1] as number;
      place -= 1;
    }
    pattern[place] = moving;
  }
}

/** A number that stands for the pattern as long as one can hold it exactly, else a text. */
function keyOf(pattern: Int32Array, base: number): number | string {
  let key = 0;
  for (let place = 0; place < pattern.length; place += 1) key = key * base + (pattern[place] as number) + 1;
  return key < Number.MAX_SAFE_INTEGER ? key : pattern.join();
}

function byCluster(patternOfItem: Int32Array, items: RatedItems, patterns: readonly Int32Array[]) {
  const sizes = new Int32Array(items.clusterCount);
  const paired = new Uint8Array(items.clusterCount);
  for (let item = 0; item < patternOfItem.length; item += 1) {
    const pattern = patterns[patternOfItem[item] as number];
    if (!pattern) continue;
    sizes[items.clusters[item] as number]! += 1;
    if (pattern.length > 1) paired[items.clusters[item] as number] = 1;
  }
  const next = new Int32Array(items.clusterCount);
  const starts: number[] = [0];
  for (let cluster = 0, total = 0; cluster < sizes.length; cluster += 1) {
    next[cluster] = total;
    total += sizes[cluster] as number;
    if (sizes[cluster]) starts.push(total);
  }
  const patternOf = new Int32Array(starts.at(-1) as number);
  const counts = new Int32Array(patterns.length);
  for (let item = 0; item < patternOfItem.length; item += 1) {
    const pattern = patternOfItem[item] as number;
    if (pattern < 0) continue;
    const cluster = items.clusters[item] as number;
    patternOf[next[cluster] as number] = pattern;
    next[cluster]! += 1;
    counts[pattern]! += 1;
  }
  const pairedClusters = paired.reduce((sum, has) => sum + has, 0);
  return { counts, patternOf, clusterStarts: Int32Array.from(starts), pairedClusters };
}
