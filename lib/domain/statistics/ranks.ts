import type { MeasureCard } from "./measure-card.ts";

/**
 * Ranks from 1 in ascending order; equal values share the mean of their ranks (mid-ranks), as Spearman's and
 * Wilcoxon's statistics need on scales with many ties. One rank per value, in the order of the values. O(n log n).
 */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const order = Uint32Array.from({ length: values.length }, (_, index) => index);
  order.sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end] as number] === values[order[start] as number]) end += 1;
    for (let place = start; place < end; place += 1) ranks[order[place] as number] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

/** The sizes of the groups of equal values that have at least two members, in ascending order of the value. */
export function tieSizes(values: ArrayLike<number>): number[] {
  const sorted = Float64Array.from(values).sort();
  const sizes: number[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && sorted[end] === sorted[start]) end += 1;
    if (end - start > 1) sizes.push(end - start);
    start = end;
  }
  return sizes;
}

/** The card of “Mid-ranks”. */
export const midRanksCard: MeasureCard<{ values: number[]; at: number }> = {
  id: "mid_ranks",
  name: "Ranks with ties",
  meaning:
    "The place of a value in ascending order; equal values share the mean of their places. Rank correlations and Wilcoxon’s test are made of them.",
  range: "1 to the number of values.",
  undefinedWhen: "There is no value.",
  source: "Kendall 1945, mid-ranks",
  example: { words: "3, 5, 5 and 9: the rank of each 5.", input: { values: [3, 5, 5, 9], at: 1 }, value: 2.5 },
};
