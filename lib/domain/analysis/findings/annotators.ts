import type { Interval, Measured } from "#lib/domain/statistics/measured.ts";
import type { DimensionFacts, Estimate, FindingHead } from "./common.ts";

/** View 7: whose ratings need a look, and whether the judge could stand in for one of them. */
export type AnnotatorsFinding = FindingHead & {
  view: "annotators";
  byDimension: DimensionAnnotators[];
  altTest: AltTestFinding;
  /** Flags are for the owner of a study alone; false where some were taken out for this reader. */
  showsFlags: boolean;
};

export type DimensionAnnotators = {
  dimension: DimensionFacts;
  /** By leave-one-out bias, the largest first; last those who are left out, compared with everybody. */
  rows: AnnotatorQualityRow[];
  /** Raters of files that are places in a list and not people: nothing is said about them. */
  positions: number;
  /** Mean difference row − column where both rated at least 5 units; indexes into `rows`. */
  pairs: { row: number; column: number; difference: number; common: number }[];
  /** Groups of raters without a common unit; 1 where severities can be compared. */
  groups: number;
  groupSentence: string;
  /** Share of the whole variance, items included, that lies between raters (mixed model); null where it was not fitted. */
  raterShare: number | null;
};

export type AnnotatorQualityRow = {
  raterKey: string;
  name: string;
  /** The study or import, whose owner alone sees flags. */
  sourceId: string;
  ratings: number;
  /** Units that somebody else rated as well. */
  overlap: number;
  leaveOneOutBias: Estimate;
  meanAbsoluteDifference: Measured;
  /** In points; above 0 the rater gives higher scores than the others would. Views call it leniency. */
  severity: Measured;
  severityInterval: Interval | null;
  severityKind: "mixed" | "fixed";
  modalShare: Measured;
  longestRun: number;
  /** 99 % of the longest run when the rater's ratings are shuffled. */
  expectedRun: number | null;
  /** On how many dimensions the same number stands, mean over all annotations of the person; null below three dimensions. */
  sameAcross: number | null;
  /** 99 % of that mean when annotations are drawn from everybody’s. */
  expectedSameAcross: number | null;
  medianMinutes: number | null;
  /** Median over the other raters of their medians. */
  peerMedianMinutes: number | null;
  /** Median over submissions of log time against those of similar length, in robust standard deviations; below 0 is faster. */
  timeScore: number | null;
  flags: AnnotatorFlag[];
  isLeftOut: boolean;
};

/** Facts that need a look when two of them meet; none decides by itself. */
export type AnnotatorFlag = "harsh-or-lenient" | "straight-lining" | "same-across" | "fast";

/** The alternative-annotator test, per dimension and person, corrected over all of them (Benjamini–Yekutieli). */
export type AltTestFinding = {
  epsilon: number;
  /** People who share an item with somebody else; the others cannot be compared and are only counted in `people`. */
  rows: AltTestRow[];
  byDimension: {
    dimension: DimensionFacts;
    winningRate: Measured;
    advantage: Measured;
    tested: number;
    people: number;
  }[];
};

export type AltTestRow = {
  dimension: string;
  raterKey: string;
  name: string;
  items: number;
  /** Clusters among them (episodes): what the test counts. */
  units: number;
  advantage: number;
  advantageInterval: Interval | null;
  /** Mean of the person's wins less the judge's, and its standard error over clusters: with them p can be recomputed for any epsilon. */
  meanDifference: number;
  standardError: number | null;
  degreesOfFreedom: number | null;
  p: number | null;
  pAdjusted: number | null;
  isRejected: boolean;
  /** Empty, or why there is no test (“needs 30 common items, has 18”). */
  note: string;
};
