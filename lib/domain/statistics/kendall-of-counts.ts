import { clampCorrelation } from "./pearson.ts";

/** Distinct pairs of values, sorted by x and then y, as places in the ascending lists of values of either side. */
type SortedPairs = {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  yValues: ArrayLike<number>;
};

/** How many cells have each value of either side, and how many cells there are. */
type SideCounts = { xCounts: Float64Array; yCounts: Float64Array; n: number };

/** Up to so many lattice points for a pair that occurs, walking the lattice is quicker than a tree. */
const POINTS_PER_PAIR = 16;

/**
 * Kendall's tau-b of cells that are given as counts of distinct pairs: the number that {@link
 * import("./kendall.ts").kendallTauB} gives for the cells. Both sides vary, which the caller makes sure of. Pairs with one x
 * are compared with all that have a lower x: on a lattice of few points in O(points), else by a binary indexed tree in
 * O(pairs · log of the values). Both count whole numbers, so they agree to the last digit.
 */
export function kendallOfCounts(
  sorted: SortedPairs,
  counts: ArrayLike<number>,
  { xCounts, yCounts, n }: SideCounts,
): number {
  const points = xCounts.length * yCounts.length;
  const isLattice = points <= POINTS_PER_PAIR * sorted.x.length;
  const score = isLattice ? scoreOnLattice(sorted, counts) : scoreByTree(sorted, counts);
  const pairs = pairsOf(n);
  return clampCorrelation(score / Math.sqrt(pairs - tiedPairs(xCounts)) / Math.sqrt(pairs - tiedPairs(yCounts)));
}

/** Concordant less discordant pairs; `earlier` holds by y how many cells have a lower x. */
function scoreOnLattice({ x, y, yValues }: SortedPairs, counts: ArrayLike<number>): number {
  const earlier = new Float64Array(yValues.length);
  let [lower, score] = [0, 0];
  for (let start = 0; start < x.length; ) {
    const own = x[start]!;
    let [end, below, reached] = [start, 0, 0];
    for (; end < x.length && x[end] === own; end += 1) {
      const at = y[end]!;
      for (; reached < at; reached += 1) below += earlier[reached]!;
      score += counts[end]! * (2 * below + earlier[at]! - lower);
    }
    for (; start < end; start += 1) {
      earlier[y[start]!]! += counts[start]!;
      lower += counts[start]!;
    }
  }
  return score;
}

/** The same where few points of a large lattice occur. */
function scoreByTree({ x, y, yValues }: SortedPairs, counts: ArrayLike<number>): number {
  const tree = new Float64Array(yValues.length + 1);
  let [lower, score] = [0, 0];
  for (let start = 0; start < x.length; ) {
    let end = start;
    let inGroup = 0;
    for (; end < x.length && x[end] === x[start]; end += 1) {
      const count = counts[end]!;
      if (count === 0) continue;
      score += count * (countUpTo(tree, y[end]!) - (lower - countUpTo(tree, y[end]! + 1)));
      inGroup += count;
    }
    for (let place = start; place < end; place += 1) if (counts[place]! > 0) addTo(tree, y[place]!, counts[place]!);
    lower += inGroup;
    start = end;
  }
  return score;
}

/** How many were added at places below `end`. */
function countUpTo(tree: Float64Array, end: number): number {
  let sum = 0;
  for (let node = end; node > 0; node -= node & -node) sum += tree[node]!;
  return sum;
}

function addTo(tree: Float64Array, place: number, count: number): void {
  for (let node = place + 1; node < tree.length; node += node & -node) tree[node]! += count;
}

function pairsOf(n: number): number {
  return (n * (n - 1)) / 2;
}

function tiedPairs(counts: Float64Array): number {
  let tied = 0;
  for (const count of counts) tied += pairsOf(count);
  return tied;
}
