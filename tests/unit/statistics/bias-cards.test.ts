import { describe, expect, it } from "vitest";
import {
  humanAbsoluteError,
  humanAbsoluteErrorCard,
  meanAbsoluteError,
  meanAbsoluteErrorCard,
  rootMeanSquareError,
  rootMeanSquareErrorCard,
} from "#lib/domain/statistics/absolute-error.ts";
import { blandAltman, limitsOfAgreementCard } from "#lib/domain/statistics/bland-altman.ts";
import { calibrationError, calibrationErrorCard } from "#lib/domain/statistics/calibration-errors.ts";
import { clusterIcc, clusterIccCard } from "#lib/domain/statistics/cluster-variance.ts";
import {
  clusteredPredictionPoweredMean,
  predictionPoweredMeanCard,
} from "#lib/domain/statistics/clustered-prediction-powered-mean.ts";
import { type Clusters, numberClusters, numberClustersTogether } from "#lib/domain/statistics/clusters.ts";
import {
  differenceInDifferences,
  differenceInDifferencesCard,
} from "#lib/domain/statistics/difference-in-differences.ts";
import { fitIsotonic } from "#lib/domain/statistics/isotonic.ts";
import { kendallTauB, kendallTauBCard } from "#lib/domain/statistics/kendall.ts";
import { calibrationSlopeCard, linearCalibration } from "#lib/domain/statistics/linear-calibration.ts";
import type { MeasureCard } from "#lib/domain/statistics/measure-card.ts";
import { measured } from "#lib/domain/statistics/measured.ts";
import { pearson, pearsonCard } from "#lib/domain/statistics/pearson.ts";
import { reliabilityCeiling, reliabilityCeilingCard } from "#lib/domain/statistics/reliability-ceiling.ts";
import { clusterPermutationCard, clusterSignFlipTest } from "#lib/domain/statistics/sign-flip.ts";
import { signedError, signedErrorCard } from "#lib/domain/statistics/signed-error.ts";
import {
  slopeAdjustedDifference,
  slopeAdjustedDifferenceCard,
} from "#lib/domain/statistics/slope-adjusted-difference.ts";
import { spearman, spearmanCard } from "#lib/domain/statistics/spearman.ts";

/** A card with the value that the function gives for its example. */
function worked<Input>(card: MeasureCard<Input>, compute: (input: Input) => number | null) {
  return { card: card as MeasureCard, value: compute(card.example.input) };
}

function ofClusters(clusters: number[][]): { d: number[]; of: Clusters } {
  return { d: clusters.flat(), of: numberClusters(clusters.flatMap((values, g) => values.map(() => g))) };
}

function poweredExample({ labelled, unlabelled }: typeof predictionPoweredMeanCard.example.input) {
  const keys = [labelled, unlabelled].map((rows) => rows.map(([episode]) => episode));
  const [one, two] = numberClustersTogether(keys) as [Clusters, Clusters];
  return clusteredPredictionPoweredMean({
    labelled: { human: labelled.map((row) => row[1]), judge: labelled.map((row) => row[2]), clusters: one },
    unlabelled: { judge: unlabelled.map((row) => row[1]), clusters: two },
  });
}

const cards = [
  worked(signedErrorCard, ({ judge, human, episodes }) => signedError(judge, human, numberClusters(episodes)).value),
  worked(meanAbsoluteErrorCard, ({ d }) => meanAbsoluteError(d).value),
  worked(rootMeanSquareErrorCard, ({ d }) => rootMeanSquareError(d).value),
  worked(humanAbsoluteErrorCard, ({ cells }) => humanAbsoluteError(cells).value),
  worked(differenceInDifferencesCard, ({ base, trained }) => {
    const keys = [base, trained].map((rows) => rows.map(([episode]) => episode));
    const [one, two] = numberClustersTogether(keys) as [Clusters, Clusters];
    const side = (rows: [string, number][], clusters: Clusters) => ({ d: rows.map(([, d]) => d), clusters });
    return differenceInDifferences(side(base, one), side(trained, two)).value;
  }),
  worked(slopeAdjustedDifferenceCard, (input) => {
    const clusters = numberClusters([...input.judge.keys()]);
    return slopeAdjustedDifference({ ...input, clusters }, measured(1)).asMeasured.value;
  }),
  worked(limitsOfAgreementCard, ({ judge, human }) => {
    const [low, high] = blandAltman(judge, human).limits as readonly [number, number];
    return (low + high) / 2;
  }),
  worked(clusterIccCard, ({ clusters }) => {
    const { d, of } = ofClusters(clusters);
    return clusterIcc(d, of).icc.value;
  }),
  worked(clusterPermutationCard, ({ clusters }) => {
    const { d, of } = ofClusters(clusters);
    return clusterSignFlipTest(d, of, 1).p;
  }),
  worked(pearsonCard, ({ x, y }) => pearson(x, y).value),
  worked(spearmanCard, ({ x, y }) => spearman(x, y).value),
  worked(kendallTauBCard, ({ x, y }) => kendallTauB(x, y).value),
  worked(reliabilityCeilingCard, ({ reliability }) => reliabilityCeiling(measured(reliability)).value),
  worked(calibrationSlopeCard, ({ judge, human }) => linearCalibration(judge, human).slope),
  worked(calibrationErrorCard, ({ judge, human }) => calibrationError(judge, fitIsotonic(judge, human)).value),
  worked(predictionPoweredMeanCard, (input) => poweredExample(input).value),
];

describe("cards of the measures of bias", () => {
  it.each(cards.map((entry) => [entry.card.id, entry] as const))("%s: the example comes out", (_, { card, value }) => {
    expect(value).toBeCloseTo(card.example.value as number, 12);
  });

  it("have names of their own", () => {
    expect(new Set(cards.map(({ card }) => card.id)).size).toBe(cards.length);
  });
});
