import { formatInteger } from "#components/ui/format.ts";
import { CORRELATION_WORDS, hasCeiling } from "#lib/domain/analysis/correlation-words.ts";
import { hasFewVaried, hasNarrowIntervals } from "#lib/domain/analysis/few-varied.ts";
import type { AgreementRow } from "#lib/domain/analysis/findings/agreement.ts";
import type { ClusterFacts, Estimate } from "#lib/domain/analysis/findings/common.ts";
import type { Measured } from "#lib/domain/statistics/measured.ts";
import type { CorrelationName } from "#lib/domain/statistics/pair-patterns.ts";
import { reasonText } from "../frame/figure-cells.ts";

/** One column of coefficients: its head, and where its value comes from; what it says is in `view-measures.ts`. */
export type CoefficientColumn = {
  head: string;
  read: (row: AgreementRow) => Estimate | Measured;
  /** Beside the number, for what a tooltip would hide. */
  note?: (row: AgreementRow) => string;
  /** Where too few ratings or policies stand behind it; fewer than 5 items with two ratings unless it says otherwise. */
  isThin?: (row: AgreementRow) => boolean;
};

function isThinOfVariance(row: AgreementRow): boolean {
  return row.isThin || hasFewVaried(row);
}

/** On which dimensions α and ICC rest on few clusters, as nearly all scores are the same, so that their intervals are too narrow. */
export function variedSentences(rows: readonly AgreementRow[], noun: ClusterFacts["noun"]): string[] {
  return rows
    .filter((row) => !row.isThin && hasNarrowIntervals(row))
    .map(
      ({ dimension, variedClusters }) =>
        `${dimension.name}: people gave a score other than the commonest in ${variedClusters} ${noun[variedClusters === 1 ? 0 : 1]} only. α and ICC rest on those, and their intervals are too narrow; read “within 1” and AC2.`,
    );
}

/** The coefficients of people among themselves. */
const OF_PEOPLE: readonly CoefficientColumn[] = [
  {
    head: "within 1",
    read: (row) => row.withinOne,
    note: (row) => (row.exact.value === null ? "" : `equal ${row.exact.value.toFixed(2)}`),
  },
  {
    head: "α interval",
    read: (row) => row.alphaInterval,
    isThin: isThinOfVariance,
  },
  {
    head: "α ordinal",
    read: (row) => row.alphaOrdinal,
    isThin: isThinOfVariance,
  },
  {
    head: "AC2",
    read: (row) => row.ac2,
  },
  {
    head: "ICC(1,1)",
    read: (row) => row.iccSingle,
    isThin: isThinOfVariance,
  },
  {
    head: "ICC(1,k)",
    read: (row) => row.iccMean,
    isThin: isThinOfVariance,
    note: (row) => (row.ratingsPerItem === null ? "" : `k = ${row.ratingsPerItem.toFixed(1)}`),
  },
  {
    head: "ceiling",
    read: (row) => row.ceiling,
  },
];

/** The coefficients of people among themselves, then the judge's by the correlation that is wanted, as they are read. */
export function coefficientColumns(correlation: CorrelationName): readonly CoefficientColumn[] {
  const judge: CoefficientColumn = {
    head: `judge ${CORRELATION_WORDS[correlation].sign}`,
    read: (row) => row.judgeWithinPolicies[correlation],
    isThin: (row) => row.judgePolicies.isThin,
    note: ({ judgePolicies: { used, skipped } }) => (skipped > 0 ? `${used} of ${used + skipped} policies` : ""),
  };
  if (!hasCeiling(correlation)) return [...OF_PEOPLE, judge];
  const share: CoefficientColumn = {
    head: "of ceiling",
    read: (row) => row.shareOfCeiling[correlation],
    isThin: (row) => row.isThin || row.judgePolicies.isThin,
  };
  return [...OF_PEOPLE, judge, share];
}

/** Whether the value of a column in a row is too few to interpret. */
export function isThinValue(column: CoefficientColumn, row: AgreementRow): boolean {
  return column.isThin ? column.isThin(row) : row.isThin;
}

/** Why coefficients have no value, each reason once with what it concerns. */
export function undefinedSentences(rows: readonly AgreementRow[], columns: readonly CoefficientColumn[]): string[] {
  const missing = rows
    .flatMap((row) =>
      columns.map((column) => ({ row, column, reason: column.read(row).reason, value: column.read(row).value })),
    )
    .filter(({ value }) => value === null);
  const byReason = Map.groupBy(missing, ({ row, reason }) => `${row.dimension.name}: ${reasonText(reason)}`);
  return [...byReason].map(([words, same]) => `${words} (${same.map(({ column }) => column.head).join(", ")}).`);
}

/** Which intervals leave resamples out that have no value, so that they rest on the others; a sentence per dimension. */
export function droppedSentences(rows: readonly AgreementRow[], columns: readonly CoefficientColumn[]): string[] {
  return rows.flatMap((row) => {
    const parts = columns.flatMap((column) => {
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
