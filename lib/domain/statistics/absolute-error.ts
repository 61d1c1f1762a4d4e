import type { Values } from "./clusters.ts";
import { type Measured, measured, notDefined } from "./measured.ts";
import { mean } from "./moments.ts";

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
  const errors = cells.flatMap((ratings) => (ratings.length >= 2 ? [errorAmong(ratings)] : []));
  if (errors.length > 0) return measured(mean(errors));
  return notDefined(cells.length === 0 ? "no_data" : "no_item_with_two_ratings");
}

/** |x - mean of the others| is k/(k - 1)·|x - mean of all|. */
function errorAmong(ratings: Values): number {
  const center = mean(ratings);
  return (
    (mean(Float64Array.from(ratings, (value) => Math.abs(value - center))) * ratings.length) / (ratings.length - 1)
  );
}
