import { clusterSizes, clusterSums } from "./clusters.ts";
import type { PolicyErrors } from "./difference-in-differences.ts";
import type { MeasureCard } from "./measure-card.ts";
import { requireSameLength } from "./moments.ts";
import { type QuickRandom, quickRandom } from "./quick-random.ts";
import { DEFAULT_DRAWS, MOST_ARRANGEMENTS, type PermutationTest, SLACK } from "./sign-flip.ts";

/** Cells and the sum of their d: of a cluster, or of all that bears one policy's name in an arrangement. */
type Block = { size: number; sum: number };

/** The blocks that the name of the trained policy falls on: all arrangements one after the other, or one at random. */
type Arrangements = {
  count: number;
  /** How many of them are as extreme as the most extreme one can be. */
  least: 1 | 2;
  every: () => Iterable<Block>;
  drawn: (random: QuickRandom) => Block;
};

/**
 * Tests "the bias of both policies is the same" by exchanging the policies' names. Where policies share clusters (the same
 * scenarios), names are exchanged inside a cluster and clusters that only one of them has stay as they are; where they
 * share none, whole clusters are dealt out anew. Exact up to 20,000 arrangements, else from `draws` seeded ones. Null when
 * a policy has no cell. Both policies number their clusters together.
 */
export function policyPermutationTest(
  base: PolicyErrors,
  trained: PolicyErrors,
  seed: number,
  draws: number = DEFAULT_DRAWS,
): PermutationTest | null {
  if (base.d.length === 0 || trained.d.length === 0) return null;
  const [b, t] = [blocksOf(base), blocksOf(trained)];
  requireSameLength(b, t);
  const shared = b.flatMap((block, g) => (block.size > 0 && t[g]!.size > 0 ? [{ base: block, trained: t[g]! }] : []));
  const [own, whole] = [total(t), total([...b, ...t])];
  const arrangements =
    shared.length > 0
      ? exchangesWithin(shared, own, whole)
      : deals([...t, ...b].filter(isFilled), t.filter(isFilled).length);
  return permutationTest(arrangements, own, whole, seed, draws);
}

function blocksOf({ d, clusters }: PolicyErrors): Block[] {
  const sums = clusterSums(d, clusters);
  return Array.from(clusterSizes(clusters), (size, g) => ({ size, sum: sums[g]! }));
}

function isFilled({ size }: Block): boolean {
  return size > 0;
}

function total(blocks: readonly Block[]): Block {
  const all = { size: 0, sum: 0 };
  for (const block of blocks) move(all, block, 1);
  return all;
}

function move(target: Block, block: Block, times: 1 | -1): void {
  target.size += times * block.size;
  target.sum += times * block.sum;
}

function permutationTest(
  { count, least, every, drawn }: Arrangements,
  own: Block,
  whole: Block,
  seed: number,
  draws: number,
): PermutationTest {
  const difference = ({ sum, size }: Block) => sum / size - (whole.sum - sum) / (whole.size - size);
  const observed = Math.abs(difference(own)) - SLACK;
  let hits = 0;
  if (count <= MOST_ARRANGEMENTS) {
    for (const block of every()) if (Math.abs(difference(block)) >= observed) hits += 1;
    return { p: hits / count, permutations: count, exact: true, smallestP: least / count };
  }
  const random = quickRandom(seed);
  for (let draw = 0; draw < draws; draw += 1) if (Math.abs(difference(drawn(random))) >= observed) hits += 1;
  return { p: (1 + hits) / (1 + draws), permutations: draws + 1, exact: false, smallestP: 1 / (1 + draws) };
}

/** Each shared cluster whose names differ may exchange them; what only one policy has stays. */
function exchangesWithin(shared: readonly { base: Block; trained: Block }[], own: Block, whole: Block): Arrangements {
  const moving = shared.filter(
    ({ base, trained }) => base.size !== trained.size || Math.abs(base.sum - trained.sum) >= SLACK,
  );
  const arranged = (isExchanged: (place: number) => boolean): Block => {
    const block = { ...own };
    moving.forEach((pair, place) => {
      if (!isExchanged(place)) return;
      move(block, pair.trained, -1);
      move(block, pair.base, 1);
    });
    return block;
  };
  const isAllShared = total(shared.flatMap((pair) => [pair.base, pair.trained])).size === whole.size;
  return {
    count: 2 ** moving.length,
    least: isAllShared && moving.length > 0 ? 2 : 1,
    *every() {
      for (let bits = 0; bits < 2 ** moving.length; bits += 1) yield arranged((place) => ((bits >> place) & 1) === 1);
    },
    drawn: (random) => arranged(() => random.below(2) === 1),
  };
}

/** Any `count` of the clusters may bear the name. */
function deals(blocks: readonly Block[], count: number): Arrangements {
  const order = Int32Array.from(blocks.keys());
  return {
    count: choose(blocks.length, count),
    least: 2 * count === blocks.length ? 2 : 1,
    *every() {
      for (const chosen of choices(blocks.length, count)) yield total(chosen.map((place) => blocks[place]!));
    },
    drawn: (random) => {
      const dealt = { size: 0, sum: 0 };
      for (let place = 0; place < count; place += 1) {
        const other = place + random.below(order.length - place);
        const chosen = order[other]!;
        order[other] = order[place]!;
        order[place] = chosen;
        move(dealt, blocks[chosen]!, 1);
      }
      return dealt;
    },
  };
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

/** The card of “Permutation p of two policies”. */
export const policyPermutationCard: MeasureCard<{ base: number[]; trained: number[] }> = {
  id: "policy_permutation",
  name: "Permutation p of two policies",
  meaning:
    "How often a difference in bias at least as large would come out if the names of two policies were dealt out by chance: inside a scenario that both played, else over whole episodes.",
  range: "Above 0 up to 1; small samples have a smallest possible value.",
  undefinedWhen: "A policy has no cell.",
  source: "Permutation test of Fisher 1935 and Pitman 1937, by cluster; exact up to 20,000 arrangements",
  example: {
    words:
      "Differences of 0 and 1 for one policy, 4 and 5 for the other: two of six ways to deal them are as far apart.",
    input: { base: [0, 1], trained: [4, 5] },
    value: 1 / 3,
  },
};
