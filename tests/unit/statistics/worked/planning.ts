import {
  clusterIcc,
  clusterIccCard,
  designEffect,
  designEffectCard,
  varianceBetweenCard,
  varianceComponents,
} from "#lib/domain/statistics/cluster-variance.ts";
import { allocationCard, neymanAllocation } from "#lib/domain/statistics/neyman-allocation.ts";
import {
  differenceSizeCard,
  pairedSizeCard,
  powerCard,
  powerOfT,
  sampleSizeForDifference,
  sampleSizeForPairedT,
} from "#lib/domain/statistics/power.ts";
import { poweredSampleSize, poweredSizeCard } from "#lib/domain/statistics/prediction-powered-size.ts";
import {
  bestRatersCard,
  bestRatersPerCell,
  biasVariance,
  biasVarianceCard,
} from "#lib/domain/statistics/rater-allocation.ts";
import { expectedHalfWidth, meanSizeCard, sampleSizeForMean } from "#lib/domain/statistics/sample-size.ts";
import { sdFactorCard, sdFactors } from "#lib/domain/statistics/sd-interval.ts";
import { ofClusters } from "./bias.ts";
import { worked } from "./worked.ts";

/** How much to rate, and what. */
export const PLANNING_EXAMPLES = [
  worked(clusterIccCard, [clusterIcc], ({ clusters }) => {
    const { d, of } = ofClusters(clusters);
    return clusterIcc(d, of).icc.value;
  }),
  worked(designEffectCard, [designEffect], ({ cellsPerCluster, icc }) => designEffect(cellsPerCluster, icc)),
  worked(varianceBetweenCard, [varianceComponents], ({ clusters }) => {
    const { d, of } = ofClusters(clusters);
    return varianceComponents(d, of).between;
  }),
  worked(meanSizeCard, [sampleSizeForMean, expectedHalfWidth], (target) => sampleSizeForMean(target).clusters),
  worked(sdFactorCard, [sdFactors], ({ n }) => sdFactors(n)?.[1]),
  worked(powerCard, [powerOfT], ({ noncentrality, df }) => powerOfT(noncentrality, df)),
  worked(differenceSizeCard, [sampleSizeForDifference], (design) => sampleSizeForDifference(design).clusters),
  worked(pairedSizeCard, [sampleSizeForPairedT], ({ effectSize }) => sampleSizeForPairedT(effectSize)),
  worked(
    poweredSizeCard,
    [poweredSampleSize],
    ({ correlation, classical, pool }) => poweredSampleSize(correlation, classical, pool).labels,
  ),
  worked(allocationCard, [neymanAllocation], ({ strata, labels, at }) => neymanAllocation(strata, labels).integer[at]),
  worked(biasVarianceCard, [biasVariance], ({ variance, design }) => biasVariance(variance, design)),
  worked(
    bestRatersCard,
    [bestRatersPerCell],
    ({ variance, cellsPerEpisode, costPerEpisode, costPerRating }) =>
      bestRatersPerCell(variance, cellsPerEpisode, { costPerEpisode, costPerRating }).value,
  ),
];
