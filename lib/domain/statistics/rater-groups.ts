import type { RaterRows } from "./rater-rows.ts";

/**
 * Groups of raters who are linked by common items, directly or through others; largest first, raters ascending. Severity
 * can be compared inside a group only, so more than one group means that no common scale exists. Raters without a rating
 * are in no group. O(ratings).
 */
export function raterGroups({ raters, items, raterCount, itemCount }: RaterRows): number[][] {
  const parent = Int32Array.from({ length: raterCount + itemCount }, (_, node) => node);
  const rootOf = (start: number): number => {
    let node = start;
    while (parent[node] !== node) {
      parent[node] = parent[parent[node] as number] as number;
      node = parent[node] as number;
    }
    return node;
  };
  raters.forEach((rater, row) => {
    parent[rootOf(rater)] = rootOf(raterCount + (items[row] as number));
  });
  const groups = Map.groupBy(
    [...new Set(raters)].sort((a, b) => a - b),
    rootOf,
  );
  return [...groups.values()].sort((a, b) => b.length - a.length || (a[0] as number) - (b[0] as number));
}
