import { type ClusterMean, clusterMean } from "./cluster-mean.ts";
import { packClusters } from "./clusters.ts";
import type { MeasureCard } from "./measure-card.ts";
import { type RaterRows, rowsByItem, rowsByRater } from "./rater-rows.ts";

/** A rater against the other raters of the same items. */
export type LeaveOneOut = {
  /** Mean of (own rating − mean of the others), with the CR2 interval over episodes. */
  bias: ClusterMean;
  /** Mean size of those differences, in points; null without a shared item. */
  mae: number | null;
};

/**
 * Compares every rater with the mean of the OTHER raters of each item, over items that somebody else rated too. Several
 * ratings of one item by one rater each count. `clusters` gives each item's episode, numbered from 0. One entry per rater.
 * O(ratings × ratings per item). Statistics.md 10.2.
 */
export function leaveOneOut(rows: RaterRows, clusters: ArrayLike<number>, confidence = 0.95): LeaveOneOut[] {
  const differences = differencesToOthers(rows);
  const { starts, rows: grouped } = rowsByRater(rows);
  return Array.from({ length: rows.raterCount }, (_, rater) => {
    const [from, most] = [starts[rater]!, starts[rater + 1]! - starts[rater]!];
    const [values, of] = [new Float64Array(most), new Int32Array(most)];
    let [size, total] = [0, 0];
    for (let place = from; place < from + most; place += 1) {
      const row = grouped[place]!;
      if (Number.isNaN(differences[row])) continue;
      values[size] = differences[row]!;
      of[size] = clusters[rows.items[row]!]!;
      total += Math.abs(values[size]!);
      size += 1;
    }
    const bias = clusterMean(values.subarray(0, size), packClusters(of.subarray(0, size)), confidence);
    return { bias, mae: size > 0 ? total / size : null };
  });
}

/** Per rating its difference to the mean of the other raters of the item; NaN, inside this file, where nobody else rated. */
function differencesToOthers(rows: RaterRows): Float64Array {
  const differences = new Float64Array(rows.values.length).fill(Number.NaN);
  const { starts, rows: grouped } = rowsByItem(rows);
  for (let item = 0; item < rows.itemCount; item += 1) {
    const ofItem = grouped.subarray(starts[item], starts[item + 1]);
    for (const row of ofItem) {
      let [sum, others] = [0, 0];
      for (const other of ofItem) {
        if (rows.raters[other] === rows.raters[row]) continue;
        sum += rows.values[other]!;
        others += 1;
      }
      if (others > 0) differences[row] = rows.values[row]! - sum / others;
    }
  }
  return differences;
}

/** The card of leave-one-out bias. */
export const leaveOneOutCard: MeasureCard<readonly (readonly [string, string, number])[]> = {
  id: "leave_one_out_bias",
  name: "Difference to the other raters",
  meaning:
    "How many points this person rates above (or below 0: under) the mean of the other raters of the same items.",
  range: "0: like the others; in points of the scale.",
  undefinedWhen: "Nobody else rated any of this person’s items.",
  source: "Mean of leave-one-out differences, with the CR2 interval over episodes",
  example: {
    words: "Anna rates 5 and 7; the others rate (3, 4) and (6, 6) there: Anna’s difference.",
    input: [
      ["Anna", "first", 5],
      ["Ben", "first", 3],
      ["Cleo", "first", 4],
      ["Anna", "second", 7],
      ["Ben", "second", 6],
      ["Cleo", "second", 6],
    ],
    value: 1.25,
  },
};
