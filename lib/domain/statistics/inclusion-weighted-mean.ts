import { type Clusters, clusterSums, type Values } from "./clusters.ts";
import { DEFAULT_CONFIDENCE, type Estimate, inferByT, withoutSpread } from "./estimate.ts";
import type { MeasureCard } from "./measure-card.ts";
import { mean, requireSameLength } from "./moments.ts";

/** Cells of a frame: the judge's score of every one, and of the labelled ones people's mean with the chance of being labelled. */
export type InclusionCells = {
  /** The judge on all cells of the frame, labelled or not. */
  judge: Values;
  labelled: {
    human: Values;
    judge: Values;
    chance: Values;
    clusters: Clusters;
    /** The stratum that each cell's cluster was drawn in, numbered from 0; absent where the draw had none or none is known. */
    strata?: Values;
  };
};

/**
 * People's mean over a frame from cells that were labelled with known, unequal chances: mean(f) + Σ w·(y − f)/Σ w with
 * w = 1/chance (Hájek's ratio form of {@link import("./active-mean.ts").activeMean}, right also where the chances are off by
 * a common factor). A chance is that of being labelled by now: of being drawn, times the share of drawn items that are
 * labelled. Cells of one cluster were drawn together: what they add, r = Σ √(1 − chance)·w·e with e the deviation from the
 * ratio, is summed before it is squared. Without strata se² = G/(G − 1)·Σ r²/(Σ w)², and t has G − 1 degrees of freedom.
 * With strata, of each of which so many were drawn, clusters of one stratum are compared with each other alone,
 * se² = Σ_h G_h/(G_h − 1)·Σ (r − mean_h)²/(Σ w)² (Cochran 1977, 5.3), and the degrees of freedom are Satterthwaite's
 * (Cochran 1977, 5.4). Strata with one labelled cluster are taken together, which can only widen the interval.
 *
 * No labelled cell: `no_data`; one labelled cluster: `single_cluster`. A chance outside (0, 1] throws RangeError.
 */
export function inclusionWeightedMean(
  { judge, labelled }: InclusionCells,
  confidence: number = DEFAULT_CONFIDENCE,
): Estimate {
  const { human, chance, clusters, strata } = labelled;
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
  const sums = clusterSums(residuals, clusters);
  const { variance, df } = strata
    ? spreadWithin(sumsByStratum(sums, clusters, strata))
    : { variance: (filled / (filled - 1)) * squares(sums), df: filled - 1 };
  return { value, ...counts, ...inferByT(value, Math.sqrt(variance) / total, df, confidence), p: null };
}

function squares(values: Values): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i]! * values[i]!;
  return sum;
}

/** What the clusters of each stratum add; strata with one cluster are one, or join the smallest other one. */
function sumsByStratum(sums: Float64Array, { of }: Clusters, strata: Values): number[][] {
  const stratumOf = new Map<number, number>();
  for (let cell = 0; cell < of.length; cell += 1) stratumOf.set(of[cell]!, strata[cell]!);
  const byStratum = Map.groupBy(stratumOf, ([, stratum]) => stratum);
  const groups = [...byStratum.values()].map((clusters) => clusters.map(([cluster]) => sums[cluster]!));
  const large = groups.filter(({ length }) => length > 1).sort((a, b) => a.length - b.length);
  const single = groups.filter(({ length }) => length === 1).flat();
  if (single.length !== 1) return single.length === 0 ? large : [...large, single];
  const [smallest = [], ...others] = large;
  return [[...smallest, ...single], ...others];
}

/** The variance of the sum over all strata, and what its estimate is worth. */
function spreadWithin(groups: readonly number[][]): { variance: number; df: number } {
  const parts = groups.map((values) => {
    const centre = mean(values);
    const df = values.length - 1;
    return { df, variance: ((df + 1) / df) * squares(values.map((value) => value - centre)) };
  });
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  const doubt = parts.reduce((sum, part) => sum + part.variance ** 2 / part.df, 0);
  return { variance, df: doubt > 0 ? variance ** 2 / doubt : parts.reduce((sum, { df }) => sum + df, 0) };
}

/** The card of “Mean weighted by inclusion”. */
export const inclusionWeightedMeanCard: MeasureCard<{
  judge: number[];
  labelled: [human: number, judge: number, chance: number][];
}> = {
  id: "inclusion_weighted_mean",
  name: "Weighted by inclusion",
  meaning:
    "What people would have given on average over all items that could be drawn, when some were likelier to be drawn than others. The judge’s mean is corrected by people’s ratings, each as heavy as its item was unlikely. The interval compares items of one stratum with each other where the study drew by strata.",
  range: "The scale of the dimension; it may pass its ends by a little.",
  undefinedWhen: "People rated no item; the interval also needs two drawn items.",
  source:
    "Hájek 1971: ratio form of Horvitz & Thompson 1952; variance by drawn item, within the strata of the draw where they are known (Cochran 1977)",
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
