import { clusterMean } from "./cluster-mean.ts";
import { type Clusters, numberClusters, type Values } from "./clusters.ts";
import { DEFAULT_CONFIDENCE, type Estimate } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
import { requireSameLength } from "./moments.ts";

/** What people say on average where the judge says `judge`. */
export type CalibrationPoint = { judge: number; human: Estimate };

/**
 * Mean human rating at each score that the judge gave, ascending, with its CR2 interval: exact bins of the judge's values,
 * never equal widths. `judge` holds whole numbers, or is rounded by the caller to the bins that are wanted.
 */
export function calibrationByValue(
  judge: Values,
  human: Values,
  clusters: Clusters,
  confidence: number = DEFAULT_CONFIDENCE,
): CalibrationPoint[] {
  requireSameLength(judge, human);
  const cells = new Map<number, number[]>();
  for (let i = 0; i < judge.length; i += 1) {
    const known = cells.get(judge[i]!);
    if (known) known.push(i);
    else cells.set(judge[i]!, [i]);
  }
  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([score, members]) => {
      const values = Float64Array.from(members, (i) => human[i]!);
      const own = numberClusters(members.map((i) => clusters.of[i]!));
      return { judge: score, human: clusterMean(values, own, confidence) };
    });
}

/** The card of “People at a score of the judge”. */
export const calibrationPointCard: MeasureCard<{ judge: number[]; human: number[]; at: number }> = {
  id: "calibration_by_value",
  name: "People at a score of the judge",
  meaning:
    "The mean of people’s ratings of all cells to which the judge gave one score, with its interval. Hollow where fewer than five cells stand behind it.",
  range: "The scale of the dimension.",
  undefinedWhen: "The judge never gave the score; the interval needs two clusters.",
  source: "Mean by exact score of the judge, CR2 by cluster",
  example: {
    words: "The judge gives 7, 7 and 8 where people give 5, 6 and 8: at 7.",
    input: { judge: [7, 7, 8], human: [5, 6, 8], at: 7 },
    value: 5.5,
  },
};
