import { notDefined } from "#lib/domain/statistics/measured.ts";
import { binarise, legacyAlpha, legacyKappa } from "#lib/domain/statistics/sotopia-legacy.ts";
import type { AnalysisContext } from "../context.ts";
import type { PaperCompatible } from "../findings/agreement.ts";

/** The published table is about two raters. */
const RATERS = 2;

/** Figures of the original script over binarised ratings: the first two of each unit, in the order of the file. */
export function paperCompatible(context: AnalysisContext, place: number): PaperCompatible {
  const pairs = firstOfUnits(context, place).filter((unit) => unit.length === RATERS);
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

/** The first ratings of each unit by people, in the order in which they came in; the script looks at no name. */
function firstOfUnits({ columns, humanRatings }: AnalysisContext, place: number): number[][] {
  const { order, unit, score } = columns;
  const all = humanRatings[place]!;
  const isSorted = all.every((rating, i) => i === 0 || order[all[i - 1]!]! <= order[rating]!);
  const ratings = isSorted ? all : all.toSorted((a, b) => order[a]! - order[b]!);
  const units: number[][] = [];
  const places = new Int32Array(columns.units.count).fill(-1);
  for (let i = 0; i < ratings.length; i += 1) {
    const rating = ratings[i]!;
    const own = units[places[unit[rating]!]!];
    if (own === undefined) places[unit[rating]!] = units.push([score[rating]!]) - 1;
    else if (own.length < RATERS) own.push(score[rating]!);
  }
  return units;
}

function plain({ value, reason }: ReturnType<typeof legacyAlpha>) {
  return value === null ? notDefined(reason) : { value, reason: null };
}
