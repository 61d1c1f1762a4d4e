import { type LeaveOneOut, leaveOneOut } from "./leave-one-out.ts";
import type { MeasureCard } from "./measure-card.ts";
import { type RaterRows, rowsByRater } from "./rater-rows.ts";
import {
  FASTEST_WORDS_PER_SECOND,
  logTimeScores,
  type RatingTime,
  ratingTime,
  type TimedSubmission,
} from "./rating-time.ts";
import { runExpectedByChance, type StraightLining, straightLining } from "./straight-lining.ts";

/** What is known of each rating beside its value; one entry per row of the ratings. */
export type RatingFacts = {
  /** Place in the rater's order of work; only the order counts. */
  order: number;
  time: TimedSubmission | null;
};

/** Signs that somebody's ratings need a look. One alone means nothing, and nothing is ever removed by a rule. */
const QUALITY_FLAGS = ["differs", "straight-lining", "fast"] as const;
export type QualityFlag = (typeof QUALITY_FLAGS)[number];

/** A bias counts as a flag from this share of the scale's width on, where its interval excludes 0 too. */
const NOTABLE_BIAS = 0.1;

/** The indicators of one rater on one dimension. */
export type AnnotatorQuality = LeaveOneOut &
  StraightLining &
  RatingTime & {
    n: number;
    /** The longest run that chance makes of everybody's ratings, 99th percentile. */
    runByChance: number | null;
    flags: QualityFlag[];
  };

/** How the indicators are made: the scale's width in points is for the bias flag. */
export type QualityOptions = { scaleWidth: number; seed: number; confidence?: number };

/**
 * Quality indicators of every rater of one dimension, by rater number. `facts[r]` belongs to rating r, `clusters` gives
 * each item's episode. Indicators are shown side by side, never as one number. Statistics.md 10.2.
 */
export function annotatorQuality(
  rows: RaterRows,
  facts: readonly RatingFacts[],
  clusters: ArrayLike<number>,
  options: QualityOptions,
): AnnotatorQuality[] {
  const others = leaveOneOut(rows, clusters, options.confidence);
  const scores = timeScores(facts);
  const { starts, rows: grouped } = rowsByRater(rows);
  const chanceOf = memoised((length) => runExpectedByChance(rows.values, length, { seed: options.seed }));
  return others.map((compared, rater) => {
    const own = Array.from(grouped.subarray(starts[rater], starts[rater + 1]));
    own.sort((a, b) => (facts[a] as RatingFacts).order - (facts[b] as RatingFacts).order);
    const timed = own.filter((row) => facts[row]?.time);
    const indicators = {
      n: own.length,
      ...compared,
      ...straightLining(own.map((row) => rows.values[row] as number)),
      runByChance: chanceOf(own.length),
      ...ratingTime(
        timed.map((row) => facts[row]?.time as TimedSubmission),
        timed.map((row) => scores[row] ?? null),
      ),
    };
    return { ...indicators, flags: flagsOf(indicators, options) };
  });
}

function timeScores(facts: readonly RatingFacts[]): (number | null)[] {
  const timed = facts.flatMap(({ time }, row) => (time ? [{ time, row }] : []));
  const scores = logTimeScores(timed.map(({ time }) => time));
  const byRow: (number | null)[] = facts.map(() => null);
  timed.forEach(({ row }, place) => {
    byRow[row] = scores[place] ?? null;
  });
  return byRow;
}

function flagsOf(indicators: Omit<AnnotatorQuality, "flags">, { scaleWidth }: QualityOptions): QualityFlag[] {
  const { bias, longestRun, runByChance, wordsPerSecond } = indicators;
  const away = bias.interval !== null && (bias.interval[0] > 0 || bias.interval[1] < 0);
  const raised: Record<QualityFlag, boolean> = {
    differs: away && Math.abs(bias.value ?? 0) >= NOTABLE_BIAS * scaleWidth,
    "straight-lining": runByChance !== null && longestRun > runByChance,
    fast: wordsPerSecond !== null && wordsPerSecond > FASTEST_WORDS_PER_SECOND,
  };
  return QUALITY_FLAGS.filter((flag) => raised[flag]);
}

function memoised<Result>(compute: (key: number) => Result): (key: number) => Result {
  const known = new Map<number, Result>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as Result;
  };
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
