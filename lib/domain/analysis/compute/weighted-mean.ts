import { activeMean } from "#lib/domain/statistics/active-mean.ts";
import { joined } from "#lib/domain/statistics/moments.ts";
import type { DimensionCells } from "../cells.ts";
import type { AnalysisContext } from "../context.ts";
import type { Estimate } from "../findings/common.ts";

/**
 * People's mean over all cells by inclusion probabilities (Horvitz–Thompson on the judge's errors), where every labelled
 * item has a recorded one and at least one of them is below 1. Null elsewhere: then nothing is to be weighted.
 */
export function weightedMean(
  { columns, question }: AnalysisContext,
  both: DimensionCells,
  judgeOnly: DimensionCells,
): Estimate | null {
  const { item, items } = columns.units;
  const chances = Float64Array.from(both.unit, (unit) => items.inclusionProbability[item[unit]!]!);
  if (chances.length === 0 || chances.some((chance) => !(chance > 0)) || chances.every((chance) => chance === 1))
    return null;
  const labels = Array.from(both.human, (human, index) => ({ index, human }));
  const inclusion = joined(chances, new Float64Array(judgeOnly.unit.length).fill(1));
  const found = activeMean(joined(both.judge, judgeOnly.judge), inclusion, labels, question.confidence);
  const { value, se, interval, labelled, reason } = found;
  const clusters = new Set(both.unit.map((unit) => items.cluster[item[unit]!]!)).size;
  return { value, se, df: null, interval, p: null, n: labelled, clusters, reason };
}
