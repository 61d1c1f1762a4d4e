import { differences, rootOfVariance, sampleVariance } from "#lib/domain/statistics/moments.ts";
import { neymanAllocation, type Stratum } from "#lib/domain/statistics/neyman-allocation.ts";
import type { DimensionCells } from "../cells.ts";
import type { AnalysisDimension } from "../columns.ts";
import { type AnalysisContext, cellsOf } from "../context.ts";
import type { PolicyFacts } from "../findings/common.ts";
import type { AllocationRow, CompletionBand } from "../findings/planner.ts";

/** The judge's scale is cut into this many bands. */
const BANDS = 3;

/** The bands of a scale: 0..3, 4..6 and 7..10 for 0..10. */
export function judgeBands({ min, max }: Pick<AnalysisDimension, "min" | "max">): { from: number; to: number }[] {
  const edges = Array.from({ length: BANDS + 1 }, (_, i) => min + Math.round(((max - min + 1) * i) / BANDS));
  return Array.from({ length: BANDS }, (_, band) => ({ from: edges[band]!, to: edges[band + 1]! - 1 }));
}

function bandOf(judge: number, bands: readonly { from: number; to: number }[]): number {
  const band = bands.findIndex(({ to }) => judge < to + 0.5);
  return band < 0 ? bands.length - 1 : band;
}

/** Share of the judge's cells that people rated, by band: where it differs, what is missing is not missing at random. */
export function completionBands(context: AnalysisContext, place: number): CompletionBand[] {
  const dimension = context.columns.dimensions[place]!;
  const bands = judgeBands(dimension);
  const rows = bands.map((band) => ({ dimension: dimension.key, ...band, cells: 0, labelled: 0 }));
  const cells = cellsOf(context, place, -1, "judge");
  for (let cell = 0; cell < cells.unit.length; cell += 1) {
    const row = rows[bandOf(cells.judge[cell]!, bands)]!;
    row.cells += 1;
    if (cells.humanCount[cell]! > 0) row.labelled += 1;
  }
  return rows;
}

type Bin = { policy: PolicyFacts; band: { from: number; to: number }; available: number; d: number[] };

/**
 * Where people should rate for the surest bias: Neyman's allocation over policy and band of the judge's score, by the spread of
 * the differences in each. `perPolicy` cells of every policy are wanted. What is asked for next is drawn at random within
 * its stratum, with the inclusion probability that stands beside it.
 */
export function allocateRatings(context: AnalysisContext, place: number, perPolicy: number): AllocationRow[] {
  const bins = binCells(context, place).filter(({ available }) => available > 0);
  if (bins.length === 0) return [];
  const overall = deviation(bins.flatMap(({ d }) => d)) ?? 1;
  const strata = bins.map(({ available, d }): Stratum => ({ size: available, sd: deviation(d) ?? overall }));
  const wanted = Math.ceil(perPolicy * context.selection.groups.policies.length);
  const want = neymanAllocation(strata, clampCount(strata, wanted)).integer;
  return bins.map(({ policy, band, available, d }, i) => {
    const have = d.length;
    const next = Math.max(0, want[i]! - have);
    const rest = available - have;
    return { policy, band, available, have, want: want[i]!, next, inclusionProbability: next > 0 ? next / rest : null };
  });
}

/** At least two ratings per stratum, at most all cells. */
function clampCount(strata: readonly Stratum[], wanted: number): number {
  const least = strata.reduce((sum, { size }) => sum + Math.min(2, size), 0);
  const most = strata.reduce((sum, { size }) => sum + size, 0);
  return Math.min(most, Math.max(least, wanted));
}

function binCells(context: AnalysisContext, place: number): Bin[] {
  const bands = judgeBands(context.columns.dimensions[place]!);
  return context.selection.groups.policies.flatMap((policy) => {
    const bins = bands.map((band): Bin => ({ policy, band, available: 0, d: [] }));
    const cells = cellsOf(context, place, policy.position, "judge");
    const d = signedErrors(cells);
    for (let cell = 0; cell < cells.unit.length; cell += 1) {
      const bin = bins[bandOf(cells.judge[cell]!, bands)]!;
      bin.available += 1;
      if (cells.humanCount[cell]! > 0) bin.d.push(d[cell]!);
    }
    return bins;
  });
}

/** J − H of each cell; NaN inside this file where people have not rated it. */
function signedErrors(cells: DimensionCells): Float64Array {
  return differences(cells.judge, cells.human);
}

function deviation(d: readonly number[]): number | null {
  return d.length < 2 ? null : rootOfVariance(sampleVariance(d), d);
}
