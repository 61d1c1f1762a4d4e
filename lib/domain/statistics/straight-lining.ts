import { seededRandom } from "../shared/random.ts";
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
