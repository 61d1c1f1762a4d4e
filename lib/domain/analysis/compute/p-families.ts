import { adjustP } from "#lib/domain/statistics/p-adjust.ts";
import type { DimensionBias } from "../findings/bias.ts";
import { wholeNumber } from "../words.ts";

/**
 * Adjusts p-values by Holm in two families: the biases of all policies on all dimensions shown, and the differences of all
 * pairs with the base on them (specification of statistics, section 6.3). A reader of the overview looks at all of them, so
 * all of them count. Undefined p-values leave their family. The sentence names both with their sizes.
 */
export function adjustFamilies(byDimension: readonly DimensionBias[]): DimensionBias[] {
  const biases = adjustP(
    byDimension.flatMap(({ policies }) => policies.map(({ bias }) => bias.p)),
    "holm",
  );
  const pairs = adjustP(
    byDimension.flatMap(({ differences }) => differences.map(({ difference }) => difference.p)),
    "holm",
  );
  const family = familySentence(byDimension, countDefined(biases), countDefined(pairs));
  let [bias, pair] = [0, 0];
  const next = (adjusted: readonly (number | null)[], place: number) => adjusted[place] ?? null;
  return byDimension.map((part) => ({
    ...part,
    family,
    policies: part.policies.map((row) => ({ ...row, pAdjusted: next(biases, bias++) })),
    differences: part.differences.map((row) => ({ ...row, pAdjusted: next(pairs, pair++) })),
  }));
}

/** How many differences are adjusted together. */
export function pairFamilySize(byDimension: readonly DimensionBias[]): number {
  return byDimension.reduce((sum, { differences }) => sum + countDefined(differences.map((row) => row.pAdjusted)), 0);
}

function countDefined(values: readonly (number | null)[]): number {
  return values.filter((value) => value !== null).length;
}

function familySentence(byDimension: readonly DimensionBias[], biases: number, pairs: number): string {
  const [first] = byDimension;
  if (!first || biases === 0) return "";
  const place = byDimension.length === 1 ? `on ${first.dimension.name}` : `on ${byDimension.length} dimensions`;
  const base = first.differences[0]?.base.label;
  return [
    `p-values are adjusted by Holm over ${counted(biases, "bias", "biases")} (${among(biases, byDimension, first.policies.length)}${counted(first.policies.length, "policy", "policies")} ${place})`,
    pairs > 0
      ? `, and by themselves over ${counted(pairs, "difference", "differences")} to ${base} (${among(pairs, byDimension, first.differences.length)}${counted(first.differences.length, "pair", "pairs")} ${place})`
      : "",
    "; intervals are not adjusted.",
  ].join("");
}

/** Says so where some have no p-value, so that their number is not what the reader would multiply. */
function among(defined: number, byDimension: readonly DimensionBias[], rows: number): string {
  return defined === byDimension.length * rows ? "" : "those with a p-value among ";
}

function counted(count: number, one: string, many: string): string {
  return `${wholeNumber(count)} ${count === 1 ? one : many}`;
}
