import { seededRandom } from "../shared/random.ts";
import type { MeasureCard } from "./measure-card.ts";
import { quantile } from "./quantile.ts";

/** On how many dimensions the commonest number of one annotation stands: 1 where all differ; 0 for no score. */
export function sameNumberCount(scores: ArrayLike<number>): number {
  let most = 0;
  for (let place = 0; place < scores.length; place += 1) {
    let equal = 0;
    for (let other = 0; other < scores.length; other += 1) if (scores[other] === scores[place]) equal += 1;
    if (equal > most) most = equal;
  }
  return most;
}

/**
 * How high the mean of `count` entries gets by chance: the given quantile (0.99) over draws without replacement from
 * everybody's. Numbers that go together on good or bad episodes are in the pool as they are, so nobody stands out for
 * rating an episode evenly that everybody rates evenly. Seeded; null where `count` is 0 or above the size of the pool.
 */
export function meanExpectedByChance(
  pool: ArrayLike<number>,
  count: number,
  { seed, shuffles = 1000, p = 0.99 }: { seed: number; shuffles?: number; p?: number },
): number | null {
  if (count === 0 || count > pool.length) return null;
  const random = seededRandom(seed);
  const values = Float64Array.from(pool).sort();
  const means = Float64Array.from({ length: shuffles }, () => {
    let sum = 0;
    for (let place = 0; place < count; place += 1) {
      const other = random.int(place, values.length - 1);
      [values[place], values[other]] = [values[other]!, values[place]!];
      sum += values[place]!;
    }
    return sum / count;
  });
  return quantile(means.sort(), p);
}

/** The card of “Same number across dimensions”. */
export const sameNumberCard: MeasureCard<{ scores: number[] }> = {
  id: "same_across_dimensions",
  name: "Same number across dimensions",
  meaning:
    "On how many dimensions somebody gave the same number to one agent, averaged over their annotations. Who does not read gives one number everywhere; a bad episode can earn it too, so compare with the others.",
  range: "1 (all numbers differ) to the number of dimensions.",
  undefinedWhen: "Fewer than three dimensions are rated.",
  source: "Count of the commonest number; compared with 1,000 seeded draws from everybody’s annotations",
  example: { words: "Scores 5, 5, 2, 5 and 0 on five dimensions.", input: { scores: [5, 5, 2, 5, 0] }, value: 3 },
};

/** The card of “Same number by chance”. */
export const sameByChanceCard: MeasureCard<{ pool: number[]; count: number }> = {
  id: "same_across_by_chance",
  name: "Same number by chance",
  meaning:
    "How high that average gets in 99 of 100 draws of as many annotations from everybody’s. A higher one is worth a look.",
  range: "1 to the number of dimensions.",
  undefinedWhen: "Fewer than three dimensions are rated.",
  source: "Quantile over 1,000 seeded draws without replacement",
  example: {
    words: "Everybody’s annotations have the same number on 2 dimensions: so has every draw.",
    input: { pool: [2, 2, 2, 2], count: 3 },
    value: 2,
  },
};
