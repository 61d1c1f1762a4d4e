import { inclusionWeightedMean } from "#lib/domain/statistics/inclusion-weighted-mean.ts";
import { joined } from "#lib/domain/statistics/moments.ts";
import type { DimensionCells } from "../cells.ts";
import { type AnalysisContext, cellsOf, clustersOfCells, partOf } from "../context.ts";
import { noEstimate } from "../estimates.ts";
import type { Estimate } from "../findings/common.ts";
import type { SampleFrame } from "../frames.ts";

/** A policy's cells in a frame on one dimension (`place`): those that both sides rated, and the judge's others. */
type FrameCells = { place: number; both: DimensionCells; judgeOnly: DimensionCells };

/** The mean by inclusion, or why it cannot be given yet. Both empty where nothing is to be weighted. */
export type WeightedMean = { weighted: Estimate | null; weightedNote: string };

/** Where no draw is recorded or every item was sure to be drawn. */
export const NOTHING_WEIGHTED: WeightedMean = { weighted: null, weightedNote: "" };

/**
 * People's mean over the cells of a frame, each labelled cell with the chance of being labelled by now: that of its item to
 * be drawn, times the share of its stratum's drawn items that have a label on this dimension (items are given out in a
 * random order). Nothing where all chances are 1; no value while a stratum with cells of this policy has no label.
 */
export function weightedMean(
  context: AnalysisContext,
  frame: SampleFrame,
  { place, both, judgeOnly }: FrameCells,
): WeightedMean {
  const { item } = context.columns.units;
  const chance = chancesOf(context, frame, { place, both });
  if (chance.length === 0 || chance.every((value) => value === 1)) return NOTHING_WEIGHTED;
  const { labelled: rated } = progressOf(context, frame, place);
  const waiting = new Set<string>();
  for (const unit of judgeOnly.unit) {
    const stratum = frame.stratum[item[unit]!]!;
    if (stratum >= 0 && rated[stratum] === 0) waiting.add(frame.strata[stratum]!);
  }
  if (waiting.size > 0)
    return {
      weighted: noEstimate("no_data"),
      weightedNote: `Not weighted by inclusion yet: no drawn item of ${[...waiting].join(" or of ")} is rated.`,
    };
  const strata = Int16Array.from(both.unit, (unit) => frame.stratum[item[unit]!]!);
  return { weighted: weigh(context, { both, judgeOnly }, { chance, strata }), weightedNote: "" };
}

/**
 * The same over all cells that the judge rated, where every item that people rated has a chance of its own on record.
 * Nothing where all have the same chance, which leaves the mean of differences as it is.
 */
export function itemWeightedMean(context: AnalysisContext, cells: Omit<FrameCells, "place">): WeightedMean {
  const chance = ownChancesOf(context, cells.both);
  if (chance.every((value) => value === chance[0])) return NOTHING_WEIGHTED;
  return { weighted: weigh(context, cells, { chance }), weightedNote: "" };
}

/** The chance of the item of each cell, as its source recorded it. */
export function ownChancesOf({ columns }: AnalysisContext, { unit }: DimensionCells): Float64Array {
  const { item, items } = columns.units;
  return Float64Array.from(unit, (at) => items.inclusionProbability[item[at]!]!);
}

function weigh(
  context: AnalysisContext,
  { both, judgeOnly }: Omit<FrameCells, "place">,
  draw: { chance: Float64Array; strata?: Int16Array },
): Estimate {
  const { item, items } = context.columns.units;
  const clusters = clustersOfCells(both, { of: item.map((at) => items.cluster[at]!), count: items.clusters.length });
  const labelled = { human: both.human, judge: both.judge, ...draw, clusters };
  const judge = joined(both.judge, judgeOnly.judge);
  return inclusionWeightedMean({ judge, labelled }, context.question.confidence);
}

/** The chance with which each of these labelled cells is labelled by now, in (0, 1]. */
export function chancesOf(
  context: AnalysisContext,
  frame: SampleFrame,
  { place, both }: Omit<FrameCells, "judgeOnly">,
): Float64Array {
  const { item } = context.columns.units;
  const { drawn, labelled } = progressOf(context, frame, place);
  return Float64Array.from(both.unit, (unit) => {
    const stratum = frame.stratum[item[unit]!]!;
    return (frame.chance[item[unit]!]! * labelled[stratum]!) / drawn[stratum]!;
  });
}

/** Of each stratum: drawn items that the judge rated on a dimension, and how many of them people rated as well. */
function progressOf(context: AnalysisContext, frame: SampleFrame, place: number) {
  return partOf(context, `progress of strata ${place}`, () => {
    const { item } = context.columns.units;
    const count = (side: "judge" | "both") => {
      const counts = new Float64Array(frame.strata.length);
      const isCounted = new Uint8Array(frame.isIn.length);
      for (const unit of cellsOf(context, place, -1, side).unit) {
        const stratum = frame.stratum[item[unit]!]!;
        if (stratum < 0 || isCounted[item[unit]!] === 1) continue;
        isCounted[item[unit]!] = 1;
        counts[stratum]! += 1;
      }
      return counts;
    };
    return { drawn: count("judge"), labelled: count("both") };
  });
}
