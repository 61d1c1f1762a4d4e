import {
  humanAbsoluteError,
  humanAbsoluteErrorCard,
  humanAbsoluteErrors,
  meanAbsoluteError,
  meanAbsoluteErrorCard,
  rootMeanSquareError,
  rootMeanSquareErrorCard,
} from "#lib/domain/statistics/absolute-error.ts";
import { blandAltman, clusteredBlandAltman, limitsOfAgreementCard } from "#lib/domain/statistics/bland-altman.ts";
import {
  bootstrapClusterMean,
  bootstrapClusterMeans,
  clusterBootstrapCard,
  exhaustBootstrapMean,
} from "#lib/domain/statistics/cluster-bootstrap.ts";
import { clusterErrorCard, clusterMean } from "#lib/domain/statistics/cluster-mean.ts";
import { type Clusters, numberClusters, numberClustersTogether } from "#lib/domain/statistics/clusters.ts";
import {
  differenceInDifferences,
  differenceInDifferencesCard,
} from "#lib/domain/statistics/difference-in-differences.ts";
import { effectiveCount, effectiveCountCard } from "#lib/domain/statistics/effective-count.ts";
import {
  combineGroups,
  groupedCorrelation,
  withinCorrelationCard,
} from "#lib/domain/statistics/grouped-correlation.ts";
import { kendallTauB, kendallTauBCard } from "#lib/domain/statistics/kendall.ts";
import { kendallOfCounts } from "#lib/domain/statistics/kendall-of-counts.ts";
import { measured } from "#lib/domain/statistics/measured.ts";
import { adjustedPCard, adjustP } from "#lib/domain/statistics/p-adjust.ts";
import { bootstrapCorrelations, correlationsOfCounts } from "#lib/domain/statistics/pair-patterns.ts";
import { pairedT, pairedTCard } from "#lib/domain/statistics/paired-t.ts";
import { fisherInterval, pearson, pearsonCard } from "#lib/domain/statistics/pearson.ts";
import { policyPermutationCard, policyPermutationTest } from "#lib/domain/statistics/policy-permutation.ts";
import { midRanks, midRanksCard } from "#lib/domain/statistics/ranks.ts";
import { reliabilityCeiling, reliabilityCeilingCard } from "#lib/domain/statistics/reliability-ceiling.ts";
import { clusterPermutationCard, clusterSignFlipTest, signFlipTest } from "#lib/domain/statistics/sign-flip.ts";
import { signedError, signedErrorCard } from "#lib/domain/statistics/signed-error.ts";
import {
  slopeAdjustedDifference,
  slopeAdjustedDifferenceCard,
} from "#lib/domain/statistics/slope-adjusted-difference.ts";
import { spearman, spearmanCard } from "#lib/domain/statistics/spearman.ts";
import { wilcoxonCard, wilcoxonSignedRank } from "#lib/domain/statistics/wilcoxon.ts";
import { wilsonCard, wilsonInterval } from "#lib/domain/statistics/wilson.ts";
import { worked } from "./worked.ts";

/** Values of clusters one after the other, with the cluster of each. */
export function ofClusters(clusters: number[][]): { d: number[]; of: Clusters } {
  return { d: clusters.flat(), of: numberClusters(clusters.flatMap((values, g) => values.map(() => g))) };
}

/** Two lists of differences of which each value is a cluster of its own. */
function ownClusters(base: number[], trained: number[]) {
  const numbers = [...base, ...trained].map((_, g) => g);
  const side = (d: number[], from: number) => ({
    d,
    clusters: { of: numbers.slice(from, from + d.length), count: numbers.length },
  });
  return [side(base, 0), side(trained, base.length)] as const;
}

/** The judge against people: bias, order, and the tests and intervals of both. */
export const BIAS_EXAMPLES = [
  worked(
    signedErrorCard,
    [signedError],
    ({ judge, human, episodes }) => signedError(judge, human, numberClusters(episodes)).value,
  ),
  worked(meanAbsoluteErrorCard, [meanAbsoluteError], ({ d }) => meanAbsoluteError(d).value),
  worked(rootMeanSquareErrorCard, [rootMeanSquareError], ({ d }) => rootMeanSquareError(d).value),
  worked(
    humanAbsoluteErrorCard,
    [humanAbsoluteError, humanAbsoluteErrors],
    ({ cells }) => humanAbsoluteError(cells).value,
  ),
  worked(differenceInDifferencesCard, [differenceInDifferences], ({ base, trained }) => {
    const keys = [base, trained].map((rows) => rows.map(([episode]) => episode));
    const [one, two] = numberClustersTogether(keys) as [Clusters, Clusters];
    const side = (rows: [string, number][], clusters: Clusters) => ({ d: rows.map(([, d]) => d), clusters });
    return differenceInDifferences(side(base, one), side(trained, two)).value;
  }),
  worked(slopeAdjustedDifferenceCard, [slopeAdjustedDifference], (input) => {
    const clusters = numberClusters([...input.judge.keys()]);
    return slopeAdjustedDifference({ ...input, clusters }, measured(1)).asMeasured.value;
  }),
  worked(limitsOfAgreementCard, [blandAltman, clusteredBlandAltman], ({ judge, human }) => {
    const [low, high] = blandAltman(judge, human).limits as readonly [number, number];
    return (low + high) / 2;
  }),
  worked(clusterErrorCard, [clusterMean], ({ clusters }) => {
    const { d, of } = ofClusters(clusters);
    return clusterMean(d, of).se;
  }),
  worked(clusterBootstrapCard, [bootstrapClusterMean, bootstrapClusterMeans, exhaustBootstrapMean], ({ clusters }) => {
    const { d, of } = ofClusters(clusters);
    return exhaustBootstrapMean(d, of).se;
  }),
  worked(clusterPermutationCard, [clusterSignFlipTest, signFlipTest], ({ clusters }) => {
    const { d, of } = ofClusters(clusters);
    return clusterSignFlipTest(d, of, 1).p;
  }),
  worked(
    policyPermutationCard,
    [policyPermutationTest],
    ({ base, trained }) => policyPermutationTest(...ownClusters(base, trained), 1)?.p,
  ),
  worked(pairedTCard, [pairedT], ({ d }) => pairedT(d).t),
  worked(wilcoxonCard, [wilcoxonSignedRank], ({ d }) => wilcoxonSignedRank(d).pExact),
  worked(adjustedPCard, [adjustP], ({ p, at }) => adjustP(p, "holm")[at]),
  worked(wilsonCard, [wilsonInterval], ({ hits, n }) => wilsonInterval(hits, n)?.[0]),
  worked(effectiveCountCard, [effectiveCount], ({ clusters }) => {
    const { d, of } = ofClusters(clusters);
    return effectiveCount(d, of);
  }),
  worked(withinCorrelationCard, [groupedCorrelation, combineGroups], ({ judge, human, policies }) => {
    return groupedCorrelation(spearman, judge, human, { of: policies, count: 2 }).within.value;
  }),
  worked(
    pearsonCard,
    [pearson, fisherInterval, correlationsOfCounts, bootstrapCorrelations],
    ({ x, y }) => pearson(x, y).value,
  ),
  worked(spearmanCard, [spearman], ({ x, y }) => spearman(x, y).value),
  worked(kendallTauBCard, [kendallTauB, kendallOfCounts], ({ x, y }) => kendallTauB(x, y).value),
  worked(midRanksCard, [midRanks], ({ values, at }) => midRanks(values)[at]),
  worked(
    reliabilityCeilingCard,
    [reliabilityCeiling],
    ({ reliability }) => reliabilityCeiling(measured(reliability)).value,
  ),
];
