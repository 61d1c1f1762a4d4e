import { notDefined } from "#lib/domain/statistics/measured.ts";
import type { RatedItems } from "#lib/domain/statistics/rated-items.ts";
import { binarise, firstRatings, legacyAlpha, legacyKappa } from "#lib/domain/statistics/sotopia-legacy.ts";
import type { PaperCompatible } from "../findings/agreement.ts";

/** The published table is about two raters. */
const RATERS = 2;

/** Figures of the original script over binarised ratings: the first two of each item, in the order of the file. */
export function paperCompatible({ starts, scores }: RatedItems): PaperCompatible {
  const units = Array.from({ length: starts.length - 1 }, (_, item) =>
    Array.from(scores.subarray(starts[item], starts[item + 1])),
  );
  const pairs = firstRatings(
    units.filter((unit) => unit.length >= RATERS),
    RATERS,
  );
  const binarised = pairs.length === 0 ? null : binarise(pairs);
  if (binarised === null) {
    const none = notDefined(pairs.length === 0 ? "no_item_with_two_ratings" : "no_variation");
    return { items: pairs.length, pairwiseAgreement: none, randolph: none, fleiss: none, legacyAlpha: none };
  }
  const alpha = legacyAlpha(binarised);
  const kappa = legacyKappa(binarised, RATERS);
  return {
    items: alpha.itemCount,
    pairwiseAgreement:
      alpha.pairwiseAgreement === null
        ? notDefined("no_item_with_two_ratings")
        : { value: alpha.pairwiseAgreement, reason: null },
    randolph: kappa.randolph,
    fleiss: kappa.fleiss,
    legacyAlpha: plain(alpha),
  };
}

function plain({ value, reason }: ReturnType<typeof legacyAlpha>) {
  return value === null ? notDefined(reason) : { value, reason: null };
}
