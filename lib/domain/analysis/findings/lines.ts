import type { DimensionFacts, Estimate, FindingHead, PolicyFacts } from "./common.ts";

/** The published line chart: policies on x, judge and human means with intervals, and the gap written in. */
export type LinesFinding = FindingHead & { view: "lines"; byDimension: DimensionLines[] };

/** One dimension: the means of judge and people, policy by policy. */
export type DimensionLines = { dimension: DimensionFacts; points: LinePoint[] };

/** Means over the cells that both rated; the gap is judge − human with its own interval. */
export type LinePoint = LineMeans & {
  policy: PolicyFacts;
  /** The same with the raters counted that are left out, where any are. */
  withExcluded: LineMeans | null;
};

type LineMeans = { judge: Estimate; human: Estimate; gap: Estimate };
