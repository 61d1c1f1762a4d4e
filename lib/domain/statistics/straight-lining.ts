import { seededRandom } from "../shared/random.ts";
import type { MeasureCard } from "./measure-card.ts";
import { quantile } from "./quantile.ts";

/** How evenly a rater rated, in the order of work: spread, share of the commonest value, longest run of equal values. */
export type StraightLining = { sd: number | null; modalShare: number | null; longestRun: number };

/** Describes ratings in the order of work. `sd` needs two ratings, `modalShare` one. Statistics.md 10.2. */
export function straightLining(ordered: ArrayLike<number>): StraightLining {
  const values = Array.from(ordered);
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return {
    sd: n > 1 ? Math.sqrt(squares / (n - 1)) : null,
    modalShare: n > 0 ? Math.max(...counts.values()) / n : null,
    longestRun: longestRun(values),
  };
}

/** The length of the longest run of equal neighbours; 0 for nothing. */
export function longestRun(ordered: ArrayLike<number>): number {
  let longest = 0;
  let run = 0;
  for (let place = 0; place < ordered.length; place += 1) {
    run = place > 0 && ordered[place] === ordered[place - 1] ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

/**
 * How long a run chance makes: the given quantile (0.99) of the longest run when `length` ratings are drawn without
 * replacement from everybody's ratings of the dimension. A long run of 0 is normal where nearly all ratings are 0. Seeded;
 * depends on the pool and the length only, not on who else is looked at. Null where `length` exceeds the pool.
 */
export function runExpectedByChance(
  pool: ArrayLike<number>,
  length: number,
  { seed, shuffles = 1000, p = 0.99 }: { seed: number; shuffles?: number; p?: number },
): number | null {
  if (length === 0 || length > pool.length) return null;
  const random = seededRandom(seed);
  const values = Float64Array.from(pool).sort();
  const runs = Float64Array.from({ length: shuffles }, () => {
    let [longest, run] = [0, 0];
    for (let place = 0; place < length; place += 1) {
      const other = random.int(place, values.length - 1);
      const drawn = values[other]!;
      values[other] = values[place]!;
      values[place] = drawn;
      run = place > 0 && drawn === values[place - 1] ? run + 1 : 1;
      if (run > longest) longest = run;
    }
    return longest;
  });
  return quantile(runs.sort(), p);
}

/** The card of “Most frequent score”. */
export const modalShareCard: MeasureCard<{ ratings: number[] }> = {
  id: "modal_share",
  name: "Most frequent score",
  meaning:
    "Share of somebody’s ratings that are the score that they gave most often. On scales where nearly everything is 0 a high share is normal: compare with the others.",
  range: "Above 0 up to 1 (always the same score).",
  undefinedWhen: "There is no rating.",
  source: "Share of the mode",
  example: { words: "Ratings 0, 0, 0 and 1.", input: { ratings: [0, 0, 0, 1] }, value: 0.75 },
};

/** The card of “Longest run”. */
export const longestRunCard: MeasureCard<{ ratings: number[] }> = {
  id: "longest_run",
  name: "Longest run",
  meaning: "How many times in a row somebody gave one score on a dimension, in order of work.",
  range: "0 for nothing; 1 where no two neighbours are equal.",
  undefinedWhen: "Never.",
  source: "Count of equal neighbours",
  example: { words: "Ratings 0, 0, 0, 1 and 0.", input: { ratings: [0, 0, 0, 1, 0] }, value: 3 },
};

/** The card of “Longest run by chance”. */
export const runByChanceCard: MeasureCard<{ pool: number[]; length: number }> = {
  id: "longest_run_by_chance",
  name: "Longest run by chance",
  meaning:
    "How long a run chance alone makes of everybody’s ratings in 99 of 100 shuffles. A longer one is worth a look.",
  range: "1 up to the number of ratings.",
  undefinedWhen: "There is no rating.",
  source: "Quantile over 1,000 seeded draws without replacement",
  example: {
    words: "Everybody’s ratings are 0, 0 and 0: three in a row are sure.",
    input: { pool: [0, 0, 0], length: 3 },
    value: 3,
  },
};
