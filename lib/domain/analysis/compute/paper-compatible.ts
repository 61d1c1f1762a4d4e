import { notDefined } from "#lib/domain/statistics/measured.ts";
import { binarise, firstRatings, legacyAlpha, legacyKappa } from "#lib/domain/statistics/sotopia-legacy.ts";
import type { AnalysisContext } from "../context.ts";
import type { PaperCompatible } from "../findings/agreement.ts";

/** The published table is about two raters. */
const RATERS = 2;

/** Figures of the original script over binarised ratings: the first two of each unit, in the order of the file. */
export function paperCompatible(context: AnalysisContext, place: number): PaperCompatible {
  const pairs = firstRatings(
    unitsInOrder(context, place).filter((unit) => unit.length >= RATERS),
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

/** The ratings of each unit by people, in the order in which they came in; the script looks at no name. */
function unitsInOrder(context: AnalysisContext, place: number): number[][] {
  const { columns } = context;
  const ratings = context.humanRatings[place]!.toSorted((a, b) => columns.order[a]! - columns.order[b]!);
  const units = new Map<number, number[]>();
  for (const rating of ratings) {
    const unit = units.get(columns.unit[rating]!);
    if (unit) unit.push(columns.score[rating]!);
    else units.set(columns.unit[rating]!, [columns.score[rating]!]);
  }
  return [...units.values()];
}

function plain({ value, reason }: ReturnType<typeof legacyAlpha>) {
  return value === null ? notDefined(reason) : { value, reason: null };
}
