/** Values of one measure, one entry per cell or rating. Typed arrays and plain arrays are both welcome. */
export type Values = ArrayLike<number>;

/**
 * Which cluster each entry of a list of values belongs to: `of[i]` is a whole number from 0 to `count - 1`. A cluster is
 * an episode, or a scenario where policies that played the same scenarios are compared. Clusters may be empty, so that
 * one numbering can serve several lists.
 */
export type Clusters = { of: ArrayLike<number>; count: number };

/** Numbers clusters by the order in which their keys come. */
export function numberClusters(keys: readonly (string | number)[]): Clusters {
  return numberClustersTogether([keys])[0] as Clusters;
}

/** As {@link numberClusters} for several lists at once: the same key has the same number in each of them. */
export function numberClustersTogether(lists: readonly (readonly (string | number)[])[]): Clusters[] {
  const numbers = new Map<string | number, number>();
  const numbered = lists.map((keys) => Int32Array.from(keys, (key) => numberOf(numbers, key)));
  return numbered.map((of) => ({ of, count: numbers.size }));
}

/** The same clusters numbered from 0 without gaps, in their old order: for few entries in a numbering of very many. */
export function packClusters(of: ArrayLike<number>): Clusters & { of: Int32Array } {
  let highest = -1;
  for (let i = 0; i < of.length; i += 1) if (of[i]! > highest) highest = of[i]!;
  return highest < LONGEST_TABLE * of.length ? packByTable(of, highest) : packBySorting(of);
}

/** So many times longer than the list may the numbering be: up to there a table is quicker than sorting. */
const LONGEST_TABLE = 64;

function packByTable(of: ArrayLike<number>, highest: number): Clusters & { of: Int32Array } {
  const places = new Int32Array(highest + 1).fill(-1);
  for (let i = 0; i < of.length; i += 1) places[of[i]!] = 0;
  let count = 0;
  for (let number = 0; number <= highest; number += 1) {
    if (places[number] === -1) continue;
    places[number] = count;
    count += 1;
  }
  const packed = new Int32Array(of.length);
  for (let i = 0; i < packed.length; i += 1) packed[i] = places[of[i]!]!;
  return { of: packed, count };
}

function packBySorting(of: ArrayLike<number>): Clusters & { of: Int32Array } {
  const numbers = Int32Array.from(of).sort();
  let count = 0;
  for (let i = 0; i < numbers.length; i += 1) {
    if (i > 0 && numbers[i] === numbers[i - 1]) continue;
    numbers[count] = numbers[i]!;
    count += 1;
  }
  const places = new Map<number, number>();
  for (let place = 0; place < count; place += 1) places.set(numbers[place]!, place);
  const packed = new Int32Array(of.length);
  for (let i = 0; i < packed.length; i += 1) packed[i] = places.get(of[i]!)!;
  return { of: packed, count };
}

/** How many entries each cluster holds, by cluster number. */
export function clusterSizes(clusters: Clusters): Float64Array {
  const sizes = new Float64Array(clusters.count);
  for (let i = 0; i < clusters.of.length; i += 1) sizes[clusters.of[i]!]! += 1;
  return sizes;
}

/** Sum of `values[i] - center` over each cluster, by cluster number; 0 for an empty one. */
export function clusterSums(values: Values, clusters: Clusters, center = 0): Float64Array {
  const sums = new Float64Array(clusters.count);
  for (let i = 0; i < values.length; i += 1) sums[clusters.of[i]!]! += values[i]! - center;
  return sums;
}

/** How many clusters hold at least one cell. */
export function countFilled(sizes: Float64Array): number {
  let filled = 0;
  for (let g = 0; g < sizes.length; g += 1) if (sizes[g]! > 0) filled += 1;
  return filled;
}

function numberOf(numbers: Map<string | number, number>, key: string | number): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
