import type { Values } from "./clusters.ts";
import type { MeasureCard } from "./measure-card.ts";
import { type Measured, measured, notDefined } from "./measured.ts";
import { mean } from "./moments.ts";
import { type RatedItems, ratedItems } from "./rated-items.ts";

/** Mean of |judge - human| over cells, in points; 0 is perfect. It mixes the judge's error with the humans' noise. */
export function meanAbsoluteError(d: Values): Measured {
  if (d.length === 0) return notDefined("no_data");
  return measured(mean(Float64Array.from(d, Math.abs)));
}

/** Root of the mean of (judge - human)² over cells, in points: large errors weigh more than in the mean absolute error. */
export function rootMeanSquareError(d: Values): Measured {
  if (d.length === 0) return notDefined("no_data");
  return measured(Math.sqrt(mean(Float64Array.from(d, (value) => value * value))));
}

/**
 * The yardstick for the judge's mean absolute error: how far one human lies from the mean of the others who rated the
 * cell. Mean over cells with two ratings or more of each cell's mean. `cells` has the human ratings of each cell.
 */
export function humanAbsoluteError(cells: readonly Values[]): Measured {
  const items = ratedItems(cells.map((ratings) => Array.from(ratings)));
  return humanAbsoluteErrors(items, new Int32Array(cells.length), 1)[0]!;
}

/** {@link humanAbsoluteError} of each of `count` groups of items (policies); `groups` has the group of each item. O(ratings). */
export function humanAbsoluteErrors(
  { starts, scores }: Pick<RatedItems, "starts" | "scores">,
  groups: ArrayLike<number>,
  count: number,
): Measured[] {
  const [sums, cells, items] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (let item = 0; item < groups.length; item += 1) {
    const group = groups[item]!;
    items[group]! += 1;
    if (starts[item + 1]! - starts[item]! < 2) continue;
    sums[group]! += errorAmong(scores, starts[item]!, starts[item + 1]!);
    cells[group]! += 1;
  }
  return Array.from(sums, (sum, group) => {
    if (cells[group]! > 0) return measured(sum / cells[group]!);
    return notDefined(items[group] === 0 ? "no_data" : "no_item_with_two_ratings");
  });
}

/** |x - mean of the others| is k/(k - 1)·|x - mean of all|, for the ratings in these places. */
function errorAmong(scores: Float64Array, from: number, to: number): number {
  const size = to - from;
  let [total, distance] = [0, 0];
  for (let place = from; place < to; place += 1) total += scores[place]!;
  for (let place = from; place < to; place += 1) distance += Math.abs(scores[place]! - total / size);
  return ((distance / size) * size) / (size - 1);
}

/** The card of “Mean absolute error”. */
export const meanAbsoluteErrorCard: MeasureCard<{ d: number[] }> = {
  id: "mean_absolute_error",
  name: "Mean absolute error",
  meaning:
    "How far the judge lies from people on average, up or down. People’s own noise is in it: read it beside how far one person lies from the others.",
  range: "0 (always the same score) to the width of the scale, in points.",
  undefinedWhen: "No cell was rated by both.",
  source: "Mean of the absolute difference of judge and human mean over cells.",
  example: { words: "Differences of 2, 0, 3 and −1 points.", input: { d: [2, 0, 3, -1] }, value: 1.5 },
};

/** The card of “Root mean square error”. */
export const rootMeanSquareErrorCard: MeasureCard<{ d: number[] }> = {
  id: "root_mean_square_error",
  name: "Root mean square error",
  meaning: "How far the judge lies from people, with large errors weighing more than small ones.",
  range: "0 (always the same score) to the width of the scale, in points; never below the mean absolute error.",
  undefinedWhen: "No cell was rated by both.",
  source: "Root of the mean of squared differences of judge and human mean over cells.",
  example: {
    words: "Differences of 3 and −1 points: the root of (9 + 1)/2.",
    input: { d: [3, -1] },
    value: Math.sqrt(5),
  },
};

/** The card of “One person from the others”. */
export const humanAbsoluteErrorCard: MeasureCard<{ cells: number[][] }> = {
  id: "human_absolute_error",
  name: "One person from the others",
  meaning:
    "How far one person lies from the mean of the others who rated the same: the yardstick for the judge’s error.",
  range: "0 (all people always agree) to the width of the scale, in points.",
  undefinedWhen: "No cell was rated by two people.",
  source: "Mean over cells of the absolute difference of each rating to the mean of the others.",
  example: {
    words: "Two cells, rated 5 and 7, and 6 and 6.",
    input: {
      cells: [
        [5, 7],
        [6, 6],
      ],
    },
    value: 1,
  },
};
