import type { DimensionCells } from "../cells.ts";
import { type AnalysisContext, cellsOf, partOf } from "../context.ts";
import type { PolicyFacts } from "../findings/common.ts";
import { bandOf, type JudgeBand, judgeBands } from "./judge-bands.ts";

/**
 * Items of one kind that the judge scored: those of a policy (of both, where an item has agents of two) whose mean score
 * by the judge lies in one band.
 */
export type ItemStratum = {
  policies: PolicyFacts[];
  band: JudgeBand;
  /** Mean of J − H over the cells of each item that people rated. */
  errors: number[];
  /** Items (by place in the table) that nobody has rated. */
  rest: number[];
};

type ItemSums = { judge: number; cells: number; error: number; rated: number; groups: Set<number> };

/**
 * The items that the judge scored on one dimension, as strata by policy and band; by policy, then by band, without empty
 * ones. An item is drawn and rated as a whole, so its agents enter together.
 */
export function itemStrata(context: AnalysisContext, place: number): readonly ItemStratum[] {
  return partOf(context, `item strata ${place}`, () => gatherStrata(context, place));
}

function gatherStrata(context: AnalysisContext, place: number): ItemStratum[] {
  const { policies } = context.selection.groups;
  const bands = judgeBands(context.columns.dimensions[place]!);
  const strata = new Map<string, ItemStratum & { order: number[] }>();
  for (const [item, sums] of sumsByItem(context, cellsOf(context, place, -1, "judge"))) {
    const groups = [...sums.groups].sort((a, b) => a - b);
    const band = bandOf(sums.judge / sums.cells, bands);
    const order = [...groups, band];
    const key = order.join();
    const stratum = strata.get(key) ?? {
      policies: policies.filter(({ position }) => sums.groups.has(position)),
      band: bands[band]!,
      errors: [],
      rest: [],
      order,
    };
    strata.set(key, stratum);
    if (sums.rated > 0) stratum.errors.push(sums.error / sums.rated);
    else stratum.rest.push(item);
  }
  return [...strata.values()]
    .sort((a, b) => byPlaces(a.order, b.order))
    .map(({ order: _order, ...stratum }) => stratum);
}

/** By the first policy, items of one before items of two, then by the second policy and the band. */
function byPlaces(a: readonly number[], b: readonly number[]): number {
  const [first, other] = [a[0]! - b[0]!, a.length - b.length];
  if (first !== 0 || other !== 0) return first || other;
  return a.reduce((found, value, i) => found || value - b[i]!, 0);
}

function sumsByItem(context: AnalysisContext, cells: DimensionCells): Map<number, ItemSums> {
  const { item } = context.columns.units;
  const sums = new Map<number, ItemSums>();
  for (let cell = 0; cell < cells.unit.length; cell += 1) {
    if (cells.group[cell]! < 0) continue;
    const at = item[cells.unit[cell]!]!;
    const one = sums.get(at) ?? { judge: 0, cells: 0, error: 0, rated: 0, groups: new Set<number>() };
    sums.set(at, one);
    one.judge += cells.judge[cell]!;
    one.cells += 1;
    one.groups.add(cells.group[cell]!);
    if (cells.humanCount[cell]! === 0) continue;
    one.error += cells.judge[cell]! - cells.human[cell]!;
    one.rated += 1;
  }
  return sums;
}
