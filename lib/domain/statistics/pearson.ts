import type { Values } from "./clusters.ts";
import { normalQuantile } from "./distributions.ts";
import { DEFAULT_CONFIDENCE } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
import { type Interval, type Measured, measured, notDefined } from "./measured.ts";
import { crossDeviations, isConstant, requireSameLength } from "./moments.ts";

/** Below this many pairs Fisher's interval has no standard error. */
const FISHER_MINIMUM = 4;

/** Correlations this close to -1 or 1 are -1 or 1. */
const ROUNDING = 1e-14;

/**
 * Pearson's correlation of pairs, -1 to 1. No pair: `no_data`; one: `single_pair`; one side without variation:
 * `constant_variable`, because a judge that always says 8 has no correlation, which is not a correlation of 0.
 */
export function pearson(x: Values, y: Values): Measured {
  const reason = whyNoCorrelation(x, y);
  if (reason) return notDefined(reason);
  const product = Math.sqrt(crossDeviations(x) * crossDeviations(y));
  if (product === 0) return notDefined("constant_variable");
  return measured(clampCorrelation(crossDeviations(x, y) / product));
}

/**
 * Fisher's interval of a correlation `r` of `n` pairs. It takes the pairs as independent: it is right for one cell per
 * episode only; with more, resample episodes. Null below 4 pairs and for r of exactly -1 or 1.
 */
export function fisherInterval(r: number, n: number, confidence: number = DEFAULT_CONFIDENCE): Interval | null {
  if (n < FISHER_MINIMUM || Math.abs(r) >= 1) return null;
  const center = Math.atanh(r);
  const reach = normalQuantile(1 - (1 - confidence) / 2) / Math.sqrt(n - 3);
  return [Math.tanh(center - reach), Math.tanh(center + reach)];
}

/** Why no correlation of these pairs is defined; null when it is. Throws RangeError for lists of different lengths. */
export function whyNoCorrelation(x: Values, y: Values): "no_data" | "single_pair" | "constant_variable" | null {
  requireSameLength(x, y);
  if (x.length === 0) return "no_data";
  if (x.length === 1) return "single_pair";
  return isConstant(x) || isConstant(y) ? "constant_variable" : null;
}

/** Gives -1 and 1 exactly where only rounding keeps a correlation from them. */
export function clampCorrelation(r: number): number {
  return 1 - Math.abs(r) < ROUNDING ? Math.sign(r) : r;
}

/** The card of “Pearson correlation”. */
export const pearsonCard: MeasureCard<{ x: number[]; y: number[] }> = {
  id: "pearson",
  name: "Pearson correlation",
  meaning:
    "How closely judge and people lie on one straight line. A judge that is always two points too high still reaches 1.",
  range: "−1 to 1; 1 is a rising straight line, 0 no linear relation, −1 a falling one.",
  undefinedWhen: "There are fewer than two cells, or the judge or the people gave one score only.",
  source: "Pearson 1895; the same number as R cor and scipy pearsonr.",
  example: { words: "Judge 1, 2, 3 and people 1, 3, 2.", input: { x: [1, 2, 3], y: [1, 3, 2] }, value: 0.5 },
};
