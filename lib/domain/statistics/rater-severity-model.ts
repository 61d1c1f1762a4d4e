import { normalQuantile } from "./distributions.ts";
import type { MeasureCard } from "./measure-card.ts";
import type { Interval, UndefinedReason } from "./measured.ts";
import { nelderMead } from "./nelder-mead.ts";
import type { RaterRows } from "./rater-rows.ts";
import { remlDeviance, severityEquations, solveSeverity, type VarianceRatios } from "./severity-equations.ts";

/** With fewer raters their variance cannot be told: show the fixed effects only (statistics.md 10.1). */
export const FEWEST_RATERS_FOR_MODEL = 4;

/** A standard deviation below this share of the residual's counts as none. */
const NEGLIGIBLE_RATIO = 1e-3;

/** Below this share of the other variances the residual is rounding: item and rater explain every rating exactly. */
const NO_RESIDUAL = 1e-9;

/** What the ratings of one dimension vary with, in squared points. */
export type VarianceComponents = { item: number; rater: number; residual: number };

/** A rater's severity shrunk towards 0 as far as few ratings deserve it; the interval is that of the prediction. */
export type ShrunkSeverity = { value: number; se: number; interval: Interval };

/** The fitted model. `fixed` holds the mean of each group of ratings; a variance of 0 is a result, not an error. */
export type SeverityModel = {
  fixed: number[];
  variance: VarianceComponents;
  severity: ShrunkSeverity[];
  deviance: number;
};

/** The model, or the reason why there is none. */
export type FittedSeverity = { model: SeverityModel; reason: null } | { model: null; reason: UndefinedReason };

/**
 * Severity as a random effect: value ~ 1 + (1|item) + (1|rater) by restricted maximum likelihood. `groups` adds a mean per
 * group of ratings (a policy) where raters were not assigned at random: `of[r]` is the group of rating r, 0 … `count` − 1,
 * each used. Profiled over two ratios of standard deviations with Nelder–Mead; a step costs O(raters³), nothing per
 * rating. Agrees with lme4 within 0.5 %. Bates et al. 2015, section 3; statistics.md 10.1.
 */
export function raterSeverityModel(
  rows: RaterRows,
  { confidence = 0.95, groups }: { confidence?: number; groups?: { of: ArrayLike<number>; count: number } } = {},
): FittedSeverity {
  const reason = whyNone(rows);
  if (reason) return { model: null, reason };
  const centre = rows.values.reduce((sum, value) => sum + value, 0) / rows.values.length;
  const centred = { ...rows, values: rows.values.map((value) => value - centre) };
  const equations = severityEquations(centred, groups?.of ?? new Int32Array(rows.values.length), groups?.count ?? 1);
  const devianceOf = (ratios: VarianceRatios) => remlDeviance(equations, ratios).deviance;
  const found = nelderMead(([item = 0, rater = 0]) => devianceOf({ item, rater }), [1, 1]).point;
  const ratios = withoutNegligible(
    { item: Math.abs(found[0] as number), rater: Math.abs(found[1] as number) },
    devianceOf,
  );
  const { deviance, residual } = remlDeviance(equations, ratios);
  const variance = { item: ratios.item ** 2 * residual, rater: ratios.rater ** 2 * residual, residual };
  if (residual <= NO_RESIDUAL * (variance.item + variance.rater)) return { model: null, reason: "zero_variance" };
  const { fixed, effects, variances } = solveSeverity(equations, ratios);
  const reach = normalQuantile((1 + confidence) / 2);
  const severity = effects.map((value, rater): ShrunkSeverity => {
    const se = Math.sqrt(residual * (variances[rater] as number));
    return { value, se, interval: [value - reach * se, value + reach * se] };
  });
  return { model: { fixed: fixed.map((mean) => mean + centre), variance, severity, deviance }, reason: null };
}

function whyNone(rows: RaterRows): UndefinedReason | null {
  if (rows.values.length === 0) return "no_data";
  if (rows.raterCount === 1) return "single_rater";
  if (rows.itemCount === 1) return "single_item";
  if (rows.itemCount === rows.values.length) return "no_item_with_two_ratings";
  return rows.values.every((value) => value === rows.values[0]) ? "no_variation" : null;
}

/** The simplex stops close to 0, never at it: a tiny ratio becomes 0 where that fits as well. */
function withoutNegligible(ratios: VarianceRatios, devianceOf: (ratios: VarianceRatios) => number): VarianceRatios {
  let kept = ratios;
  for (const part of ["item", "rater"] as const) {
    const without = { ...kept, [part]: 0 };
    if (kept[part] < NEGLIGIBLE_RATIO && devianceOf(without) <= devianceOf(kept) + 1e-6) kept = without;
  }
  return kept;
}

/** The share of the variance of a rating that is due to who rated: the part that training could remove. 0 to 1. */
export function raterShare({ item, rater, residual }: VarianceComponents): number {
  return rater / (item + rater + residual);
}

/** Reliability of the mean of `k` ratings by raters drawn at random: σ²i / (σ²i + (σ²r + σ²e) / k). 0 to 1. */
export function reliabilityOfMean({ item, rater, residual }: VarianceComponents, k: number): number {
  return item / (item + (rater + residual) / k);
}

/** The card of severity as a random effect. */
export const raterSeverityModelCard: MeasureCard<readonly (readonly [string, string, number])[]> = {
  id: "rater_severity_lmm",
  name: "Leniency, shrunk",
  meaning:
    "How many points higher (above 0) or lower a rater rates than others would on the same items, pulled towards 0 where a rater has few ratings.",
  range: "0: no detectable difference; in points of the scale.",
  undefinedWhen:
    "There is one rater or one item only, no item has two ratings, all ratings are equal, or rater and item explain every rating exactly.",
  source: "Linear mixed model by REML, Bates, Mächler, Bolker & Walker 2015",
  example: {
    words: "Three raters with the same mean over the same four items: the first rater’s leniency.",
    input: ["Anna", "Ben", "Cleo"].flatMap((rater, step) =>
      [2, 5, 8, 4].map((value, item) => [rater, `item ${item}`, value + ((item + step) % 2)] as const),
    ),
    value: 0,
  },
};

/** The card of “Share of raters”. */
export const raterShareCard: MeasureCard<VarianceComponents> = {
  id: "rater_share",
  name: "Between annotators",
  meaning: "Share of all that makes ratings differ that is due to who rated. Training could remove this part.",
  range: "0 to 1.",
  undefinedWhen: "The model could not be fitted.",
  source: "Variance components of the mixed model (REML)",
  example: {
    words: "Variances 4 (items), 1 (raters) and 3 (rest).",
    input: { item: 4, rater: 1, residual: 3 },
    value: 0.125,
  },
};

/** The card of “Reliability with random raters”. */
export const reliabilityOfMeanCard: MeasureCard<{ variance: VarianceComponents; k: number }> = {
  id: "reliability_of_random_raters",
  name: "Reliability with other raters",
  meaning: "How reliable the mean of k ratings by raters drawn at random is.",
  range: "0 to 1.",
  undefinedWhen: "The model could not be fitted.",
  source: "Variance components of the mixed model (REML)",
  example: {
    words: "Variances 4 (items), 1 (raters) and 3 (rest), two raters: 4/(4 + 4/2).",
    input: { variance: { item: 4, rater: 1, residual: 3 }, k: 2 },
    value: 2 / 3,
  },
};
