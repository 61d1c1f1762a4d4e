import type { Interval } from "#lib/domain/statistics/measured.ts";
import { type AltTestAt, altTestAt } from "../alt-test-at.ts";
import type {
  AltTestFinding,
  AnnotatorFlag,
  AnnotatorQualityRow,
  AnnotatorsFinding,
  DimensionAnnotators,
} from "../findings/annotators.ts";
import { dimensionTable, type FindingTable, rowsOf } from "./finding-table.ts";
import {
  countColumn,
  estimateColumns,
  intervalColumns,
  measuredColumn,
  numberColumn,
  POINTS,
  POINTS_SIGNED,
  pColumn,
  shareColumn,
  wordColumn,
} from "./table-columns.ts";

type AnnotatorsPart = Pick<AnnotatorsFinding, "confidence" | "byDimension" | "showsFlags">;

/** What each flag says. */
export const FLAG_WORDS: Record<AnnotatorFlag, string> = {
  "harsh-or-lenient": "harsh or lenient",
  "straight-lining": "long run of one score",
  "same-across": "one number on many dimensions",
  fast: "fast",
};

/** In place of an interval that leaves no value of the scale out. */
const TOO_WIDE = "wider than the scale";

/** Why somebody cannot be compared who shares no rated item with anybody. */
export const ALONE = "no item in common with others";

/** True where an interval spans more points than the whole scale, so that it tells nothing. */
export function isTooWide(interval: Interval | null, { min, max }: DimensionAnnotators["dimension"]): boolean {
  return interval !== null && interval[1] - interval[0] > max - min;
}

/** The name of an annotator, with a word where they are left out. */
export function annotatorName({ name, isLeftOut }: Pick<AnnotatorQualityRow, "name" | "isLeftOut">): string {
  return isLeftOut ? `${name} (left out)` : name;
}

type Row = AnnotatorQualityRow & { dimension: string; scale: DimensionAnnotators["dimension"] };

/** Everything that is known of each annotator; flags only where the reader may see them. */
export function annotatorTable({ confidence, byDimension, showsFlags }: AnnotatorsPart): FindingTable {
  const rows: Row[] = rowsOf(byDimension, ({ dimension, rows: own }) =>
    own.map((row) => ({ ...row, scale: dimension })),
  );
  const told = (interval: Interval | null, { scale }: Row) => (isTooWide(interval, scale) ? null : interval);
  const fromOthers = (row: Row) => ({
    ...row.leaveOneOutBias,
    interval: told(row.leaveOneOutBias.interval, row),
    ...(row.overlap === 0 ? { absence: `not defined: ${ALONE}` } : {}),
    ...(isTooWide(row.leaveOneOutBias.interval, row.scale) ? { missing: TOO_WIDE } : {}),
  });
  const keyOf = (row: Row) => `${row.dimension} ${row.raterKey}`;
  return dimensionTable({ name: "annotators", title: "Each annotator against the others" }, rows, keyOf, [
    wordColumn("annotator", "Annotator", annotatorName),
    countColumn("ratings", "Ratings", (row) => row.ratings, { unit: "ratings" }),
    countColumn("overlap", "Shared", (row) => row.overlap, { unit: "cells" }),
    estimateColumns("difference_from_others", "From others", confidence, fromOthers, POINTS_SIGNED),
    measuredColumn("mean_absolute_difference", "Mean distance", (row) => row.meanAbsoluteDifference, POINTS, {
      absence: aloneWords,
    }),
    measuredColumn(
      "leniency",
      "Leniency",
      (row) => row.severity,
      { ...POINTS_SIGNED, group: "Leniency" },
      {
        absence: aloneWords,
      },
    ),
    intervalColumns("leniency", "Leniency", confidence, (row) => told(row.severityInterval, row), {
      ...POINTS,
      words: (row) => (isTooWide(row.severityInterval, row.scale) ? TOO_WIDE : ""),
    }),
    shareColumn("modal_share", "Most frequent score", (row) => row.modalShare.value),
    countColumn("longest_run", "Longest run", (row) => row.longestRun, { unit: "ratings" }),
    countColumn("expected_run", "99 % by chance", (row) => row.expectedRun, { unit: "ratings", group: "Longest run" }),
    numberColumn("same_across_dimensions", "Same number across dimensions", (row) => row.sameAcross, {
      decimals: 1,
      unit: "dimensions",
    }),
    numberColumn("expected_same_across", "99 % by chance", (row) => row.expectedSameAcross, {
      decimals: 1,
      unit: "dimensions",
      group: "Same number across dimensions",
    }),
    numberColumn("median_minutes", "Minutes, median", (row) => row.medianMinutes, { decimals: 1, unit: "minutes" }),
    numberColumn("peer_median_minutes", "Peers", (row) => row.peerMedianMinutes, {
      decimals: 1,
      unit: "minutes",
      group: "Minutes, median",
    }),
    numberColumn("time_score", "Pace, robust SD", (row) => row.timeScore, { isSigned: true, decimals: 1 }),
    ...(showsFlags ? [wordColumn<Row>("flags", "Worth a look", flagWords)] : []),
  ]);
}

function aloneWords({ overlap }: Row): string {
  return overlap === 0 ? `not defined: ${ALONE}` : "";
}

function flagWords(row: AnnotatorQualityRow): string {
  return row.flags.map((flag) => FLAG_WORDS[flag]).join(", ");
}

/** Mean difference of each annotator from each other one, on the cells that both rated. */
export function raterPairTable({ byDimension }: Pick<AnnotatorsPart, "byDimension">): FindingTable {
  const rows = rowsOf(byDimension, ({ pairs, rows: people }) =>
    pairs.map(({ row, column, ...pair }) => ({
      annotator: people[row]?.name ?? "",
      other: people[column]?.name ?? "",
      ...pair,
    })),
  );
  const keyOf = (row: (typeof rows)[number]) => `${row.dimension} ${row.annotator} ${row.other}`;
  return dimensionTable({ name: "annotator-pairs", title: "Annotator by annotator" }, rows, keyOf, [
    wordColumn("annotator", "Annotator", (row) => row.annotator),
    wordColumn("other", "Other annotator", (row) => row.other),
    numberColumn("difference", "Mean difference", (row) => row.difference, POINTS_SIGNED),
    countColumn("common", "Common cells", (row) => row.common, { unit: "cells" }),
  ]);
}

/**
 * The alternative annotator test per person at a price; that of the question where none is given. `rows` are those of
 * {@link altTestAt} to show, where they are known or not all are wanted.
 */
export function altTestTable(
  test: AltTestFinding,
  confidence: number,
  { epsilon = test.epsilon, rows = altTestAt(test, epsilon) }: { epsilon?: number; rows?: readonly AltTestAt[] } = {},
): FindingTable {
  const head = { name: "alternative-annotator-test", title: "Alternative annotator test" };
  return dimensionTable(head, rows, ({ dimension, raterKey }) => `${dimension} ${raterKey}`, [
    wordColumn("annotator", "Annotator", (row) => row.name),
    numberColumn("epsilon", "ε", () => epsilon, { isForFiles: true }),
    countColumn("items", "Common items", (row) => row.items, { unit: "items" }),
    countColumn("units", "Counted", (row) => row.units, { unit: "clusters" }),
    numberColumn("advantage", "Judge at least as close", (row) => row.advantage, { group: "Judge at least as close" }),
    intervalColumns("advantage", "Judge at least as close", confidence, (row) => row.advantageInterval),
    numberColumn("mean_difference", "Mean difference of wins", (row) => row.meanDifference, { isForFiles: true }),
    numberColumn("standard_error", "Standard error", (row) => row.standardError, { isForFiles: true }),
    numberColumn("degrees_of_freedom", "Degrees of freedom", (row) => row.degreesOfFreedom, { isForFiles: true }),
    pColumn("p", "p", (row) => row.p),
    pColumn("p_adjusted", "p, corrected", (row) => row.pAdjusted),
    pColumn("p_exploratory", "p, exploratory", (row) => row.exploratoryP),
    wordColumn("outcome", "Could be replaced", (row) => row.note || (row.isRejected ? "yes" : "not shown")),
  ]);
}
