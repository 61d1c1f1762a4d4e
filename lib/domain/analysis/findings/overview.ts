import type { BiasDifference, PolicyBias } from "./bias.ts";
import type { FindingHead } from "./common.ts";

/** What the data show, in sentences that are made from the numbers and change with them. */
export type OverviewFinding = FindingHead & {
  view: "overview";
  /** Two sentences for the headline dimension: how far above people, and how much more than the base. */
  sentences: OverviewSentence[];
  /** Dimension that the sentences speak of: goal where judge and people share a cell on it. */
  headline: string;
  /** Which p-values are adjusted together. */
  family: string;
  /** The biases and differences of each dimension, for the small multiples. */
  byDimension: { dimension: string; policies: PolicyBias[]; differences: BiasDifference[] }[];
  /** What makes the answer doubtful: thin data, poor agreement, mixed judges, labels not drawn at random. */
  cautions: string[];
};

/**
 * One generated sentence; `isDefined` is false where it says why nothing can be said. `test` is the adjusted p-value of
 * what it says, as a sentence, where that was picked among several; else empty.
 */
export type OverviewSentence = { text: string; isDefined: boolean; test: string };
