import { type Clusters, clusterSizes, type Values } from "./clusters.ts";
import { type Bins, binByValue, fitBins, type IsotonicCurve, readIsotonic } from "./isotonic.ts";
import type { MeasureCard } from "./measure-card.ts";
import { type Measured, measured, notDefined } from "./measured.ts";
import { mean, requireSameLength } from "./moments.ts";

/** Mean absolute error of predicting the human mean of cells of a cluster that the curve has not seen, in points. */
export type CalibrationErrors = { isotonic: Measured; linear: Measured; asIs: Measured };

/**
 * Mean over cells of |curve(J) - J|: by how many points the scale of the judge differs from people's, 0 when the curve is
 * the diagonal.
 */
export function calibrationError(judge: Values, curve: IsotonicCurve): Measured {
  if (judge.length === 0 || curve.x.length === 0) return notDefined("no_data");
  return measured(mean(Float64Array.from(judge, (score) => Math.abs(readIsotonic(curve, score) - score))));
}

/**
 * How well the isotonic curve, the straight line, and the judge as it is predict people, leaving out one cluster each time.
 * An isotonic curve has a level for each score and always looks good on its own data, so only this error counts. Linear
 * in the cells, plus clusters times distinct scores. One cluster: `single_cluster` for the two curves; a line that cannot
 * be drawn without some cluster: `constant_judge`.
 */
export function calibrationErrors(judge: Values, human: Values, clusters: Clusters): CalibrationErrors {
  requireSameLength(judge, human);
  if (judge.length === 0)
    return { isotonic: notDefined("no_data"), linear: notDefined("no_data"), asIs: notDefined("no_data") };
  const asIs = measured(mean(Float64Array.from(judge, (score, i) => Math.abs(score - human[i]!))));
  const members = membersOf(clusters);
  if (members.length < 2) return { isotonic: notDefined("single_cluster"), linear: notDefined("single_cluster"), asIs };
  const cells = { judge, human, members };
  return { isotonic: measured(isotonicError(cells)), linear: linearError(cells), asIs };
}

type Cells = { judge: Values; human: Values; members: Int32Array[] };

function membersOf(clusters: Clusters): Int32Array[] {
  const members = Array.from(clusterSizes(clusters), (size) => new Int32Array(size));
  const filled = new Int32Array(clusters.count);
  for (let i = 0; i < clusters.of.length; i += 1) {
    const g = clusters.of[i]!;
    members[g]![filled[g]!] = i;
    filled[g]! += 1;
  }
  return members.filter((cells) => cells.length > 0);
}

function isotonicError({ judge, human, members }: Cells): number {
  const all = binByValue(judge, human);
  const places = new Map(Array.from(all.x, (value, place) => [value, place]));
  let error = 0;
  for (const cells of members) {
    const rest: Bins = { x: all.x, weight: all.weight.slice(), sum: all.sum.slice() };
    for (const i of cells) {
      const place = places.get(judge[i]!)!;
      rest.weight[place]! -= 1;
      rest.sum[place]! -= human[i]!;
    }
    const curve = fitBins(rest);
    for (const i of cells) error += Math.abs(readIsotonic(curve, judge[i]!) - human[i]!);
  }
  return error / judge.length;
}

/** Sums from which a line can be drawn, about a fixed centre so that taking a cluster away loses no digits. */
type LineSums = { n: number; x: number; y: number; xx: number; xy: number };

function linearError({ judge, human, members }: Cells): Measured {
  const [centerX, centerY] = [mean(judge), mean(human)];
  const sumsOf = (cells: Iterable<number>): LineSums => {
    const sums = { n: 0, x: 0, y: 0, xx: 0, xy: 0 };
    for (const i of cells) {
      const [x, y] = [judge[i]! - centerX, human[i]! - centerY];
      sums.n += 1;
      sums.x += x;
      sums.y += y;
      sums.xx += x * x;
      sums.xy += x * y;
    }
    return sums;
  };
  const all = sumsOf(Array.from({ length: judge.length }, (_, i) => i));
  let error = 0;
  for (const cells of members) {
    const line = lineWithout(all, sumsOf(cells));
    if (line === null) return notDefined("constant_judge");
    for (const i of cells) error += Math.abs(line.intercept + line.slope * (judge[i]! - centerX) + centerY - human[i]!);
  }
  return measured(error / judge.length);
}

function lineWithout(all: LineSums, left: LineSums): { slope: number; intercept: number } | null {
  const n = all.n - left.n;
  const [x, y] = [(all.x - left.x) / n, (all.y - left.y) / n];
  const spread = all.xx - left.xx - n * x * x;
  if (spread <= 1e-9 * Math.max(1, all.xx)) return null;
  const slope = (all.xy - left.xy - n * x * y) / spread;
  return { slope, intercept: y - slope * x };
}

/** The card of “Calibration error”. */
export const calibrationErrorCard: MeasureCard<{ judge: number[]; human: number[] }> = {
  id: "calibration_error",
  name: "Calibration error",
  meaning: "By how many points the judge’s scale lies from people’s: what an 8 of the judge is worth, against 8.",
  range: "0 (a judge’s 8 is people’s 8 everywhere) to the width of the scale, in points.",
  undefinedWhen: "No cell was rated by both.",
  source: "Mean over cells of the distance between the isotonic calibration curve and the judge’s own score.",
  example: {
    words: "People give 3 and 6 where the judge gives 4 and 8.",
    input: { judge: [4, 8], human: [3, 6] },
    value: 1.5,
  },
};

/** The card of “Error on unseen episodes”. */
export const unseenErrorCard: MeasureCard<{ judge: number[]; human: number[] }> = {
  id: "calibration_error_unseen",
  name: "Error on unseen episodes",
  meaning:
    "How far people lie from what a calibration predicts for an episode that it has not seen. A curve always looks good on its own data, so only this counts.",
  range: "0 (predicts exactly) to the width of the scale, in points.",
  undefinedWhen: "There is one cluster only, or the judge’s score does not vary without some cluster.",
  source: "Mean absolute error leaving one cluster out at a time",
  example: {
    words: "The judge is one point above people on four episodes: the straight line predicts each exactly.",
    input: { judge: [5, 6, 7, 9], human: [4, 5, 6, 8] },
    value: 0,
  },
};
