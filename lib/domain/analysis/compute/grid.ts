import { oneWayIcc } from "#lib/domain/statistics/icc-one-way.ts";
import type { Measured } from "#lib/domain/statistics/measured.ts";
import {
  bootstrapCorrelations,
  byCorrelation,
  type CorrelationName,
  correlationsOfCounts,
  pairPatterns,
} from "#lib/domain/statistics/pair-patterns.ts";
import { reliabilityCeiling } from "#lib/domain/statistics/reliability-ceiling.ts";
import type { DimensionCells } from "../cells.ts";
import type { AnalysisDimension } from "../columns.ts";
import {
  type AnalysisContext,
  cellsOf,
  clustersOfCells,
  compactClusters,
  eachDimension,
  resamplingOf,
} from "../context.ts";
import { bootstrapped } from "../estimates.ts";
import type { Estimate, PolicyFacts } from "../findings/common.ts";
import type {
  DimensionGrid,
  DrillDownCell,
  GridBin,
  GridDrillDown,
  GridFacet,
  GridFinding,
  WantedBin,
} from "../findings/grid.ts";
import { HUMAN_STEP } from "../grid-fields.ts";
import { buildHead } from "../head.ts";
import { latticeStep, scaleHistogram } from "../histograms.ts";
import { humanItems, withinReliability } from "../human-items.ts";
import { PairMap } from "../pair-map.ts";

/** View 3: counts of cells on the lattice of judge score and human mean, per policy and pooled. */
export function findGrid(context: AnalysisContext): GridFinding {
  return {
    ...buildHead(context),
    view: "grid",
    byDimension: eachDimension(context, (place) => gridOf(context, place)),
  };
}

function gridOf(context: AnalysisContext, place: number): DimensionGrid {
  const dimension = context.columns.dimensions[place]!;
  const facetOf = (policy: PolicyFacts | null): GridFacet => {
    const cells = cellsOf(context, place, policy?.position ?? -1, "both");
    const step = latticeStep(dimension);
    const bins = countBins(cells, dimension);
    const ceiling = ceilingOf(context, place, policy);
    return {
      policy,
      bins,
      largestCount: bins.reduce((most, bin) => Math.max(most, bin.count), 0),
      judgeHistogram: scaleHistogram(cells.judge, dimension, step),
      humanHistogram: scaleHistogram(cells.human, dimension, HUMAN_STEP),
      correlations: correlationsOfCells(context, cells),
      ceiling: ceiling.value,
      ceilingReason: ceiling.value === null ? ceiling.reason : null,
      isRounded: {
        judge: cells.judge.some((score) => isBetween(score, dimension.min, step)),
        human: cells.human.some((score) => isBetween(score, dimension.min, HUMAN_STEP)),
      },
      cells: cells.unit.length,
    };
  };
  return { dimension, facets: context.selection.groups.policies.map(facetOf), pooled: facetOf(null) };
}

/** Correlations of the two sides of cells, with the intervals of the episode bootstrap. */
function correlationsOfCells(context: AnalysisContext, cells: DimensionCells): Record<CorrelationName, Estimate> {
  const clusters = compactClusters(clustersOfCells(cells, context.clusters.within));
  const patterns = pairPatterns(cells.judge, cells.human, clusters);
  const counts = { n: cells.unit.length, clusters: clusters.count };
  if (!context.resample) {
    const atOnce = correlationsOfCounts(patterns, patterns.counts);
    return byCorrelation((name) => bootstrapped(atOnce[name], null, counts));
  }
  const found = bootstrapCorrelations(patterns, resamplingOf(context));
  return byCorrelation((name) => bootstrapped(found[name].estimate, found[name].bootstrap, counts));
}

/** Of one policy, or of all together as they are: the same cells as the correlation beside it. */
function ceilingOf(context: AnalysisContext, place: number, policy: PolicyFacts | null): Measured {
  const icc = policy ? withinReliability(context, place, [policy.position]) : oneWayIcc(humanItems(context, place));
  return reliabilityCeiling(icc.icc1k);
}

/** To which bin a cell belongs. */
function binOf(judge: number, human: number, dimension: AnalysisDimension): { judge: number; human: number } {
  return {
    judge: nearest(judge, dimension.min, latticeStep(dimension)),
    human: nearest(human, dimension.min, HUMAN_STEP),
  };
}

function nearest(value: number, from: number, step: number): number {
  return from + Math.round((value - from) / step) * step;
}

function isBetween(score: number, from: number, step: number): boolean {
  return Math.abs(score - nearest(score, from, step)) > 1e-9;
}

function countBins(cells: DimensionCells, dimension: AnalysisDimension): GridBin[] {
  const bins = new PairMap<GridBin>();
  for (let cell = 0; cell < cells.unit.length; cell += 1) {
    const { judge, human } = binOf(cells.judge[cell]!, cells.human[cell]!, dimension);
    bins.at(judge, human, () => ({ judge, human, count: 0 })).count += 1;
  }
  return [...bins.values()].sort((a, b) => a.judge - b.judge || a.human - b.human);
}

/**
 * The cells of one bin, those with the most ratings first, then by item; null for a dimension or policy that the question
 * does not have.
 */
export function findBinCells(context: AnalysisContext, wanted: WantedBin): GridDrillDown | null {
  const place = context.columns.dimensions.findIndex(({ key }) => key === wanted.dimension);
  const dimension = context.columns.dimensions[place];
  const policy = context.selection.groups.policies.find(({ label }) => label === wanted.policy);
  if (!dimension || (wanted.policy !== null && !policy)) return null;
  const cells = cellsOf(context, place, policy?.position ?? -1, "both");
  const found: number[] = [];
  for (let cell = 0; cell < cells.unit.length; cell += 1) {
    const bin = binOf(cells.judge[cell]!, cells.human[cell]!, dimension);
    if (bin.judge === wanted.judge && bin.human === wanted.human) found.push(cell);
  }
  found.sort((a, b) => cells.humanCount[b]! - cells.humanCount[a]! || cells.unit[a]! - cells.unit[b]!);
  const page = found.slice(wanted.offset, wanted.offset + wanted.limit);
  return { total: found.length, cells: page.map((cell) => describeCell(context, cells, cell)) };
}

/** One cell with the way to its episode. */
export function describeCell(context: AnalysisContext, cells: DimensionCells, cell: number): DrillDownCell {
  const { units } = context.columns;
  const unit = cells.unit[cell]!;
  const item = units.item[unit]!;
  return {
    itemKey: units.items.key[item]!,
    episodeId: units.items.episodeId[item] ?? null,
    label: units.items.label[item]!,
    agent: units.agent[unit]!,
    policy: context.selection.groups.policies[cells.group[cell]!]!.label,
    judge: cells.judge[cell]!,
    human: cells.human[cell]!,
    humanRatings: cells.humanCount[cell]!,
  };
}
