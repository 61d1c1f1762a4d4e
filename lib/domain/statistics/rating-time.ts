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
