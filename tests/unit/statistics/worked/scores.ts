import { activeMean, activeMeanCard } from "#lib/domain/statistics/active-mean.ts";
import { calibrationByValue, calibrationPointCard } from "#lib/domain/statistics/calibration-by-value.ts";
import {
  calibrationError,
  calibrationErrorCard,
  calibrationErrors,
  unseenErrorCard,
} from "#lib/domain/statistics/calibration-errors.ts";
import type { PolicyCells } from "#lib/domain/statistics/cell-totals.ts";
import {
  clusteredPredictionPoweredMean,
  predictionPoweredMeanCard,
} from "#lib/domain/statistics/clustered-prediction-powered-mean.ts";
import { type Clusters, numberClusters, numberClustersTogether } from "#lib/domain/statistics/clusters.ts";
import { inclusionWeightedMean, inclusionWeightedMeanCard } from "#lib/domain/statistics/inclusion-weighted-mean.ts";
import { calibrationCurveCard, fitIsotonic, readIsotonic } from "#lib/domain/statistics/isotonic.ts";
import {
  calibrationSlope,
  calibrationSlopeCard,
  linearCalibration,
  noiselessSlopeCard,
  slopeWithoutJudgeNoise,
} from "#lib/domain/statistics/linear-calibration.ts";
import { measured } from "#lib/domain/statistics/measured.ts";
import {
  poweredDifferenceCard,
  predictionPoweredDifference,
} from "#lib/domain/statistics/prediction-powered-difference.ts";
import { independentPoweredMeanCard, predictionPoweredMean } from "#lib/domain/statistics/prediction-powered-mean.ts";
import { rankCard, rankIntervals } from "#lib/domain/statistics/rank-intervals.ts";
import { stratifiedMean, stratifiedMeanCard } from "#lib/domain/statistics/stratified-mean.ts";
import { worked } from "./worked.ts";

type Pair = [human: number, judge: number];

/** Cells of which each is a cluster of its own, numbered from `from` on among `count`. */
function policyCells(labelled: Pair[], unlabelled: number[], from: number, count: number): PolicyCells {
  const numbers = (length: number, start: number) => ({ of: Array.from({ length }, (_, i) => start + i), count });
  return {
    labelled: {
      human: labelled.map(([human]) => human),
      judge: labelled.map(([, judge]) => judge),
      clusters: numbers(labelled.length, from),
    },
    unlabelled: { judge: unlabelled, clusters: numbers(unlabelled.length, from + labelled.length) },
  };
}

function poweredExample({ labelled, unlabelled }: typeof predictionPoweredMeanCard.example.input) {
  const keys = [labelled, unlabelled].map((rows) => rows.map(([episode]) => episode));
  const [one, two] = numberClustersTogether(keys) as [Clusters, Clusters];
  return clusteredPredictionPoweredMean({
    labelled: { human: labelled.map((row) => row[1]), judge: labelled.map((row) => row[2]), clusters: one },
    unlabelled: { judge: unlabelled.map((row) => row[1]), clusters: two },
  });
}

/** What people would have said, and what a score of the judge means. */
export const SCORE_EXAMPLES = [
  worked(predictionPoweredMeanCard, [clusteredPredictionPoweredMean], (input) => poweredExample(input).value),
  worked(independentPoweredMeanCard, [predictionPoweredMean], (cells) => predictionPoweredMean(cells, 1).value),
  worked(poweredDifferenceCard, [predictionPoweredDifference], ({ base, trained }) => {
    const lambda = { base: 1, trained: 1 };
    const [one, two] = [
      policyCells(base.labelled, base.unlabelled, 0, 8),
      policyCells(trained.labelled, trained.unlabelled, 4, 8),
    ];
    return predictionPoweredDifference(one, two, lambda).value;
  }),
  worked(rankCard, [rankIntervals], ({ low, high }) => {
    const policies = [policyCells(low, [], 0, 4), policyCells(high, [], 2, 4)];
    return rankIntervals(policies, { resamples: 20, seed: 1 })[1]?.rank;
  }),
  worked(inclusionWeightedMeanCard, [inclusionWeightedMean], ({ judge, labelled }) => {
    const column = (place: 0 | 1 | 2) => labelled.map((row) => row[place]);
    const clusters = numberClusters([...labelled.keys()]);
    const rated = { human: column(0), judge: column(1), chance: column(2), clusters };
    return inclusionWeightedMean({ judge, labelled: rated }).value;
  }),
  worked(activeMeanCard, [activeMean], ({ judge, chance, chosen }) => activeMean(judge, chance, chosen).value),
  worked(stratifiedMeanCard, [stratifiedMean], (strata) => stratifiedMean(strata, { finite: true }).value),
  worked(calibrationCurveCard, [fitIsotonic, readIsotonic], ({ judge, human, at }) =>
    readIsotonic(fitIsotonic(judge, human), at),
  ),
  worked(calibrationPointCard, [calibrationByValue], ({ judge, human, at }) => {
    const points = calibrationByValue(judge, human, numberClusters([...judge.keys()]));
    return points.find((point) => point.judge === at)?.human.value;
  }),
  worked(
    calibrationSlopeCard,
    [linearCalibration, calibrationSlope],
    ({ judge, human }) => linearCalibration(judge, human).slope,
  ),
  worked(
    noiselessSlopeCard,
    [slopeWithoutJudgeNoise],
    ({ slope, reliability }) => slopeWithoutJudgeNoise(slope, measured(reliability)).value,
  ),
  worked(
    calibrationErrorCard,
    [calibrationError],
    ({ judge, human }) => calibrationError(judge, fitIsotonic(judge, human)).value,
  ),
  worked(
    unseenErrorCard,
    [calibrationErrors],
    ({ judge, human }) => calibrationErrors(judge, human, numberClusters([...judge.keys()])).linear.value,
  ),
];
