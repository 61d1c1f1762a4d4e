import { studentTCdf } from "./distributions.ts";
import { wilcoxonSignedRank } from "./wilcoxon.ts";

/** One-sided p-value of "the human wins by epsilon or more"; `exploratory` where too few units make it a hint only. */
export type AltTestOutcome = { p: number | null; exploratory: boolean };

/**
 * Tests whether the mean of `units` (human wins minus judge wins, −1..1 each) is below `epsilon`: by t from `least` units
 * on, below that by Wilcoxon's signed ranks, marked exploratory. Units that do not vary decide by their value alone: p is 0
 * below epsilon and 1 otherwise. Null without units.
 */
export function testAdvantage(units: readonly number[], epsilon: number, least: number): AltTestOutcome {
  const n = units.length;
  if (n === 0) return { p: null, exploratory: true };
  const shifted = units.map((unit) => unit - epsilon);
  if (n < least) return { p: signedRankP(shifted), exploratory: true };
  const mean = shifted.reduce((sum, unit) => sum + unit, 0) / n;
  if (units.every((unit) => unit === units[0])) return { p: mean < 0 ? 0 : 1, exploratory: false };
  const variance = shifted.reduce((sum, unit) => sum + (unit - mean) ** 2, 0) / (n - 1);
  return { p: studentTCdf(mean / Math.sqrt(variance / n), n - 1), exploratory: false };
}

/** Half the two-sided exact p-value on the side that the ranks lean to. */
function signedRankP(shifted: readonly number[]): number {
  const { wPlus, nonzero, pExact } = wilcoxonSignedRank(shifted);
  if (wPlus === null || pExact === null) return 1;
  return wPlus < (nonzero * (nonzero + 1)) / 4 ? pExact / 2 : 1 - pExact / 2;
}
