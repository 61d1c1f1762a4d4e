import { type Random, seededRandom, shuffled } from "../shared/random.ts";
import { type Clusters, clusterSizes, clusterSums } from "./clusters.ts";
import type { PolicyErrors } from "./difference-in-differences.ts";
import { DEFAULT_DRAWS, MOST_ARRANGEMENTS, type PermutationTest, SLACK } from "./sign-flip.ts";

/** Cells and sum of d that a cluster gives to one policy. */
type Block = { size: number; sum: number };

/** One cluster: what it gives to each policy, null where it gives nothing. */
type Pair = { base: Block | null; trained: Block | null };

/**
 * Tests "the bias of both policies is the same" by exchanging the policies' names. Where policies share clusters (the same
 * scenarios), names are exchanged inside a cluster and clusters that only one of them has stay as they are; where they
 * share none, whole clusters are dealt out anew. Exact up to 20,000 arrangements, else from seeded draws. Null when a
 * policy has no cell. Both policies number their clusters together.
 */
export function policyPermutationTest(
  base: PolicyErrors,
  trained: PolicyErrors,
  seed: number,
  draws: number = DEFAULT_DRAWS,
): PermutationTest | null {
  if (base.d.length === 0 || trained.d.length === 0) return null;
  const [b, t] = [blocksOf(base.d, base.clusters), blocksOf(trained.d, trained.clusters)];
  const pairs = b.map((block, g): Pair => ({ base: block, trained: t[g] ?? null }));
  const shared = pairs.some(isShared);
  return shared ? exchangeWithin(pairs, seed, draws) : dealOut(pairs, seed, draws);
}

function blocksOf(d: ArrayLike<number>, clusters: Clusters): (Block | null)[] {
  const sums = clusterSums(d, clusters);
  return Array.from(clusterSizes(clusters), (size, g) => (size > 0 ? { size, sum: sums[g]! } : null));
}

function isShared(pair: Pair): pair is { base: Block; trained: Block } {
  return pair.base !== null && pair.trained !== null;
}

function exchangeWithin(pairs: readonly Pair[], seed: number, draws: number): PermutationTest {
  const shared = pairs.filter(isShared);
  const fixed = pairs.filter((pair) => !isShared(pair));
  const arrange = (swapped: (place: number) => boolean) => [
    ...fixed,
    ...shared.map((pair, place) => (swapped(place) ? { base: pair.trained, trained: pair.base } : pair)),
  ];
  const every = function* () {
    for (let bits = 0; bits < 2 ** shared.length; bits += 1) yield arrange((place) => ((bits >> place) & 1) === 1);
  };
  const drawn = (random: Random) => arrange(() => random.int(0, 1) === 1);
  const least = fixed.length === 0 ? 2 : 1;
  return permutationTest(pairs, { arrangements: 2 ** shared.length, least, every, drawn }, seed, draws);
}

function dealOut(pairs: readonly Pair[], seed: number, draws: number): PermutationTest {
  const blocks = pairs.flatMap(({ base, trained }) => [base, trained].filter((block) => block !== null));
  const count = pairs.filter(({ trained }) => trained !== null).length;
  const dealt = (chosen: ReadonlySet<number>) =>
    blocks.map((block, g) => (chosen.has(g) ? { base: null, trained: block } : { base: block, trained: null }));
  const every = function* () {
    for (const chosen of choices(blocks.length, count)) yield dealt(new Set(chosen));
  };
  const drawn = (random: Random) => dealt(new Set(shuffled([...blocks.keys()], random).slice(0, count)));
  const least = 2 * count === blocks.length ? 2 : 1;
  return permutationTest(pairs, { arrangements: choose(blocks.length, count), least, every, drawn }, seed, draws);
}

/** The arrangements of names, all of them or one at random. `least` of them are as extreme as the most extreme one. */
type Arrangements = {
  arrangements: number;
  least: 1 | 2;
  every: () => Iterable<Pair[]>;
  drawn: (random: Random) => Pair[];
};

function permutationTest(
  data: readonly Pair[],
  { arrangements, least, every, drawn }: Arrangements,
  seed: number,
  draws: number,
): PermutationTest {
  const observed = Math.abs(difference(data)) - SLACK;
  let hits = 0;
  if (arrangements <= MOST_ARRANGEMENTS) {
    for (const arranged of every()) if (Math.abs(difference(arranged)) >= observed) hits += 1;
    return { p: hits / arrangements, permutations: arrangements, exact: true, smallestP: least / arrangements };
  }
  const random = seededRandom(seed);
  for (let draw = 0; draw < draws; draw += 1) if (Math.abs(difference(drawn(random))) >= observed) hits += 1;
  return { p: (1 + hits) / (1 + draws), permutations: draws + 1, exact: false, smallestP: 1 / (1 + draws) };
}

function difference(pairs: readonly Pair[]): number {
  const meanOf = (policy: "base" | "trained") => {
    let [sum, size] = [0, 0];
    for (const pair of pairs) {
      sum += pair[policy]?.sum ?? 0;
      size += pair[policy]?.size ?? 0;
    }
    return sum / size;
  };
  return meanOf("trained") - meanOf("base");
}

/** All ways to choose `count` of the numbers 0 to n - 1. */
function* choices(n: number, count: number, from = 0): Generator<number[]> {
  if (count === 0) yield [];
  else
    for (let first = from; first <= n - count; first += 1)
      for (const rest of choices(n, count - 1, first + 1)) yield [first, ...rest];
}

function choose(n: number, count: number): number {
  let ways = 1;
  for (let k = 1; k <= count; k += 1) ways = (ways * (n - count + k)) / k;
  return Math.round(ways);
}
