import type { MeasureCard } from "./measure-card.ts";
import { median } from "./quantile.ts";

/** Nobody reads faster than this for long, in words of transcript per second. */
export const FASTEST_WORDS_PER_SECOND = 10;

/** Makes the median absolute deviation of normal data their standard deviation. */
const MAD_TO_SD = 1.4826;

/** One submitted rating of an item with its time. `lengthClass` groups transcripts of similar length. */
export type TimedSubmission = { seconds: number; words: number | null; lengthClass: string };

/** A rater's times; `logTimeZ` below 0 means faster than others. Null where nothing is known. */
export type RatingTime = { medianSeconds: number | null; logTimeZ: number | null; wordsPerSecond: number | null };

/**
 * For every submission how unusual its time is: log seconds minus the median of its length class, over the scaled median
 * absolute deviation. Null where the class does not vary. `seconds` must be positive. Statistics.md 10.2.
 */
export function logTimeScores(submissions: readonly TimedSubmission[]): (number | null)[] {
  const classes = Map.groupBy(submissions, ({ lengthClass }) => lengthClass);
  const centres = new Map(
    [...classes].map(([name, members]) => {
      const logs = members.map(({ seconds }) => Math.log(seconds));
      const centre = median(logs);
      return [name, { centre, mad: MAD_TO_SD * median(logs.map((log) => Math.abs(log - centre))) }] as const;
    }),
  );
  return submissions.map(({ seconds, lengthClass }) => {
    const known = centres.get(lengthClass);
    return known && known.mad > 0 ? (Math.log(seconds) - known.centre) / known.mad : null;
  });
}

/** The medians of one rater's submissions and of their scores from {@link logTimeScores}. */
export function ratingTime(own: readonly TimedSubmission[], scores: readonly (number | null)[]): RatingTime {
  const known = scores.filter((score) => score !== null);
  const speeds = own.flatMap(({ seconds, words }) => (words === null ? [] : [words / seconds]));
  return {
    medianSeconds: own.length > 0 ? median(own.map(({ seconds }) => seconds)) : null,
    logTimeZ: known.length > 0 ? median(known) : null,
    wordsPerSecond: speeds.length > 0 ? median(speeds) : null,
  };
}

/** The card of “Pace”. */
export const paceCard: MeasureCard<{ seconds: number[]; at: number }> = {
  id: "log_time_score",
  name: "Pace",
  meaning:
    "How unusual the time for an item is beside transcripts of similar length, in robust standard deviations of its logarithm. Never a reason by itself.",
  range: "Below 0 faster, above 0 slower than usual; beyond ±2 is rare.",
  undefinedWhen: "Nobody measured the time, or all times of transcripts of that length are equal.",
  source: "Median and scaled median absolute deviation of log seconds",
  example: {
    words: "25, 50 and 100 seconds: the fastest.",
    input: { seconds: [25, 50, 100], at: 0 },
    value: -1 / 1.4826,
  },
};

/** The card of “Words per second”. */
export const readingSpeedCard: MeasureCard<{ seconds: number; words: number }> = {
  id: "words_per_second",
  name: "Words per second",
  meaning:
    "Words of the transcript for each second of work; the median over somebody’s items. Nobody reads ten words a second for long.",
  range: "Above 0.",
  undefinedWhen: "Nobody measured the time or counted the words.",
  source: "Median of words over seconds",
  example: { words: "100 words in 50 seconds.", input: { seconds: 50, words: 100 }, value: 2 },
};
