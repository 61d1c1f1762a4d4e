import type { MeasureCard } from "./measure-card.ts";
import type { Interval } from "./measured.ts";
import { wilsonInterval } from "./wilson.ts";

/** A rating of a gold item: what was given, and the value that is known to be right, both in points of the scale. */
export type GoldRating = { value: number; gold: number };

/** How often somebody meets the known right value. */
export type GoldAccuracy = {
  /** Gold items rated. */
  n: number;
  /** Share of them within the tolerance, 0 to 1; null where none was rated. */
  share: number | null;
  interval: Interval | null;
};

/**
 * Share of one rater's gold items that lie within `tolerance` points of the known value, with Wilson's interval.
 * Statistics.md 10.2.
 */
export function goldAccuracy(ratings: readonly GoldRating[], tolerance: number, confidence?: number): GoldAccuracy {
  const n = ratings.length;
  const hits = ratings.filter(({ value, gold }) => Math.abs(value - gold) <= tolerance).length;
  return { n, share: n > 0 ? hits / n : null, interval: wilsonInterval(hits, n, confidence) };
}

/** The card of “Known answers met”. */
export const goldAccuracyCard: MeasureCard<GoldRating[]> = {
  id: "gold_accuracy",
  name: "Known answers met",
  meaning:
    "Share of the items with a known right score on which somebody came within one point of it. A few items decide nothing: read the interval.",
  range: "0 to 1.",
  undefinedWhen: "No such item was rated.",
  source: "Share with the interval of Wilson 1927",
  example: {
    words: "Gave 7 where 8 is right, 5 for 5 and 2 for 6.",
    input: [
      { value: 7, gold: 8 },
      { value: 5, gold: 5 },
      { value: 2, gold: 6 },
    ],
    value: 2 / 3,
  },
};
