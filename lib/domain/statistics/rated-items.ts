/**
 * Ratings of one dimension, grouped by item: those of item i are `scores[starts[i]] … scores[starts[i + 1] − 1]`, in no
 * order that matters. `clusters` gives each item's episode (or whatever is the cluster), numbered from 0.
 */
export type RatedItems = {
  starts: Int32Array;
  scores: Float64Array;
  clusters: Int32Array;
  clusterCount: number;
};

/**
 * Builds {@link RatedItems} from one list of ratings per item, null being a missing rating. Without `clusters` every
 * item is a cluster of its own.
 */
export function ratedItems(
  units: readonly (readonly (number | null)[])[],
  clusters: ArrayLike<number> = Int32Array.from(units.keys()),
): RatedItems {
  const present = units.map((unit) => unit.filter((score) => score !== null));
  const starts = new Int32Array(units.length + 1);
  present.forEach((unit, item) => {
    starts[item + 1] = (starts[item] as number) + unit.length;
  });
  return {
    starts,
    scores: Float64Array.from(present.flat()),
    clusters: Int32Array.from(clusters),
    clusterCount: countOf(clusters),
  };
}

/**
 * Groups a long column of ratings by item in O(ratings + items). `items[r]` is the item of rating r and `clusters[i]` the
 * cluster of item i, both numbered from 0; items without a rating stay, empty.
 */
export function groupByItem(
  items: ArrayLike<number>,
  scores: ArrayLike<number>,
  clusters: ArrayLike<number>,
): RatedItems {
  const starts = new Int32Array(clusters.length + 1);
  for (let rating = 0; rating < items.length; rating += 1) starts[(items[rating] as number) + 1]! += 1;
  for (let item = 0; item < clusters.length; item += 1) starts[item + 1]! += starts[item] as number;
  const next = starts.slice(0, -1);
  const grouped = new Float64Array(items.length);
  for (let rating = 0; rating < items.length; rating += 1) {
    const item = items[rating] as number;
    grouped[next[item] as number] = scores[rating] as number;
    next[item]! += 1;
  }
  return { starts, scores: grouped, clusters: Int32Array.from(clusters), clusterCount: countOf(clusters) };
}

/** The items of a raters × items table (null: not rated), as reliability data are usually printed. */
export function itemsOfTable(table: readonly (readonly (number | null)[])[]): RatedItems {
  const width = table[0]?.length ?? 0;
  return ratedItems(Array.from({ length: width }, (_, item) => table.map((row) => row[item] ?? null)));
}

function countOf(indices: ArrayLike<number>): number {
  let highest = -1;
  for (let place = 0; place < indices.length; place += 1) highest = Math.max(highest, indices[place] as number);
  return highest + 1;
}
