import type { ChartTableData } from "#components/charts/figure/chart-table.tsx";
import type { AgreementRow } from "#lib/domain/analysis/findings/agreement.ts";
import type { Estimate } from "#lib/domain/analysis/findings/common.ts";
import type { Measured } from "#lib/domain/statistics/measured.ts";
import {
  countCell,
  estimateCells,
  estimateColumns,
  measuredCell,
  numberCell,
  numericColumn,
  reasonText,
  wordCell,
} from "../frame/figure-cells.ts";

/** One column of coefficients: its head, what it means, and where its value comes from. */
export type CoefficientColumn = {
  head: string;
  about: string;
  read: (row: AgreementRow) => Estimate | Measured;
  /** Beside the number, for what a tooltip would hide. */
  note?: (row: AgreementRow) => string;
};

/** The coefficients of people among themselves, then the judge's, in the order in which they are read. */
export const COEFFICIENTS: readonly CoefficientColumn[] = [
  {
    head: "within 1",
    about: "Share of pairs of ratings that lie at most one point apart.",
    read: (row) => row.withinOne,
    note: (row) => (row.exact.value === null ? "" : `equal ${row.exact.value.toFixed(2)}`),
  },
  {
    head: "α interval",
    about: "Krippendorff’s alpha, distances squared: 1 is perfect, 0 is chance.",
    read: (row) => row.alphaInterval,
  },
  {
    head: "α ordinal",
    about: "Krippendorff’s alpha on ranks.",
    read: (row) => row.alphaOrdinal,
  },
  {
    head: "AC2",
    about: "Gwet’s coefficient with quadratic weights; stays high where ratings pile up at one value.",
    read: (row) => row.ac2,
  },
  {
    head: "ICC(1,1)",
    about: "Reliability of one person’s rating.",
    read: (row) => row.iccSingle,
  },
  {
    head: "ICC(1,k)",
    about: "Reliability of the mean of an item’s ratings.",
    read: (row) => row.iccMean,
    note: (row) => (row.ratingsPerItem === null ? "" : `k = ${row.ratingsPerItem.toFixed(1)}`),
  },
  {
    head: "ceiling",
    about: "√ICC(1,k): the correlation that a perfect judge could reach with these people.",
    read: (row) => row.ceiling,
  },
  {
    head: "judge ρ",
    about: "Spearman’s rank correlation of judge and people within policies, averaged over them.",
    read: (row) => row.judgeSpearman,
    note: (row) =>
      row.judgeSpearmanPolicies.skipped > 0
        ? `${row.judgeSpearmanPolicies.used} of ${row.judgeSpearmanPolicies.used + row.judgeSpearmanPolicies.skipped} policies`
        : "",
  },
  {
    head: "of ceiling",
    about: "The judge’s correlation as a share of the ceiling.",
    read: (row) => row.shareOfCeiling,
  },
];

/** Why coefficients have no value, each reason once with what it concerns. */
export function undefinedSentences(rows: readonly AgreementRow[]): string[] {
  const missing = rows
    .flatMap((row) =>
      COEFFICIENTS.map((column) => ({ row, column, reason: column.read(row).reason, value: column.read(row).value })),
    )
    .filter(({ value }) => value === null);
  const byReason = Map.groupBy(missing, ({ row, reason }) => `${row.dimension.name}: ${reasonText(reason)}`);
  return [...byReason].map(([words, same]) => `${words} (${same.map(({ column }) => column.head).join(", ")}).`);
}

/** All coefficients with their intervals, one row per dimension. */
export function agreementTable(rows: readonly AgreementRow[], confidence: number): ChartTableData {
  return {
    columns: [
      { name: "dimension", head: "Dimension" },
      numericColumn("items", "Items with 2 or more"),
      numericColumn("ratings", "Ratings"),
      numericColumn("raters", "Raters"),
      ...estimateColumns("within_one", "Within 1", confidence),
      numericColumn("exact", "Equal"),
      ...estimateColumns("alpha_interval", "α interval", confidence),
      ...estimateColumns("alpha_ordinal", "α ordinal", confidence),
      ...estimateColumns("ac2", "AC2", confidence),
      ...estimateColumns("icc_1_1", "ICC(1,1)", confidence),
      ...estimateColumns("icc_1_k", "ICC(1,k)", confidence),
      numericColumn("k", "k"),
      numericColumn("ceiling", "Ceiling"),
      ...estimateColumns("judge_spearman", "Judge, Spearman within", confidence),
      numericColumn("share_of_ceiling", "Of ceiling"),
      numericColumn("ratings_for_reliability_0_8", "Ratings for 0.8"),
      numericColumn("judge_within_one", "Judge within 1"),
    ],
    rows: rows.map((row) => ({
      key: row.dimension.key,
      cells: [
        wordCell(row.dimension.name),
        countCell(row.items),
        countCell(row.ratings),
        countCell(row.raters),
        ...estimateCells(row.withinOne),
        measuredCell(row.exact),
        ...estimateCells(row.alphaInterval),
        ...estimateCells(row.alphaOrdinal),
        ...estimateCells(row.ac2),
        ...estimateCells(row.iccSingle),
        ...estimateCells(row.iccMean),
        numberCell(row.ratingsPerItem, { decimals: 1 }),
        measuredCell(row.ceiling),
        ...estimateCells(row.judgeSpearman),
        measuredCell(row.shareOfCeiling),
        countCell(row.ratingsForReliability === null ? null : Math.ceil(row.ratingsForReliability)),
        measuredCell(row.judgeWithinOne),
      ],
    })),
  };
}

/** Pooled over policies, which can mislead: shown on request only. */
export function pooledTable(rows: readonly AgreementRow[], confidence: number): ChartTableData {
  return {
    columns: [
      { name: "dimension", head: "Dimension" },
      ...estimateColumns("pooled_pearson", "Pearson, pooled", confidence),
      ...estimateColumns("pooled_spearman", "Spearman, pooled", confidence),
      ...estimateColumns("pooled_kendall", "Kendall τ-b, pooled", confidence),
      numericColumn("between_policies", "Between policies"),
    ],
    rows: rows.map((row) => ({
      key: row.dimension.key,
      cells: [
        wordCell(row.dimension.name),
        ...estimateCells(row.judgePooled.pearson),
        ...estimateCells(row.judgePooled.spearman),
        ...estimateCells(row.judgePooled.kendall),
        measuredCell(row.judgePolicyLevel),
      ],
    })),
  };
}

/** As the original script computes it, on ratings made binary: for comparison with papers. */
export function paperTable(rows: readonly AgreementRow[]): ChartTableData {
  return {
    columns: [
      { name: "dimension", head: "Dimension" },
      numericColumn("items", "Items"),
      numericColumn("pairwise_agreement", "Pairwise agreement"),
      numericColumn("randolph_kappa", "Randolph’s κ"),
      numericColumn("fleiss_kappa", "Fleiss’ κ"),
      numericColumn("legacy_alpha", "α of the script"),
    ],
    rows: rows.map((row) => ({
      key: row.dimension.key,
      cells: [
        wordCell(row.dimension.name),
        countCell(row.paperCompatible.items),
        measuredCell(row.paperCompatible.pairwiseAgreement),
        measuredCell(row.paperCompatible.randolph),
        measuredCell(row.paperCompatible.fleiss),
        measuredCell(row.paperCompatible.legacyAlpha),
      ],
    })),
  };
}
