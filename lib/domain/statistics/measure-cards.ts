import { humanAbsoluteErrorCard, meanAbsoluteErrorCard, rootMeanSquareErrorCard } from "./absolute-error.ts";
import { altTestAdvantageCard, altTestCard } from "./alt-test.ts";
import { leaveOneOutCard } from "./annotator-quality.ts";
import { limitsOfAgreementCard } from "./bland-altman.ts";
import { calibrationErrorCard } from "./calibration-errors.ts";
import { clusterIccCard } from "./cluster-variance.ts";
import { predictionPoweredMeanCard } from "./clustered-prediction-powered-mean.ts";
import { cohenKappaCard } from "./cohen-kappa.ts";
import { differenceInDifferencesCard } from "./difference-in-differences.ts";
import { fleissKappaCard } from "./fleiss-kappa.ts";
import { gwetAc2Card } from "./gwet-ac.ts";
import { icc2Card } from "./icc.ts";
import { icc1Card, icc1kCard } from "./icc-one-way.ts";
import { kendallTauBCard } from "./kendall.ts";
import { krippendorffIntervalCard, krippendorffOrdinalCard } from "./krippendorff-alpha.ts";
import { calibrationSlopeCard } from "./linear-calibration.ts";
import type { MeasureCard } from "./measure-card.ts";
import { pairwiseAgreementCard } from "./pairwise-agreement.ts";
import { pearsonCard } from "./pearson.ts";
import { percentWithinCard } from "./percent-within.ts";
import { randolphKappaCard } from "./randolph-kappa.ts";
import { raterSeverityCard } from "./rater-severity.ts";
import { raterSeverityModelCard } from "./rater-severity-model.ts";
import { reliabilityCeilingCard } from "./reliability-ceiling.ts";
import { clusterPermutationCard } from "./sign-flip.ts";
import { signedErrorCard } from "./signed-error.ts";
import { slopeAdjustedDifferenceCard } from "./slope-adjusted-difference.ts";
import { legacyAlphaCard } from "./sotopia-legacy.ts";
import { spearmanCard } from "./spearman.ts";

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
      read(clusterPermutationCard),
      read(clusterIccCard),
      read(meanAbsoluteErrorCard),
      read(rootMeanSquareErrorCard),
      read(humanAbsoluteErrorCard),
      read(limitsOfAgreementCard),
    ],
  },
  {
    title: "Debiased scores and calibration",
    cards: [read(predictionPoweredMeanCard), read(calibrationSlopeCard), read(calibrationErrorCard)],
  },
  {
    title: "Order",
    cards: [read(spearmanCard), read(kendallTauBCard), read(pearsonCard), read(reliabilityCeilingCard)],
  },
  {
    title: "Agreement of people",
    cards: [
      read(pairwiseAgreementCard),
      read(percentWithinCard),
      read(krippendorffIntervalCard),
      read(krippendorffOrdinalCard),
      read(gwetAc2Card),
      read(icc1Card),
      read(icc1kCard),
      read(icc2Card),
      read(cohenKappaCard),
      read(fleissKappaCard),
      read(randolphKappaCard),
      read(legacyAlphaCard),
    ],
  },
  {
    title: "Single raters",
    cards: [
      read(leaveOneOutCard),
      read(raterSeverityCard),
      read(raterSeverityModelCard),
      read(altTestCard),
      read(altTestAdvantageCard),
    ],
  },
];
