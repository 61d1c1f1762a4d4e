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
