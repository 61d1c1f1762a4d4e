import { clampCorrelation } from "./pearson.ts";

/** Distinct pairs of values, sorted by x and then y, as places in the ascending lists of values of either side. */
type SortedPairs = {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  xValues: ArrayLike<number>;
  yValues: ArrayLike<number>;
};

/**
 * Kendall's tau-b of cells that are given as counts of distinct pairs: the number that {@link
 * import("./kendall.ts").kendallTauB} gives for the cells. Both sides vary, which the caller makes sure of. Pairs with one x
 * are compared with all that have a lower x, whose counts a binary indexed tree holds by y: O(pairs · log of the values).
 */
export function kendallOfCounts({ x, y, xValues, yValues }: SortedPairs, counts: ArrayLike<number>): number {
  const [ofX, ofY] = [new Float64Array(xValues.length), new Float64Array(yValues.length)];
  const tree = new Float64Array(yValues.length + 1);
  let [n, lower, score] = [0, 0, 0];
  for (let start = 0; start < x.length; ) {
    let end = start;
    let inGroup = 0;
    for (; end < x.length && x[end] === x[start]; end += 1) {
      const count = counts[end]!;
      if (count === 0) continue;
      score += count * (countUpTo(tree, y[end]!) - (lower - countUpTo(tree, y[end]! + 1)));
      ofY[y[end]!]! += count;
      inGroup += count;
    }
    for (let place = start; place < end; place += 1) if (counts[place]! > 0) addTo(tree, y[place]!, counts[place]!);
    ofX[x[start]!] = inGroup;
    lower += inGroup;
    n += inGroup;
    start = end;
  }
  const pairs = pairsOf(n);
  return clampCorrelation(score / Math.sqrt(pairs - tiedPairs(ofX)) / Math.sqrt(pairs - tiedPairs(ofY)));
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
