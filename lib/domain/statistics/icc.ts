import { icc1Interval, icc2Interval, icc3Interval } from "./icc-intervals.ts";
import { type MeanSquares, meanSquares } from "./icc-mean-squares.ts";
import type { MeasureCard } from "./measure-card.ts";
import { type Interval, type Measured, measured, notDefined, type UndefinedReason } from "./measured.ts";
import { spearmanBrown } from "./spearman-brown.ts";

/** One coefficient with its exact interval, null where there is none (no residual variation, or no value). */
export type IccCoefficient = Measured & { interval: Interval | null };

/** The six coefficients of Shrout and Fleiss; the ones ending in k speak of the mean of the k ratings. */
export type Icc = {
  icc1: IccCoefficient;
  icc1k: IccCoefficient;
  icc2: IccCoefficient;
  icc2k: IccCoefficient;
  icc3: IccCoefficient;
  icc3k: IccCoefficient;
  itemCount: number;
  raterCount: number;
};

/**
 * Intraclass correlations of a complete items × raters table. Raters who differ from item to item: ICC(1,·). The same
 * raters everywhere: ICC(2,·), which an offset between raters lowers, and ICC(3,·), which ignores it. Where items vary no
 * more than the residual, ICC(2,·) is not a number to read (it may leave −1..1) and is undefined: no reliability.
 * `confidence` 0..1. Shrout & Fleiss 1979; McGraw & Wong 1996; statistics.md 2.8.
 */
export function icc(matrix: readonly (readonly number[])[], confidence = 0.95): Icc {
  const n = matrix.length;
  const k = matrix[0]?.length ?? 0;
  const reason = whyNone(matrix);
  if (reason) {
    const none = { ...notDefined(reason), interval: null };
    return { icc1: none, icc1k: none, icc2: none, icc2k: none, icc3: none, icc3k: none, itemCount: n, raterCount: k };
  }
  const squares = meanSquares(matrix);
  return { ...oneWay(squares, confidence), ...twoWay(squares, confidence), itemCount: n, raterCount: k };
}

function whyNone(matrix: readonly (readonly number[])[]): UndefinedReason | null {
  const first = matrix[0]?.[0];
  if (first === undefined) return "no_data";
  if (matrix.length === 1) return "single_item";
  if (matrix[0]?.length === 1) return "single_rater";
  return matrix.every((row) => row.every((value) => value === first)) ? "no_variation" : null;
}

function oneWay(squares: MeanSquares, confidence: number): Pick<Icc, "icc1" | "icc1k"> {
  const { between, within, k } = squares;
  const single = measured((between - within) / (between + (k - 1) * within));
  const mean = between > 0 ? measured((between - within) / between) : notDefined("no_reliability");
  const interval = within > 0 && between > 0 ? icc1Interval(squares, confidence) : null;
  return { icc1: { ...single, interval }, icc1k: { ...mean, interval: ofMeans(interval, k) } };
}

function twoWay(squares: MeanSquares, confidence: number): Pick<Icc, "icc2" | "icc2k" | "icc3" | "icc3k"> {
  const { between, raters, residual, n, k } = squares;
  const unreliable = between <= residual;
  const shift = (raters - residual) / n;
  const agreement = (value: number) => (unreliable ? notDefined("no_reliability") : measured(value));
  const interval2 = residual > 0 && !unreliable ? icc2Interval(squares, confidence) : null;
  const varies = between > 0 || residual > 0;
  const interval3 = residual > 0 && between > 0 ? icc3Interval(squares, confidence) : null;
  return {
    icc2: { ...agreement((between - residual) / (between + (k - 1) * residual + k * shift)), interval: interval2 },
    icc2k: { ...agreement((between - residual) / (between + shift)), interval: ofMeans(interval2, k) },
    icc3: {
      ...(varies ? measured((between - residual) / (between + (k - 1) * residual)) : notDefined("zero_variance")),
      interval: interval3,
    },
    icc3k: {
      ...(between > 0 ? measured((between - residual) / between) : notDefined("no_reliability")),
      interval: ofMeans(interval3, k),
    },
  };
}

function ofMeans(interval: Interval | null, k: number): Interval | null {
  return interval && [spearmanBrown(interval[0], k), spearmanBrown(interval[1], k)];
}

/** The card of ICC(2,1), which compares a judge with the human mean. */
export const icc2Card: MeasureCard<readonly number[][]> = {
  id: "icc_2_1",
  name: "ICC(2,1), absolute agreement",
  meaning:
    "Share of the variance of a single rating that is due to the items, when the same raters rate all of them. A rater who is always 2 points higher lowers it; ICC(3,1) ignores that, and the gap between the two is the bias.",
  range: "1: raters agree exactly; near 0 and below: a rating tells nothing about the item.",
  undefinedWhen:
    "There is one item or one rater, all ratings are equal, or items vary no more than raters disagree (no reliability).",
  source: "Shrout & Fleiss 1979, Intraclass correlations",
  example: {
    words: "Four items rated (1, 3), (4, 6), (6, 8) and (8, 10).",
    input: [
      [1, 3],
      [4, 6],
      [6, 8],
      [8, 10],
    ],
    value: 0.816793893129771,
  },
};

/** The card of “ICC(2,k)”. */
export const icc2kCard: MeasureCard<readonly number[][]> = {
  id: "icc_2_k",
  name: "ICC(2,k), absolute agreement of means",
  meaning: "The same for the mean of the k raters’ ratings.",
  range: "1: raters agree exactly; near 0 and below: the mean tells nothing about the item.",
  undefinedWhen: "As for ICC(2,1).",
  source: "Shrout & Fleiss 1979, Intraclass correlations",
  example: {
    words: "Four items rated (1, 3), (4, 6), (6, 8) and (8, 10).",
    input: [
      [1, 3],
      [4, 6],
      [6, 8],
      [8, 10],
    ],
    value: 107 / 119,
  },
};

/** The card of “ICC(3,1)”. */
export const icc3Card: MeasureCard<readonly number[][]> = {
  id: "icc_3_1",
  name: "ICC(3,1), consistency",
  meaning:
    "Share of the variance of a single rating that is due to the items when a constant offset between raters does not count.",
  range: "1: the raters differ by a constant only; near 0 and below: a rating tells nothing about the item.",
  undefinedWhen: "There is one item or one rater, or all ratings are equal.",
  source: "Shrout & Fleiss 1979, Intraclass correlations",
  example: {
    words: "Four items rated (1, 3), (4, 6), (6, 8) and (8, 10): the second rater is always 2 higher.",
    input: [
      [1, 3],
      [4, 6],
      [6, 8],
      [8, 10],
    ],
    value: 1,
  },
};
