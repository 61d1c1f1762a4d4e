import { type Clusters, clusterSums, type Values } from "./clusters.ts";
import { DEFAULT_CONFIDENCE, type Estimate, inferByT, withoutSpread } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
import { mean, requireSameLength } from "./moments.ts";

/** Cells of a frame: the judge's score of every one, and of the labelled ones people's mean with the chance of being labelled. */
export type InclusionCells = {
  /** The judge on all cells of the frame, labelled or not. */
  judge: Values;
  labelled: { human: Values; judge: Values; chance: Values; clusters: Clusters };
};

/**
 * People's mean over a frame from cells that were labelled with known, unequal chances: mean(f) + Σ w·(y − f)/Σ w with
 * w = 1/chance (Hájek's ratio form of {@link import("./active-mean.ts").activeMean}, right also where the chances are off by
 * a common factor). A chance is that of being labelled by now: of being drawn, times the share of drawn items that are
 * labelled. Cells of one cluster were drawn together: what they add is summed before it is squared,
 * se² = G/(G − 1)·Σ (1 − chance)·(Σ w·e)²/(Σ w)², e the deviation from the ratio, and t has G − 1 degrees of freedom.
 *
 * No labelled cell: `no_data`; one labelled cluster: `single_cluster`. A chance outside (0, 1] throws RangeError.
 */
export function inclusionWeightedMean(
  { judge, labelled }: InclusionCells,
  confidence: number = DEFAULT_CONFIDENCE,
): Estimate {
  const { human, chance, clusters } = labelled;
  requireSameLength(human, labelled.judge);
  requireSameLength(human, chance);
  const weights = Float64Array.from(chance, (value) => {
    if (!(value > 0 && value <= 1)) throw new RangeError(`A cell was labelled with chance ${value}`);
    return 1 / value;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const errors = weights.map((weight, i) => weight * (human[i]! - labelled.judge[i]!));
  const ratio = errors.reduce((sum, error) => sum + error, 0) / total;
  const filled = new Set(Array.from(clusters.of)).size;
  const counts = { n: human.length, clusters: filled };
  if (counts.n === 0) return withoutSpread(null, "no_data", counts);
  const value = mean(judge) + ratio;
  if (filled < 2) return withoutSpread(value, "single_cluster", counts);
  const residuals = errors.map((error, i) => Math.sqrt(1 - chance[i]!) * (error - weights[i]! * ratio));
  const squares = clusterSums(residuals, clusters).reduce((sum, part) => sum + part * part, 0);
  const se = Math.sqrt((filled / (filled - 1)) * squares) / total;
  return { value, ...counts, ...inferByT(value, se, filled - 1, confidence), p: null };
}

/** The card of “Mean weighted by inclusion”. */
export const inclusionWeightedMeanCard: MeasureCard<{
  judge: number[];
  labelled: [human: number, judge: number, chance: number][];
}> = {
  id: "inclusion_weighted_mean",
  name: "Weighted by inclusion",
  meaning:
    "What people would have given on average over all items that could be drawn, when some were likelier to be drawn than others. The judge’s mean is corrected by people’s ratings, each as heavy as its item was unlikely.",
  range: "The scale of the dimension; it may pass its ends by a little.",
  undefinedWhen: "People rated no item; the interval also needs two drawn items.",
  source: "Hájek 1971: ratio form of Horvitz & Thompson 1952, variance by drawn item",
  example: {
    words:
      "The judge gives 5, 6, 7 and 8. People gave 6 for the 5 (drawn with chance 0.5) and 8 for the 8 (chance 0.25): 6.5 + (2 · 1 + 4 · 0)/6.",
    input: {
      judge: [5, 6, 7, 8],
      labelled: [
        [6, 5, 0.5],
        [8, 8, 0.25],
      ],
    },
    value: 41 / 6,
  },
};
