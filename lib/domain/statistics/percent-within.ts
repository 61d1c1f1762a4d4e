import type { MeasureCard } from "./measure-card.ts";
import { type Measured, measured, notDefined } from "./measured.ts";

/**
 * Share of pairs (a, b) that are at most `within` points apart, e.g. judge and mean of the humans of a cell. Means may be
 * fractional and are compared as they are. Range 0 to 1; `n` is the number of pairs. Statistics.md 2.1.
 */
export function percentWithin(a: ArrayLike<number>, b: ArrayLike<number>, within: number): Measured & { n: number } {
  let close = 0;
  for (let pair = 0; pair < a.length; pair += 1)
    if (Math.abs((a[pair] as number) - (b[pair] as number)) <= within) close += 1;
  return { ...(a.length === 0 ? notDefined("no_data") : measured(close / a.length)), n: a.length };
}

/** The card of the share of cells on which judge and humans are close. */
export const percentWithinCard: MeasureCard<{ a: number[]; b: number[]; within: number }> = {
  id: "percent_within_1",
  name: "Judge within 1 point of the humans",
  meaning:
    "How often the judge’s score is at most 1 point from the mean of the human ratings. Not corrected for chance.",
  range: "0: never; 1: always.",
  undefinedWhen: "No cell has both a judge and a human rating.",
  source: "Share of pairs",
  example: {
    words: "Judge 8, 6, 9 against humans 7.5, 7, 6: two of three.",
    input: { a: [8, 6, 9], b: [7.5, 7, 6], within: 1 },
    value: 0.6666666666666666,
  },
};
