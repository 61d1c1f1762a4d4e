import { bootstrapInterval, distributionOf, episodeBootstrapCard } from "#lib/domain/statistics/bootstrap.ts";
import { cohenKappa, cohenKappaCard } from "#lib/domain/statistics/cohen-kappa.ts";
import { fleissKappa, fleissKappaCard, fleissOfPatterns } from "#lib/domain/statistics/fleiss-kappa.ts";
import { gwetAc, gwetAc1Card, gwetAc2Card, gwetOfPatterns } from "#lib/domain/statistics/gwet-ac.ts";
import { icc, icc2Card, icc2kCard, icc3Card } from "#lib/domain/statistics/icc.ts";
import {
  icc1Card,
  icc1kCard,
  oneWayIcc,
  oneWayIccOfPatterns,
  oneWayIccWithin,
} from "#lib/domain/statistics/icc-one-way.ts";
import {
  alphaOfPatterns,
  krippendorffAlpha,
  krippendorffIntervalCard,
  krippendorffNominalCard,
  krippendorffOrdinalCard,
} from "#lib/domain/statistics/krippendorff-alpha.ts";
import {
  pairwiseAgreement,
  pairwiseAgreementCard,
  pairwiseAgreementOfPatterns,
} from "#lib/domain/statistics/pairwise-agreement.ts";
import { patternBootstrap } from "#lib/domain/statistics/pattern-bootstrap.ts";
import { percentWithin, percentWithinCard } from "#lib/domain/statistics/percent-within.ts";
import { randolphKappa, randolphKappaCard, randolphOfPatterns } from "#lib/domain/statistics/randolph-kappa.ts";
import { ratedItems } from "#lib/domain/statistics/rated-items.ts";
import {
  binarise,
  legacyAlpha,
  legacyAlphaCard,
  legacyKappa,
  legacyKappaCard,
} from "#lib/domain/statistics/sotopia-legacy.ts";
import {
  ratingsNeeded,
  ratingsNeededCard,
  spearmanBrown,
  spearmanBrownCard,
} from "#lib/domain/statistics/spearman-brown.ts";
import { worked } from "./worked.ts";

/** Agreement of people on the same items. */
export const AGREEMENT_EXAMPLES = [
  worked(
    pairwiseAgreementCard,
    [pairwiseAgreement, pairwiseAgreementOfPatterns],
    ({ units, within }) => pairwiseAgreement(ratedItems(units), within).value,
  ),
  worked(percentWithinCard, [percentWithin], ({ a, b, within }) => percentWithin(a, b, within).value),
  worked(cohenKappaCard, [cohenKappa], ({ a, b, categories }) => cohenKappa(a, b, categories, "quadratic").value),
  worked(
    fleissKappaCard,
    [fleissKappa, fleissOfPatterns],
    ({ units, categories }) => fleissKappa(ratedItems(units), categories).value,
  ),
  worked(
    randolphKappaCard,
    [randolphKappa, randolphOfPatterns],
    ({ units, categories }) => randolphKappa(ratedItems(units), categories).value,
  ),
  worked(
    gwetAc2Card,
    [gwetAc, gwetOfPatterns],
    ({ units, categories }) => gwetAc(ratedItems(units), categories, "quadratic").value,
  ),
  worked(gwetAc1Card, [gwetAc], ({ units, categories }) => gwetAc(ratedItems(units), categories, "none").value),
  worked(
    krippendorffIntervalCard,
    [krippendorffAlpha, alphaOfPatterns],
    (units) => krippendorffAlpha(ratedItems(units), "interval").value,
  ),
  worked(
    krippendorffOrdinalCard,
    [krippendorffAlpha],
    (units) => krippendorffAlpha(ratedItems(units), "ordinal").value,
  ),
  worked(
    krippendorffNominalCard,
    [krippendorffAlpha],
    (units) => krippendorffAlpha(ratedItems(units), "nominal").value,
  ),
  worked(icc1Card, [oneWayIcc, oneWayIccOfPatterns], (units) => oneWayIcc(ratedItems(units)).icc1.value),
  worked(icc1kCard, [oneWayIcc, oneWayIccWithin], (units) => oneWayIcc(ratedItems(units)).icc1k.value),
  worked(icc2Card, [icc], (matrix) => icc(matrix).icc2.value),
  worked(icc2kCard, [icc], (matrix) => icc(matrix).icc2k.value),
  worked(icc3Card, [icc], (matrix) => icc(matrix).icc3.value),
  worked(spearmanBrownCard, [spearmanBrown], ({ reliability, factor }) => spearmanBrown(reliability, factor)),
  worked(ratingsNeededCard, [ratingsNeeded], ({ reliability, target }) => ratingsNeeded(reliability, target).value),
  worked(legacyAlphaCard, [legacyAlpha], (units) => legacyAlpha(binarise(units) ?? []).value),
  worked(legacyKappaCard, [legacyKappa], (units) => legacyKappa(units, 2).randolph.value),
  worked(episodeBootstrapCard, [bootstrapInterval, patternBootstrap], ({ values, clusters, confidence }) => {
    const [low] = bootstrapInterval(0.5, distributionOf(values), { clusters, confidence }).interval ?? [];
    return low;
  }),
];
