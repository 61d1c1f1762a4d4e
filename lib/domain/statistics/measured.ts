/**
 * Why a statistic has no value. The list is closed: every function of this room that can be undefined answers one of
 * these, never NaN, Infinity, 0 or 1 in place of a number. `reasonSentences` says each in words. They are those of the
 * specification of statistics (section 0) and `no_reliability`, which it asks for by words alone: where items vary no more
 * than the ratings of one item, ICC(2,·) leaves its range, a ceiling would be the root of a negative number, and no number
 * of ratings is enough.
 */
const UNDEFINED_REASONS = [
  "no_data",
  "no_item_with_two_ratings",
  "single_item",
  "single_pair",
  "single_cluster",
  "single_rater",
  "no_variation",
  "no_reliability",
  "zero_variance",
  "constant_variable",
  "constant_judge",
  "all_differences_zero",
  "disconnected_design",
  "unstable_bootstrap",
] as const;

export type UndefinedReason = (typeof UNDEFINED_REASONS)[number];

/** A number, or the reason why there is none. */
export type Measured = { value: number; reason: null } | { value: null; reason: UndefinedReason };

/** Limits of an interval, `[low, high]`. */
export type Interval = readonly [low: number, high: number];

/** A value that is defined. Throws RangeError when it is not a finite number: that is an error of the caller. */
export function measured(value: number): Measured {
  if (!Number.isFinite(value))
    throw new RangeError(`A statistic came out as ${value}: its undefined case is not handled`);
  return { value, reason: null };
}

/** A value that is not defined, with the reason. */
export function notDefined(reason: UndefinedReason): Measured {
  return { value: null, reason };
}

/** Each reason in words, for the place where the number would stand ("not defined: …"). */
export const reasonSentences: Record<UndefinedReason, string> = {
  no_data: "there are no ratings",
  no_item_with_two_ratings: "no item has two ratings",
  single_item: "there is one item only",
  single_pair: "there is one pair only",
  single_cluster: "there is one cluster only",
  single_rater: "there is one rater only",
  no_variation: "all ratings are equal",
  no_reliability: "the ratings of one item differ as much as those of different items",
  zero_variance: "the values do not vary",
  constant_variable: "one side does not vary",
  constant_judge: "the judge always gives the same score",
  all_differences_zero: "all differences are 0",
  disconnected_design: "raters and items fall into groups without a common item",
  unstable_bootstrap: "more than one resample in ten has no value",
};
