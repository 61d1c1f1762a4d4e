import { type Clusters, clusterSizes, clusterSums, type Values } from "./clusters.ts";
import type { MeasureCard } from "./measure-card.ts";
import { type QuickRandom, quickRandom } from "./quick-random.ts";

/** Exact tests try up to this many arrangements; beyond, {@link DEFAULT_DRAWS} of them are drawn. */
export const MOST_ARRANGEMENTS = 20_000;
/** Arrangements drawn where not all are tried; with the one observed they make 10,000. */
export const DEFAULT_DRAWS = 9999;

/** Sums that differ by less are equal: adding in another order rounds differently. */
export const SLACK = 1e-9;

const BYTE = 8;

/** A two-sided permutation test. */
export type PermutationTest = {
  p: number;
  /** Arrangements that p is a share of, the one of the data among them. */
  permutations: number;
  exact: boolean;
  /** The least p that data like these could give: with 4 episodes no test can reach 0.05. */
  smallestP: number;
};

/**
 * Tests "differences are symmetric about 0" by flipping signs of independent differences, the data as they are included
 * (specification of statistics, section 6.2). All zero: p = 1.
 */
export function signFlipTest(d: Values, seed: number, draws: number = DEFAULT_DRAWS): PermutationTest {
  return flipSums(Float64Array.from(d), seed, draws);
}

/**
 * The same for cells in clusters: one sign for a whole cluster, applied to its sum. Exact up to 14 clusters whose
 * sum is not 0, else from `draws` seeded arrangements with p = (1 + hits)/(1 + draws), which is never 0.
 */
export function clusterSignFlipTest(
  d: Values,
  clusters: Clusters,
  seed: number,
  draws: number = DEFAULT_DRAWS,
): PermutationTest {
  const sizes = clusterSizes(clusters);
  return flipSums(
    clusterSums(d, clusters).filter((_, g) => sizes[g]! > 0),
    seed,
    draws,
  );
}

/** The sign of a 0 changes nothing: the share among all arrangements is that among those of the others. */
function flipSums(sums: Float64Array, seed: number, draws: number): PermutationTest {
  const moving = sums.filter((sum) => Math.abs(sum) >= SLACK);
  const observed = Math.abs(moving.reduce((total, sum) => total + sum, 0)) - SLACK;
  const arrangements = 2 ** moving.length;
  const smallestP = Math.min(1, 2 / arrangements);
  if (arrangements <= MOST_ARRANGEMENTS) {
    const p = countAllFlips(moving, observed) / arrangements;
    return { p, permutations: 2 ** sums.length, exact: true, smallestP };
  }
  const hits = countDrawnFlips(moving, observed, draws, quickRandom(seed));
  const p = (1 + hits) / (1 + draws);
  return { p, permutations: draws + 1, exact: false, smallestP: Math.max(smallestP, 1 / (1 + draws)) };
}

/** Goes through all sign vectors so that each differs from the one before in one sign (Gray's order). */
function countAllFlips(sums: Float64Array, observed: number): number {
  const signs = new Int8Array(sums.length).fill(1);
  let total = sums.reduce((sum, value) => sum + value, 0);
  let hits = Math.abs(total) >= observed ? 1 : 0;
  for (let step = 1; step < 2 ** sums.length; step += 1) {
    const flipped = 31 - Math.clz32(step & -step);
    signs[flipped] = -signs[flipped]!;
    total += 2 * signs[flipped]! * sums[flipped]!;
    if (Math.abs(total) >= observed) hits += 1;
  }
  return hits;
}

/**
 * Eight signs are one byte, and the sum of eight clusters for each of the 256 bytes is looked up. Eight clusters are gone
 * through for all arrangements before the next eight, so that their table stays at hand.
 */
function countDrawnFlips(sums: Float64Array, observed: number, draws: number, random: QuickRandom): number {
  const totals = new Float64Array(draws);
  for (let start = 0; start < sums.length; start += BYTE) {
    const table = signedSums(sums.subarray(start, start + BYTE));
    for (let draw = 0; draw < draws; draw += 1) totals[draw]! += table[random.bits() >>> (32 - BYTE)]!;
  }
  let hits = 0;
  for (const total of totals) if (Math.abs(total) >= observed) hits += 1;
  return hits;
}

/** The sum of up to eight values for each way to choose their signs. */
function signedSums(values: Float64Array): Float64Array {
  return Float64Array.from({ length: 2 ** BYTE }, (_, signs) =>
    values.reduce((total, value, place) => ((signs >> place) & 1 ? total + value : total - value), 0),
  );
}

/** The card of “Permutation p”. */
export const clusterPermutationCard: MeasureCard<{ clusters: number[][] }> = {
  id: "cluster_permutation",
  name: "Permutation p",
  meaning:
    "How often a bias at least as large would come out if, in each episode, the judge were as likely to be above people as below by the same amount.",
  range: "Above 0 up to 1. With G episodes it cannot be smaller than 2/2^G.",
  undefinedWhen: "Never; it is 1 when all differences are 0.",
  source:
    "Sign-flip test of Fisher 1935, one sign for each episode; exact up to 14 episodes with a difference, else 9,999 seeded draws.",
  example: {
    words: "Three episodes with the differences 1, 2 and 3: two of eight sign patterns reach the sum 6.",
    input: { clusters: [[1], [2], [3]] },
    value: 0.25,
  },
};
