import type { MeasureCard } from "./measure-card.ts";

/** Holm for claims, Benjamini–Hochberg for exploration, Benjamini–Yekutieli for arbitrary dependence. */
export type Adjustment = "holm" | "bh" | "by";

/**
 * p-values adjusted for being one family, in the order given. A p-value that is not defined (null) leaves the family and
 * stays null. Holm 1979; Benjamini & Hochberg 1995; Benjamini & Yekutieli 2001; the same numbers as R p.adjust.
 */
export function adjustP(p: readonly (number | null)[], method: Adjustment): (number | null)[] {
  const family = [...p.keys()].filter((i) => p[i] !== null).sort((i, j) => p[i]! - p[j]!);
  const sorted = family.map((i) => p[i]!);
  const adjusted = method === "holm" ? holm(sorted) : stepUp(sorted, method === "by" ? harmonic(sorted.length) : 1);
  const result = p.map((): number | null => null);
  family.forEach((i, place) => {
    result[i] = adjusted[place]!;
  });
  return result;
}

function holm(sorted: readonly number[]): number[] {
  let highest = 0;
  return sorted.map((p, place) => {
    highest = Math.max(highest, Math.min(1, (sorted.length - place) * p));
    return highest;
  });
}

function stepUp(sorted: readonly number[], factor: number): number[] {
  const adjusted = [...sorted];
  let lowest = 1;
  for (let place = sorted.length - 1; place >= 0; place -= 1) {
    lowest = Math.min(lowest, (factor * sorted.length * sorted[place]!) / (place + 1));
    adjusted[place] = lowest;
  }
  return adjusted;
}

function harmonic(m: number): number {
  let sum = 0;
  for (let i = 1; i <= m; i += 1) sum += 1 / i;
  return sum;
}

/** The card of “Adjusted p”. */
export const adjustedPCard: MeasureCard<{ p: number[]; at: number }> = {
  id: "p_adjusted",
  name: "Adjusted p",
  meaning:
    "A p-value made larger because several are looked at together. By Holm, the chance of any false finding in the family stays below 5 %; Benjamini–Hochberg and Benjamini–Yekutieli bound the share of false ones among the findings.",
  range: "From the p-value itself up to 1.",
  undefinedWhen: "The p-value is not defined; it leaves the family.",
  source: "Holm 1979; Benjamini & Hochberg 1995; Benjamini & Yekutieli 2001",
  example: {
    words: "Holm, for 0.01, 0.03 and 0.04: the second is 2 · 0.03.",
    input: { p: [0.01, 0.03, 0.04], at: 1 },
    value: 0.06,
  },
};
