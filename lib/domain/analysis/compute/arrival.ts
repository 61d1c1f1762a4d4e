import type { DimensionCells } from "../cells.ts";
import { type AnalysisContext, compactClusters, partOf, type UnitClusters } from "../context.ts";
import { humanRatings } from "../human-items.ts";

/** Stands for a time that never came: later than the end of every source. */
const NEVER = 2;

/**
 * When the first rating by a person of each unit came in on one dimension, as a share of its study or import (0 to 1): a
 * source knows its own order alone, so several are laid side by side. {@link NEVER} where nobody rated the unit. One entry per unit.
 */
function arrivals(context: AnalysisContext, place: number): Float64Array {
  return partOf(context, `arrivals ${place}`, () => {
    const { unit, order, source, units, sources } = context.columns;
    const last = new Float64Array(sources.length + 1);
    const ratings = humanRatings(context, place);
    for (const rating of ratings) last[source[rating]! + 1] = Math.max(last[source[rating]! + 1]!, order[rating]!);
    const first = new Float64Array(units.count).fill(NEVER);
    for (const rating of ratings) {
      const share = order[rating]! / Math.max(1, last[source[rating]! + 1]!);
      first[unit[rating]!] = Math.min(first[unit[rating]!]!, share);
    }
    return first;
  });
}

/** Cells with the cluster of each, in a numbering that several lists may share. */
export type ClusteredCells = { cells: DimensionCells; of: Int32Array };

/** Lists of cells with their clusters numbered together, from 0 without gaps. */
export function numberTogether(
  lists: readonly DimensionCells[],
  clusters: UnitClusters,
): { lists: ClusteredCells[]; count: number } {
  const all = new Int32Array(lists.reduce((sum, { unit }) => sum + unit.length, 0));
  let filled = 0;
  for (const { unit } of lists)
    for (let cell = 0; cell < unit.length; cell += 1, filled += 1) all[filled] = clusters.of[unit[cell]!]!;
  const { of, count } = compactClusters({ of: all, count: clusters.count });
  let from = 0;
  const parts = lists.map((cells) => {
    const to = from + cells.unit.length;
    const part = { cells, of: of.subarray(from, to) };
    from = to;
    return part;
  });
  return { lists: parts, count };
}

/**
 * The place of each of `count` clusters in the order in which people first rated one of these cells, from 0, and how many
 * have one; clusters without such a cell come last.
 */
export function arrivalRanks(
  context: AnalysisContext,
  place: number,
  lists: readonly ClusteredCells[],
  count: number,
): { rank: Int32Array; rated: number } {
  const first = new Float64Array(count).fill(NEVER);
  const arrived = arrivals(context, place);
  for (const { cells, of } of lists)
    for (let cell = 0; cell < of.length; cell += 1)
      first[of[cell]!] = Math.min(first[of[cell]!]!, arrived[cells.unit[cell]!]!);
  const rank = new Int32Array(count);
  const order = Array.from(first.keys()).sort((a, b) => first[a]! - first[b]! || a - b);
  for (const [at, cluster] of order.entries()) rank[cluster] = at;
  return { rank, rated: first.filter((at) => at < NEVER).length };
}
