import { type Interval, type Measured, notDefined } from "./measured.ts";
import { spearmanBrown } from "./spearman-brown.ts";

/** The reliability of a mean has no lower end; below this it says nothing more, and is not told as a number. */
const LEAST_TOLD = -1;

/**
 * The limits for the mean of `factor` ratings from those for one (statistics.md 2.8), so that both tell the same. A limit below
 * −1, or one where the formula has left its range, is put at −1.
 */
export function meanReliabilityInterval([low, high]: Interval, factor: number): Interval {
  const limit = (reliability: number) =>
    1 + (factor - 1) * reliability > 0 ? Math.max(LEAST_TOLD, spearmanBrown(reliability, factor)) : LEAST_TOLD;
  return [limit(low), limit(high)];
}

/** The reliability of a mean where it is a number to be told: below −1, ratings of one item differ far more than items do. */
export function toldReliability(reliability: Measured): Measured {
  return reliability.value !== null && reliability.value < LEAST_TOLD ? notDefined("no_reliability") : reliability;
}
