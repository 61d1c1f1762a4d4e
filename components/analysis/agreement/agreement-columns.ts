import type { ChartCell, ChartTableData } from "#components/charts/figure/chart-table.tsx";
import { formatInteger } from "#components/ui/format.ts";
import type { AgreementRow } from "#lib/domain/analysis/findings/agreement.ts";
import type { Estimate } from "#lib/domain/analysis/findings/common.ts";
import type { Measured } from "#lib/domain/statistics/measured.ts";
import { TOO_FEW } from "../frame/common-cells.ts";
import { measuredCell, reasonText } from "../frame/figure-cells.ts";
import {
  cellColumn,
  countColumn,
  estimateColumns,
  measuredColumn,
  numberColumn,
  twinTable,
  wordColumn,
} from "../frame/twin-table.ts";

/** One column of coefficients: its head, and where its value comes from; what it says is in `view-measures.ts`. */
export type CoefficientColumn = {
  head: string;
  read: (row: AgreementRow) => Estimate | Measured;
  /** Beside the number, for what a tooltip would hide. */
  note?: (row: AgreementRow) => string;
  /** Where too few ratings or policies stand behind it; fewer than 5 items with two ratings unless it says otherwise. */
  isThin?: (row: AgreementRow) => boolean;
};

/** The coefficients of people among themselves, then the judge's, in the order in which they are read. */
export const COEFFICIENTS: readonly CoefficientColumn[] = [
  {
    head: "within 1",
    read: (row) => row.withinOne,
    note: (row) => (row.exact.value === null ? "" : `equal ${row.exact.value.toFixed(2)}`),
  },
  {
    head: "α interval",
    read: (row) => row.alphaInterval,
  },
  {
    head: "α ordinal",
    read: (row) => row.alphaOrdinal,
  },
  {
    head: "AC2",
    read: (row) => row.ac2,
  },
  {
    head: "ICC(1,1)",
    read: (row) => row.iccSingle,
  },
  {
    head: "ICC(1,k)",
    read: (row) => row.iccMean,
    note: (row) => (row.ratingsPerItem === null ? "" : `k = ${row.ratingsPerItem.toFixed(1)}`),
  },
  {
    head: "ceiling",
    read: (row) => row.ceiling,
  },
  {
    head: "judge ρ",
    read: (row) => row.judgeSpearman,
    isThin: (row) => row.judgeSpearmanPolicies.isThin,
    note: (row) =>
      row.judgeSpearmanPolicies.skipped > 0
        ? `${row.judgeSpearmanPolicies.used} of ${row.judgeSpearmanPolicies.used + row.judgeSpearmanPolicies.skipped} policies`
        : "",
  },
  {
    head: "of ceiling",
    read: (row) => row.shareOfCeiling,
    isThin: (row) => row.isThin || row.judgeSpearmanPolicies.isThin,
  },
];

/** Below this many policies a correlation over them is too few to interpret; two are always ±1. */
const FEWEST_POLICIES = 5;

/** Whether the value of a column in a row is too few to interpret. */
export function isThinValue(column: CoefficientColumn, row: AgreementRow): boolean {
  return column.isThin ? column.isThin(row) : row.isThin;
}

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

/** Which intervals leave resamples out that have no value, so that they rest on the others; a sentence per dimension. */
export function droppedSentences(rows: readonly AgreementRow[]): string[] {
  return rows.flatMap((row) => {
    const parts = COEFFICIENTS.flatMap((column) => {
      const value = column.read(row);
      const dropped = "dropped" in value && value.interval ? value.dropped : undefined;
      return dropped ? [`${column.head} in ${formatInteger(dropped.count)} of ${formatInteger(dropped.of)}`] : [];
    });
    return parts.length === 0
      ? []
      : [`${row.dimension.name}: some resamples have no value and are left out of the interval (${parts.join(", ")}).`];
  });
}

/** How many ratings are left out because the same person had rated the item before; null where there are none. */
export function secondRatingsSentence(rows: readonly AgreementRow[]): string | null {
  const count = rows.reduce((sum, row) => sum + row.secondRatings, 0);
  if (count === 0) return null;
  const found = `${formatInteger(count)} ${count === 1 ? "rating is" : "ratings are"}`;
  return `${found} left out here, as the same person had rated the item before: nobody can agree with themself. The first one counts.`;
}

/** All coefficients with their intervals, one row per dimension. */
export function agreementTable(rows: readonly AgreementRow[], confidence: number): ChartTableData {
  return twinTable(rows, (row) => row.dimension.key, [
    wordColumn("dimension", "Dimension", (row) => row.dimension.name),
    countColumn("items", "Items with 2 or more", (row) => row.items),
    countColumn("ratings", "Ratings", (row) => row.ratings),
    countColumn("second_ratings_left_out", "Second ratings left out", (row) => row.secondRatings),
    countColumn("raters", "Raters", (row) => row.raters),
    estimateColumns("within_one", "Within 1", confidence, (row) => row.withinOne),
    measuredColumn("exact", "Equal", (row) => row.exact),
    estimateColumns("alpha_interval", "α interval", confidence, (row) => row.alphaInterval),
    estimateColumns("alpha_ordinal", "α ordinal", confidence, (row) => row.alphaOrdinal),
    estimateColumns("ac2", "AC2", confidence, (row) => row.ac2),
    estimateColumns("icc_1_1", "ICC(1,1)", confidence, (row) => row.iccSingle),
    estimateColumns("icc_1_k", "ICC(1,k)", confidence, (row) => row.iccMean),
    numberColumn("k", "k", (row) => row.ratingsPerItem, { decimals: 1 }),
    measuredColumn("ceiling", "Ceiling within", (row) => row.ceiling),
    estimateColumns("judge_spearman", "Judge, Spearman within", confidence, (row) => row.judgeSpearman),
    measuredColumn("share_of_ceiling", "Of ceiling", (row) => row.shareOfCeiling),
    countColumn("ratings_for_reliability_0_8", "Ratings for 0.8", ({ ratingsForReliability: wanted }) =>
      wanted === null ? null : Math.ceil(wanted),
    ),
    measuredColumn("judge_equal", "Judge equal", (row) => row.judgeWithin.zero),
    measuredColumn("judge_within_one", "Judge within 1", (row) => row.judgeWithin.one),
    measuredColumn("judge_within_two", "Judge within 2", (row) => row.judgeWithin.two),
    wordColumn("remark", "Remark", remarkOf),
  ]);
}

/** Pooled over policies, which can mislead: shown on request only. */
export function pooledTable(rows: readonly AgreementRow[], confidence: number): ChartTableData {
  return twinTable(rows, (row) => row.dimension.key, [
    wordColumn("dimension", "Dimension", (row) => row.dimension.name),
    estimateColumns("pooled_pearson", "Pearson, pooled", confidence, (row) => row.judgePooled.pearson),
    estimateColumns("pooled_spearman", "Spearman, pooled", confidence, (row) => row.judgePooled.spearman),
    estimateColumns("pooled_kendall", "Kendall τ-b, pooled", confidence, (row) => row.judgePooled.kendall),
    measuredColumn("pooled_ceiling", "Ceiling, pooled", (row) => row.pooledCeiling),
    cellColumn("between_policies", "Between policies", betweenCell),
    countColumn("policies", "Policies", policiesOf),
  ]);
}

function remarkOf(row: AgreementRow): string {
  const [people, judge] = [row.isThin, row.judgeSpearmanPolicies.isThin && row.judgeSpearman.value !== null];
  if (people && judge) return TOO_FEW;
  if (people) return `people: ${TOO_FEW}`;
  return judge ? `judge, Spearman: ${TOO_FEW}` : "";
}

function policiesOf({ judgeSpearmanPolicies: { used, skipped } }: AgreementRow): number {
  return used + skipped;
}

function betweenCell(row: AgreementRow): ChartCell {
  const cell = measuredCell(row.judgePolicyLevel);
  return cell.value !== null && policiesOf(row) < FEWEST_POLICIES
    ? { ...cell, text: `${cell.text} (${TOO_FEW})` }
    : cell;
}

/** As the original script computes it, on ratings made binary: for comparison with papers. */
export function paperTable(rows: readonly AgreementRow[]): ChartTableData {
  return twinTable(rows, (row) => row.dimension.key, [
    wordColumn("dimension", "Dimension", (row) => row.dimension.name),
    countColumn("items", "Items", (row) => row.paperCompatible.items),
    measuredColumn("pairwise_agreement", "Pairwise agreement", (row) => row.paperCompatible.pairwiseAgreement),
    measuredColumn("randolph_kappa", "Randolph’s κ", (row) => row.paperCompatible.randolph),
    measuredColumn("fleiss_kappa", "Fleiss’ κ", (row) => row.paperCompatible.fleiss),
    measuredColumn("legacy_alpha", "α of the script", (row) => row.paperCompatible.legacyAlpha),
  ]);
}
