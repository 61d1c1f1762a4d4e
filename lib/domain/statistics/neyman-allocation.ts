import type { MeasureCard } from "./measure-card.ts";

/** One stratum: how many cells it has, how much the errors in it vary, and what one label costs (1 unless said). */
export type Stratum = { size: number; sd: number; cost?: number };

/** Labels per stratum: in proportion, and as whole numbers within what each stratum needs and has. */
export type Allocation = { fractional: number[]; integer: number[] };

/** Fewer labels cannot tell the spread inside a stratum. */
const LEAST_PER_STRATUM = 2;

/**
 * Shares `labels` among strata in proportion to size · sd / √cost, which makes the stratified mean as sure as it can be
 * (Neyman 1934). Whole numbers by largest remainder, ties to the earlier stratum; at least 2 per stratum (or all of a
 * smaller one) and at most its size. Strata that do not vary at all share in proportion to size / √cost.
 * Throws RangeError when the labels are fewer than the strata need, or more than the cells.
 */
export function neymanAllocation(strata: readonly Stratum[], labels: number): Allocation {
  const least = strata.map(({ size }) => Math.min(LEAST_PER_STRATUM, size));
  const [needed, available] = [sum(least), sum(strata.map(({ size }) => size))];
  if (labels < needed || labels > available)
    throw new RangeError(`These strata take ${needed} to ${available} labels, not ${labels}`);
  const byNeed = strata.map(({ size, sd, cost = 1 }) => (size * sd) / Math.sqrt(cost));
  const weights = sum(byNeed) > 0 ? byNeed : strata.map(({ size, cost = 1 }) => size / Math.sqrt(cost));
  const fractional = weights.map((weight) => (labels * weight) / sum(weights));
  return { fractional, integer: wholeShares(strata, weights, least, labels) };
}

/**
 * Fixes strata whose share leaves their limits at the limit, too large ones before too small ones, and shares out the rest
 * anew until all fit.
 */
function wholeShares(strata: readonly Stratum[], weights: number[], least: number[], labels: number): number[] {
  const fixed = strata.map((): number | null => null);
  for (;;) {
    const open = [...strata.keys()].filter((h) => fixed[h] === null);
    const rest = labels - sum(fixed.map((count) => count ?? 0));
    const total = sum(open.map((h) => weights[h]!));
    const share = (h: number) => (total > 0 ? (rest * weights[h]!) / total : rest / open.length);
    const tooLarge = open.filter((h) => share(h) > strata[h]!.size);
    const tooSmall = open.filter((h) => share(h) < least[h]!);
    if (tooLarge.length + tooSmall.length === 0) return roundShares(fixed, open, share, strata, rest);
    const excess = sum(tooLarge.map((h) => share(h) - strata[h]!.size));
    const shortage = sum(tooSmall.map((h) => least[h]! - share(h)));
    if (excess >= shortage) for (const h of tooLarge) fixed[h] = strata[h]!.size;
    else for (const h of tooSmall) fixed[h] = least[h]!;
  }
}

function roundShares(
  fixed: readonly (number | null)[],
  open: readonly number[],
  share: (h: number) => number,
  strata: readonly Stratum[],
  rest: number,
): number[] {
  const counts = fixed.map((count, h) => count ?? Math.floor(share(h)));
  let left = rest - sum(open.map((h) => counts[h]!));
  const byRemainder = [...open].sort((g, h) => share(h) - counts[h]! - (share(g) - counts[g]!) || g - h);
  for (const h of byRemainder)
    if (left > 0 && counts[h]! < strata[h]!.size) {
      counts[h]! += 1;
      left -= 1;
    }
  return counts;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The card of “Allocation to strata”. */
export const allocationCard: MeasureCard<{ strata: Stratum[]; labels: number; at: number }> = {
  id: "neyman_allocation",
  name: "Allocation to strata",
  meaning:
    "How many of the next ratings each stratum gets, so that the mean over all becomes as sure as it can: more where there are many items, and where judge and people lie apart by varying amounts.",
  range: "At least 2 and at most all items of the stratum.",
  undefinedWhen: "There are fewer ratings than strata need, or more than items.",
  source: "Neyman 1934; whole numbers by largest remainder",
  example: {
    words: "20 ratings for two strata of 100 items with SD 1 and 3: the second.",
    input: {
      strata: [
        { size: 100, sd: 1 },
        { size: 100, sd: 3 },
      ],
      labels: 20,
      at: 1,
    },
    value: 15,
  },
};
