import { rowsByItem } from "#lib/domain/statistics/rater-rows.ts";
import type { RaterTable } from "../rater-table.ts";

/** Pairs with fewer common items are left blank. */
const FEWEST_COMMON = 5;

/** Mean difference of one rater from another. */
export type RaterPair = { row: number; column: number; difference: number; common: number };

/** Mean of (row − column) over the items that both rated, for pairs with enough of them; each pair once, row below column. */
export function comparePairs(table: RaterTable): RaterPair[] {
  const { starts, rows } = rowsByItem(table);
  const sums = new Map<number, { sum: number; common: number }>();
  for (let item = 0; item < table.itemCount; item += 1) {
    const ofItem = rows.subarray(starts[item], starts[item + 1]);
    for (let a = 0; a < ofItem.length; a += 1)
      for (let b = a + 1; b < ofItem.length; b += 1) addPair(table, ofItem[a]!, ofItem[b]!, sums);
  }
  return [...sums].flatMap(([key, { sum, common }]) =>
    common < FEWEST_COMMON
      ? []
      : [
          {
            row: Math.floor(key / table.raterCount),
            column: key % table.raterCount,
            difference: sum / common,
            common,
          },
        ],
  );
}

function addPair(table: RaterTable, a: number, b: number, sums: Map<number, { sum: number; common: number }>): void {
  const [first, second] = table.raters[a]! < table.raters[b]! ? [a, b] : [b, a];
  const [row, column] = [table.raters[first]!, table.raters[second]!];
  if (row === column) return;
  const key = row * table.raterCount + column;
  const known = sums.get(key) ?? { sum: 0, common: 0 };
  known.sum += table.values[first]! - table.values[second]!;
  known.common += 1;
  sums.set(key, known);
}
