import { clusteredBlandAltman, type Trend } from "#lib/domain/statistics/bland-altman.ts";
import { clusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import type { Interval } from "#lib/domain/statistics/measured.ts";
import { differences } from "#lib/domain/statistics/moments.ts";
import type { DimensionCells } from "../cells.ts";
import type { AnalysisDimension } from "../columns.ts";
import { type AnalysisContext, cellsOf, clustersOfCells, eachDimension } from "../context.ts";
import type {
  BlandAltmanFacet,
  BlandAltmanFinding,
  DifferenceTrend,
  DimensionBlandAltman,
  LimitOfAgreement,
} from "../findings/bland-altman.ts";
import { buildHead } from "../head.ts";
import { PairMap } from "../pair-map.ts";

/** Bubbles lie on quarters of a point: finer than most means of two or three ratings. */
const BUBBLE_STEP = 0.25;
/** Points of the regression band from one end of the scale to the other. */
const BAND_POINTS = 11;
const REACH = 1.96;

/** View 5: by how much single scores of the judge differ from people's, over the scale. */
export function findBlandAltman(context: AnalysisContext): BlandAltmanFinding {
  const byDimension = eachDimension(context, (place): DimensionBlandAltman => {
    const dimension = context.columns.dimensions[place]!;
    const facetOf = (group: number) => facet(context, cellsOf(context, place, group, "both"), dimension);
    return {
      dimension,
      facets: context.selection.groups.policies.map((policy) => ({ policy, ...facetOf(policy.position) })),
      pooled: facetOf(-1),
    };
  });
  return { ...buildHead(context), view: "bland-altman", byDimension };
}

function facet(context: AnalysisContext, cells: DimensionCells, dimension: AnalysisDimension): BlandAltmanFacet {
  const { confidence } = context.question;
  const clusters = clustersOfCells(cells, context.clusters.within);
  const result = clusteredBlandAltman(cells.judge, cells.human, clusters, confidence);
  const [low, high] = result.limits ?? [null, null];
  return {
    bubbles: countBubbles(cells),
    bias: clusterMean(differences(cells.judge, cells.human), clusters, confidence),
    deviation: result.sd,
    lower: limitOf(low, result.lowLimitInterval),
    upper: limitOf(high, result.highLimitInterval),
    trend: result.trend ? trendOf(result.trend, !result.limitsHold, dimension) : null,
    cells: cells.unit.length,
  };
}

function limitOf(value: number | null, interval: Interval | null): LimitOfAgreement | null {
  return value === null ? null : { value, interval };
}

function trendOf(
  { intercept, slope, residualSd }: Trend,
  isNotFlat: boolean,
  scale: AnalysisDimension,
): DifferenceTrend {
  const band = Array.from({ length: BAND_POINTS }, (_, point) => {
    const mean = scale.min + ((scale.max - scale.min) * point) / (BAND_POINTS - 1);
    const line = intercept + (slope.value ?? 0) * mean;
    return { mean, line, low: line - REACH * residualSd, high: line + REACH * residualSd };
  });
  return { intercept, slope, isNotFlat, band };
}

function countBubbles(cells: DimensionCells): BlandAltmanFacet["bubbles"] {
  const bubbles = new PairMap<BlandAltmanFacet["bubbles"][number]>();
  const round = (value: number) => Math.round(value / BUBBLE_STEP) * BUBBLE_STEP;
  for (let cell = 0; cell < cells.unit.length; cell += 1) {
    const [judge, human] = [cells.judge[cell]!, cells.human[cell]!];
    const [mean, difference] = [round((judge + human) / 2), round(judge - human)];
    bubbles.at(mean, difference, () => ({ mean, difference, count: 0 })).count += 1;
  }
  return [...bubbles.values()].sort((a, b) => a.mean - b.mean || a.difference - b.difference);
}
