import type { Values } from "./clusters.ts";
import { normalCdf } from "./distributions.ts";
import type { MeasureCard } from "./measure-card.ts";
import type { UndefinedReason } from "./measured.ts";
import { midRanks, tieSizes } from "./ranks.ts";

/** Up to this many differences the exact distribution is computed; its cost grows with the cube of the number. */
const MOST_FOR_EXACT = 200;

/** Wilcoxon's signed-rank test. Differences of 0 are dropped. */
export type Wilcoxon = {
  /** Sum of the ranks of positive differences. */
  wPlus: number | null;
  nonzero: number;
  z: number | null;
  /** Two-sided p-values: from the normal distribution without continuity correction, and from all sign flips. */
  pAsymptotic: number | null;
  /** Null above 200 differences, where the asymptotic value is as good. */
  pExact: number | null;
  reason: UndefinedReason | null;
};

/**
 * Tests whether differences are symmetric about 0, by mid-ranks of their sizes (specification of statistics, section 6.2).
 * Use it on one difference per episode. The exact p-value is conditional on the ties that the data have. Nothing but
 * zeros: `all_differences_zero`; no difference: `no_data`.
 */
export function wilcoxonSignedRank(d: Values): Wilcoxon {
  const nonzero = Float64Array.from(d).filter((value) => value !== 0);
  const n = nonzero.length;
  if (n === 0) {
    const reason = d.length === 0 ? "no_data" : "all_differences_zero";
    return { wPlus: null, nonzero: 0, z: null, pAsymptotic: null, pExact: null, reason };
  }
  const sizes = nonzero.map(Math.abs);
  const ranks = midRanks(sizes);
  const wPlus = ranks.reduce((sum, rank, i) => (nonzero[i]! > 0 ? sum + rank : sum), 0);
  const ties = tieSizes(sizes).reduce((sum, size) => sum + size ** 3 - size, 0);
  const z = (wPlus - (n * (n + 1)) / 4) / Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - ties / 48);
  const pAsymptotic = 2 * normalCdf(-Math.abs(z));
  return { wPlus, nonzero: n, z, pAsymptotic, pExact: n <= MOST_FOR_EXACT ? exactP(ranks, wPlus) : null, reason: null };
}

/** Mid-ranks are halves, so doubled ranks are whole and their sums can be counted: one more rank splits every sum in two. */
function exactP(ranks: Float64Array, wPlus: number): number {
  const total = ranks.reduce((sum, rank) => sum + 2 * rank, 0);
  const share = new Float64Array(total + 1);
  share[0] = 1;
  let reached = 0;
  for (const rank of ranks) {
    const step = 2 * rank;
    reached += step;
    for (let sum = reached; sum >= 0; sum -= 1) share[sum] = (share[sum]! + (sum >= step ? share[sum - step]! : 0)) / 2;
  }
  const observed = Math.min(2 * wPlus, total - 2 * wPlus);
  let tail = 0;
  for (let sum = 0; sum <= observed; sum += 1) tail += share[sum]!;
  return Math.min(1, 2 * tail);
}

/** The card of “Wilcoxon p”. */
export const wilcoxonCard: MeasureCard<{ d: number[] }> = {
  id: "wilcoxon_signed_rank",
  name: "Wilcoxon p",
  meaning:
    "How often ranks at least as one-sided would come out if each difference were as likely to be above 0 as below. It asks for symmetry about 0, not for the mean, and needs no normal distribution.",
  range: "Above 0 up to 1; with n differences not below 2/2ⁿ.",
  undefinedWhen: "All differences are 0, or there is none.",
  source: "Wilcoxon 1945; exact given the ties, up to 200 differences",
  example: {
    words: "Differences of 1, 2 and 3: two of eight sign patterns are as one-sided.",
    input: { d: [1, 2, 3] },
    value: 0.25,
  },
};
