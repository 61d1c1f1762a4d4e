import { humanAbsoluteErrorCard, meanAbsoluteErrorCard, rootMeanSquareErrorCard } from "./absolute-error.ts";
import { activeMeanCard } from "./active-mean.ts";
import { altTestAdvantageCard, altTestCard } from "./alt-test.ts";
import { limitsOfAgreementCard } from "./bland-altman.ts";
import { episodeBootstrapCard } from "./bootstrap.ts";
import { calibrationPointCard } from "./calibration-by-value.ts";
import { calibrationErrorCard, unseenErrorCard } from "./calibration-errors.ts";
import { clusterBootstrapCard } from "./cluster-bootstrap.ts";
import { clusterErrorCard } from "./cluster-mean.ts";
import { clusterIccCard, designEffectCard, varianceBetweenCard } from "./cluster-variance.ts";
import { predictionPoweredMeanCard } from "./clustered-prediction-powered-mean.ts";
import { cohenKappaCard } from "./cohen-kappa.ts";
import { differenceInDifferencesCard } from "./difference-in-differences.ts";
import { effectiveCountCard } from "./effective-count.ts";
import { fleissKappaCard } from "./fleiss-kappa.ts";
import { goldAccuracyCard } from "./gold-accuracy.ts";
import { withinCorrelationCard } from "./grouped-correlation.ts";
import { gwetAc1Card, gwetAc2Card } from "./gwet-ac.ts";
import { icc2Card, icc2kCard, icc3Card } from "./icc.ts";
import { icc1Card, icc1kCard } from "./icc-one-way.ts";
import { inclusionWeightedMeanCard } from "./inclusion-weighted-mean.ts";
import { calibrationCurveCard } from "./isotonic.ts";
import { kendallTauBCard } from "./kendall.ts";
import { krippendorffIntervalCard, krippendorffNominalCard, krippendorffOrdinalCard } from "./krippendorff-alpha.ts";
import { leaveOneOutCard } from "./leave-one-out.ts";
import { leniencyAdjustedCard } from "./leniency-adjusted.ts";
import { calibrationSlopeCard, noiselessSlopeCard } from "./linear-calibration.ts";
import type { MeasureCard } from "./measure-card.ts";
import { allocationCard } from "./neyman-allocation.ts";
import { adjustedPCard } from "./p-adjust.ts";
import { pairedTCard } from "./paired-t.ts";
import { pairwiseAgreementCard } from "./pairwise-agreement.ts";
import { pearsonCard } from "./pearson.ts";
import { percentWithinCard } from "./percent-within.ts";
import { policyPermutationCard } from "./policy-permutation.ts";
import { differenceSizeCard, pairedSizeCard, powerCard } from "./power.ts";
import { poweredDifferenceCard } from "./prediction-powered-difference.ts";
import { independentPoweredMeanCard } from "./prediction-powered-mean.ts";
import { poweredSizeCard } from "./prediction-powered-size.ts";
import { randolphKappaCard } from "./randolph-kappa.ts";
import { rankCard } from "./rank-intervals.ts";
import { midRanksCard } from "./ranks.ts";
import { bestRatersCard, biasVarianceCard } from "./rater-allocation.ts";
import { raterSeverityCard } from "./rater-severity.ts";
import { raterSeverityModelCard, raterShareCard, reliabilityOfMeanCard } from "./rater-severity-model.ts";
import { paceCard, readingSpeedCard } from "./rating-time.ts";
import { reliabilityCeilingCard } from "./reliability-ceiling.ts";
import { sameByChanceCard, sameNumberCard } from "./same-across.ts";
import { meanSizeCard } from "./sample-size.ts";
import { sdFactorCard } from "./sd-interval.ts";
import { clusterPermutationCard } from "./sign-flip.ts";
import { signedErrorCard } from "./signed-error.ts";
import { slopeAdjustedDifferenceCard } from "./slope-adjusted-difference.ts";
import { legacyAlphaCard, legacyKappaCard } from "./sotopia-legacy.ts";
import { spearmanCard } from "./spearman.ts";
import { ratingsNeededCard, spearmanBrownCard } from "./spearman-brown.ts";
import { longestRunCard, modalShareCard, runByChanceCard } from "./straight-lining.ts";
import { stratifiedMeanCard } from "./stratified-mean.ts";
import { wilcoxonCard } from "./wilcoxon.ts";
import { wilsonCard } from "./wilson.ts";

/** What a reader has to know of each measure: a card without the input of its example. */
export type ReadCard = Omit<MeasureCard, "example"> & { example: Omit<MeasureCard["example"], "input"> };

function read<Input>({ example: { words, value }, ...card }: MeasureCard<Input>): ReadCard {
  return { ...card, example: { words, value } };
}

/** Every measure that has a card, under the question that it helps to answer. */
export const MEASURE_GROUPS: readonly { title: string; cards: readonly ReadCard[] }[] = [
  {
    title: "Judge against people",
    cards: [
      read(signedErrorCard),
      read(differenceInDifferencesCard),
      read(slopeAdjustedDifferenceCard),
      read(meanAbsoluteErrorCard),
      read(rootMeanSquareErrorCard),
      read(humanAbsoluteErrorCard),
      read(limitsOfAgreementCard),
    ],
  },
  {
    title: "Debiased scores",
    cards: [
      read(predictionPoweredMeanCard),
      read(independentPoweredMeanCard),
      read(poweredDifferenceCard),
      read(rankCard),
      read(inclusionWeightedMeanCard),
      read(leniencyAdjustedCard),
      read(activeMeanCard),
      read(stratifiedMeanCard),
    ],
  },
  {
    title: "Calibration",
    cards: [
      read(calibrationCurveCard),
      read(calibrationPointCard),
      read(calibrationSlopeCard),
      read(noiselessSlopeCard),
      read(calibrationErrorCard),
      read(unseenErrorCard),
    ],
  },
  {
    title: "Order",
    cards: [
      read(withinCorrelationCard),
      read(spearmanCard),
      read(kendallTauBCard),
      read(pearsonCard),
      read(reliabilityCeilingCard),
      read(midRanksCard),
    ],
  },
  {
    title: "Agreement of people",
    cards: [
      read(pairwiseAgreementCard),
      read(percentWithinCard),
      read(krippendorffIntervalCard),
      read(krippendorffOrdinalCard),
      read(krippendorffNominalCard),
      read(gwetAc2Card),
      read(gwetAc1Card),
      read(icc1Card),
      read(icc1kCard),
      read(icc2Card),
      read(icc2kCard),
      read(icc3Card),
      read(spearmanBrownCard),
      read(ratingsNeededCard),
      read(cohenKappaCard),
      read(fleissKappaCard),
      read(randolphKappaCard),
      read(legacyAlphaCard),
      read(legacyKappaCard),
    ],
  },
  {
    title: "Single raters",
    cards: [
      read(leaveOneOutCard),
      read(raterSeverityCard),
      read(raterSeverityModelCard),
      read(raterShareCard),
      read(reliabilityOfMeanCard),
      read(modalShareCard),
      read(longestRunCard),
      read(runByChanceCard),
      read(sameNumberCard),
      read(sameByChanceCard),
      read(paceCard),
      read(readingSpeedCard),
      read(goldAccuracyCard),
      read(altTestCard),
      read(altTestAdvantageCard),
    ],
  },
  {
    title: "Intervals and tests",
    cards: [
      read(clusterErrorCard),
      read(clusterBootstrapCard),
      read(episodeBootstrapCard),
      read(wilsonCard),
      read(effectiveCountCard),
      read(clusterPermutationCard),
      read(policyPermutationCard),
      read(pairedTCard),
      read(wilcoxonCard),
      read(adjustedPCard),
    ],
  },
  {
    title: "Planning",
    cards: [
      read(clusterIccCard),
      read(designEffectCard),
      read(varianceBetweenCard),
      read(meanSizeCard),
      read(sdFactorCard),
      read(powerCard),
      read(differenceSizeCard),
      read(pairedSizeCard),
      read(poweredSizeCard),
      read(allocationCard),
      read(biasVarianceCard),
      read(bestRatersCard),
    ],
  },
];
