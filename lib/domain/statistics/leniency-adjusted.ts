import type { MeasureCard } from "./measure-card.ts";
import type { RaterRows } from "./rater-rows.ts";

/**
 * The mean of each item's ratings, every rating less the leniency of who gave it (`leniency[rater]` in points, above 0 for
 * higher scores; see {@link import("./rater-severity-model.ts").raterSeverityModel}). An extra number beside the plain mean,
 * never in its place: NaN for an item without a rating. Statistics.md 10.1.
 */
export function leniencyAdjustedMeans(
  { raters, items, values, itemCount }: Pick<RaterRows, "raters" | "items" | "values" | "itemCount">,
  leniency: ArrayLike<number>,
): Float64Array {
  const [sums, counts] = [new Float64Array(itemCount), new Float64Array(itemCount)];
  for (let row = 0; row < values.length; row += 1) {
    sums[items[row]!]! += values[row]! - leniency[raters[row]!]!;
    counts[items[row]!]! += 1;
  }
  return sums.map((sum, item) => sum / counts[item]!);
}

/** The card of “Adjusted for leniency”. */
export const leniencyAdjustedCard: MeasureCard<{
  ratings: readonly (readonly [rater: string, item: string, value: number])[];
  leniency: number[];
}> = {
  id: "leniency_adjusted_mean",
  name: "People, adjusted for leniency",
  meaning:
    "The mean of people’s ratings with the leniency of each person taken off first. It differs from the plain mean where a policy happened to be rated by lenient or harsh people. Its interval takes these leniencies as known, not as estimates, so it is somewhat too narrow, most where people rated few items.",
  range: "The scale of the dimension; it may pass its ends by a little.",
  undefinedWhen:
    "The model of leniency could not be fitted, there are fewer than four raters, or raters are places in a list.",
  source: "Ratings less the predicted leniency of the mixed model; the interval is that of a mean by cluster",
  example: {
    words: "Anna, who is 1 point lenient, gives 7 and Ben, who is 1 point harsh, gives 6: (6 + 7)/2.",
    input: {
      ratings: [
        ["Anna", "first", 7],
        ["Ben", "first", 6],
      ],
      leniency: [1, -1],
    },
    value: 6.5,
  },
};
