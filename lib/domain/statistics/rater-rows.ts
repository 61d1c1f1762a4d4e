/** Ratings of one dimension with who gave them: rating r is `values[r]`, by rater `raters[r]`, of item `items[r]`. */
export type RaterRows = {
  raters: Int32Array;
  items: Int32Array;
  values: Float64Array;
  raterCount: number;
  itemCount: number;
};

/** Numbers raters and items in the order in which they come; `raterIds[i]` is the name of rater i. */
export function raterRows(
  rows: readonly (readonly [rater: string, item: string, value: number])[],
): RaterRows & { raterIds: string[]; itemIds: string[] } {
  const raters = new Map<string, number>();
  const items = new Map<string, number>();
  return {
    raters: Int32Array.from(rows, ([rater]) => numbered(raters, rater)),
    items: Int32Array.from(rows, ([, item]) => numbered(items, item)),
    values: Float64Array.from(rows, ([, , value]) => value),
    raterCount: raters.size,
    itemCount: items.size,
    raterIds: [...raters.keys()],
    itemIds: [...items.keys()],
  };
}

function numbered(known: Map<string, number>, id: string): number {
  const number = known.get(id) ?? known.size;
  known.set(id, number);
  return number;
}

/** The ratings of each item, as row numbers: those of item i are `rows[starts[i]] … rows[starts[i + 1] − 1]`. */
export function rowsByItem({ items, itemCount }: RaterRows): { starts: Int32Array; rows: Int32Array } {
  return rowsBy(items, itemCount);
}

/** The row numbers of each rater, in the same form. */
export function rowsByRater({ raters, raterCount }: RaterRows): { starts: Int32Array; rows: Int32Array } {
  return rowsBy(raters, raterCount);
}

function rowsBy(keys: Int32Array, count: number): { starts: Int32Array; rows: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (const key of keys) starts[key + 1]! += 1;
  for (let key = 0; key < count; key += 1) starts[key + 1]! += starts[key] as number;
  const next = starts.slice(0, -1);
  const rows = new Int32Array(keys.length);
  keys.forEach((key, row) => {
    rows[next[key] as number] = row;
    next[key]! += 1;
  });
  return { starts, rows };
}
