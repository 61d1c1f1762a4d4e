import type { AgreementWeights } from "#lib/domain/statistics/agreement-weights.ts";
import { distributionOf, percentileInterval } from "#lib/domain/statistics/bootstrap.ts";
import { cohenKappa } from "#lib/domain/statistics/cohen-kappa.ts";
import { fleissKappa } from "#lib/domain/statistics/fleiss-kappa.ts";
import { gwetAc } from "#lib/domain/statistics/gwet-ac.ts";
import { icc } from "#lib/domain/statistics/icc.ts";
import { itemPatterns } from "#lib/domain/statistics/item-patterns.ts";
import { type AlphaLevel, alphaOfPatterns, krippendorffAlpha } from "#lib/domain/statistics/krippendorff-alpha.ts";
import { pairwiseAgreement } from "#lib/domain/statistics/pairwise-agreement.ts";
import { countPatterns } from "#lib/domain/statistics/pattern-bootstrap.ts";
import { percentWithin } from "#lib/domain/statistics/percent-within.ts";
import { randolphKappa } from "#lib/domain/statistics/randolph-kappa.ts";
import { itemsOfTable, ratedItems } from "#lib/domain/statistics/rated-items.ts";
import type { Adapters } from "../vector-files.ts";
import { raters } from "./raters.ts";

type Table = (number | null)[][];
type Categorical = { units: Table; categories: number[] };

/** How the vectors about agreement and raters are handed to the functions of the statistics room. */
export const agreement: Adapters = {
  ...raters,
  pairwise_agreement({ units, agreement, k }: { units: Table; agreement: string; k?: number }) {
    const result = pairwiseAgreement(ratedItems(units), agreement === "within_k" ? k : 0);
    return { ...result, n_items: result.itemCount, n_pairs: result.pairCount };
  },
  percent_within_k: ({ a, b, k }: { a: number[]; b: number[]; k: number }) => percentWithin(a, b, k),
  cohen_kappa: (input: { a: number[]; b: number[]; categories: number[]; weights: AgreementWeights }) =>
    cohenKappa(input.a, input.b, input.categories, input.weights),
  fleiss_kappa: ({ units, categories }: Categorical) => fleissKappa(ratedItems(units), categories),
  randolph_kappa: ({ units, categories }: Categorical) => randolphKappa(ratedItems(units), categories),
  gwet_ac: ({ units, categories, weights }: Categorical & { weights: AgreementWeights }) =>
    gwetAc(ratedItems(units), categories, weights),
  krippendorff_alpha({ ratings, level }: { ratings: Table; level: AlphaLevel }) {
    const result = krippendorffAlpha(itemsOfTable(ratings), level);
    return { ...result, n_items: result.itemCount, n_pairable: result.pairable, value_formula: result.formula };
  },
  krippendorff_bootstrap: bootstrapOfAlpha,
  icc({ matrix }: { matrix: number[][] }) {
    const { icc1, icc1k, icc2, icc2k, icc3, icc3k } = icc(matrix);
    return {
      icc1: icc1.value,
      icc1k: icc1k.value,
      icc2: icc2.value,
      icc2k: icc2k.value,
      icc3: icc3.value,
      icc3k: icc3k.value,
      icc1_ci: icc1.interval,
      icc2_ci: icc2.interval,
      icc2k_ci: icc2k.interval,
      reason: icc1.reason,
    };
  },
};

type BootstrapInput = { ratings: Table; level: AlphaLevel; resamples: number[][]; confidence: number };

function bootstrapOfAlpha({ ratings, level, resamples, confidence }: BootstrapInput) {
  const patterns = itemPatterns(itemsOfTable(ratings));
  const alphaOf = alphaOfPatterns(patterns, level);
  const alphas = resamples.map((drawn) => alphaOf(countPatterns(patterns, Int32Array.from(drawn))).value);
  const { values, undefinedCount } = distributionOf(alphas);
  return {
    value: alphaOf(patterns.counts).value,
    alphas,
    n_undefined: undefinedCount,
    ci: percentileInterval(values, confidence),
  };
}
