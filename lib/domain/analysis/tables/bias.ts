import { FEWEST_TO_RESAMPLE } from "../compute/bias-errors.ts";
import type { BiasDifference, BiasFinding, PolicyBias } from "../findings/bias.ts";
import type { Estimate } from "../findings/common.ts";
import { dimensionTable, type FindingTable, rowsOf } from "./finding-table.ts";
import {
  estimateColumns,
  intervalColumns,
  numberColumn,
  POINTS,
  POINTS_SIGNED,
  pColumn,
  shareColumn,
  wordColumn,
} from "./table-columns.ts";

/** What the tables of the bias are made of. */
export type BiasPart = Pick<BiasFinding, "confidence" | "byDimension">;

/** Everything that is known of the bias of each policy. */
export function biasTable({ confidence, byDimension }: BiasPart): FindingTable {
  const rows = rowsOf(byDimension, ({ policies }) => policies);
  return dimensionTable({ name: "bias-by-policy", title: "Judge minus people, by policy" }, rows, keyOf, [
    wordColumn("policy", "Policy", (row) => row.policy.label),
    estimateColumns("bias", "Judge − people", confidence, (row) => row.bias, { ...POINTS_SIGNED, counts: "shown" }),
    numberColumn("human_mean", "Mean, people", (row) => row.humanMean, POINTS),
    numberColumn("judge_mean", "Mean, judge", (row) => row.judgeMean, POINTS),
    pColumn("p", "p, not adjusted", (row) => row.bias.p, { isForFiles: true }),
    pColumn("p_holm", "p, Holm", (row) => row.pAdjusted),
    pColumn("p_permutation", "p, permutation", (row) => row.permutationP),
    pColumn("p_permutation_least", "Least possible", (row) => row.smallestPermutationP, { group: "p, permutation" }),
    intervalColumns("bias_bootstrap", "Bootstrap check", confidence, (row) => row.biasBootstrap, {
      ...POINTS_SIGNED,
      words: (row) => tooFew(row.bias),
    }),
    estimateColumns(
      "mean_absolute_error",
      "Mean |error|",
      confidence,
      (row) => withoutInterval(row.meanAbsoluteError),
      POINTS,
    ),
    numberColumn(
      "human_mean_absolute_difference",
      "Person from person",
      (row) => row.humanMeanAbsoluteDifference,
      POINTS,
    ),
    estimateColumns(
      "root_mean_square_error",
      "RMS error",
      confidence,
      (row) => withoutInterval(row.rootMeanSquareError),
      POINTS,
    ),
    endsColumn("judge_at_ends", "Judge at the ends", (row) => row.judgeEnds),
    endsColumn("human_at_ends", "People at the ends", (row) => row.humanEnds),
    ...(rows.some(({ withExcluded }) => withExcluded)
      ? [
          estimateColumns<Row>("bias_with_excluded", "With excluded raters", confidence, (row) => row.withExcluded, {
            ...POINTS_SIGNED,
          }),
        ]
      : []),
  ]);
}

/** Why a bootstrap has no interval; empty where it may have one. */
function tooFew({ value, clusters }: Estimate): string {
  return value !== null && clusters < FEWEST_TO_RESAMPLE ? `needs ${FEWEST_TO_RESAMPLE} clusters, has ${clusters}` : "";
}

function withoutInterval(estimate: Estimate): Estimate & { missing?: string } {
  const missing = tooFew(estimate);
  return missing ? { ...estimate, missing } : estimate;
}

type Row = PolicyBias & { dimension: string };

function keyOf(row: { dimension: string; policy: PolicyBias["policy"] }): string {
  return `${row.dimension} ${row.policy.label}`;
}

function endsColumn(name: string, title: string, of: (row: Row) => PolicyBias["judgeEnds"]) {
  return shareColumn<Row>(name, title, (row) => {
    const ends = of(row);
    return ends && ends.low + ends.high;
  });
}

/** The comparison of each policy with the base, with both adjusted twins. */
export function differenceTable({ confidence, byDimension }: BiasPart): FindingTable {
  const rows = rowsOf(byDimension, ({ differences }) => differences);
  type Pair = BiasDifference & { dimension: string };
  const adjusted = (name: string, title: string, of: (row: Pair) => BiasDifference["adjusted"]) =>
    estimateColumns(name, title, confidence, of, POINTS_SIGNED);
  return dimensionTable({ name: "bias-differences", title: "Comparisons with the base" }, rows, keyOf, [
    wordColumn("pair", "Policy − base", (row) => `${row.policy.label} − ${row.base.label}`),
    wordColumn("policy", "Policy", (row) => row.policy.label, { isForFiles: true }),
    wordColumn("base", "Base", (row) => row.base.label, { isForFiles: true }),
    estimateColumns("difference", "Difference of bias", confidence, (row) => row.difference, {
      ...POINTS_SIGNED,
      counts: "shown",
    }),
    pColumn("p", "p, not adjusted", (row) => row.difference.p, { isForFiles: true }),
    pColumn("p_holm", "p, Holm", (row) => row.pAdjusted),
    adjusted("adjusted", "Slope as measured", (row) => row.adjusted),
    adjusted("adjusted_for_noise", "Slope corrected for noise", (row) => row.adjustedForNoise),
    numberColumn("slope", "Slope", (row) => row.slope, { unit: "points per point" }),
    numberColumn("reliability", "Reliability", (row) => row.reliability),
    ...(rows.some(({ withExcluded }) => withExcluded)
      ? [
          estimateColumns<Pair>(
            "difference_with_excluded",
            "With excluded raters",
            confidence,
            (row) => row.withExcluded,
            POINTS_SIGNED,
          ),
        ]
      : []),
  ]);
}
