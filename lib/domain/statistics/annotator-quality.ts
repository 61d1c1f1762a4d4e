import { type LeaveOneOut, leaveOneOut } from "./leave-one-out.ts";
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
