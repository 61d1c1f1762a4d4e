import type { ChartTableData } from "#components/charts/figure/chart-table.tsx";
import type { DotRow } from "#components/charts/interval-dot-plot.tsx";
import { formatLimits } from "#components/charts/number-text.ts";
import { formatInteger, NO_VALUE } from "#components/ui/format.ts";
import type {
  AnnotatorFlag,
  AnnotatorQualityRow,
  DimensionAnnotators,
} from "#lib/domain/analysis/findings/annotators.ts";
import type { Interval } from "#lib/domain/statistics/measured.ts";
import { estimateText, numberCell, numberText, reasonText } from "../frame/figure-cells.ts";
import {
  cellColumn,
  countColumn,
  intervalColumns,
  measuredColumn,
  numberColumn,
  shareColumn,
  type TwinColumns,
  twinTable,
  wordColumn,
} from "../frame/twin-table.ts";

const SIGNED = { isSigned: true };

/** What each flag says. */
export const FLAG_WORDS: Record<AnnotatorFlag, string> = {
  "harsh-or-lenient": "harsh or lenient",
  "straight-lining": "long run of one score",
  fast: "fast",
};

/** Heads of the columns beside the plot of annotators. */
export const ANNOTATOR_HEADS = [
  { text: "from others", width: 92 },
  { text: "interval", width: 112 },
  { text: "ratings", width: 66 },
  { text: "overlap", width: 66 },
  { text: "leniency", width: 70 },
  { text: "distance", width: 72 },
];

/** In place of an interval that leaves no value of the scale out. */
const TOO_WIDE = "wider than the scale";

/** True where an interval spans more points than the whole scale, so that it tells nothing. */
function isTooWide(interval: Interval | null, { min, max }: DimensionAnnotators["dimension"]): boolean {
  return interval !== null && interval[1] - interval[0] > max - min;
}

/** Two cells of an interval; a dash with the reason where it is too wide to tell anything. */
function intervalCells(interval: Interval | null, dimension: DimensionAnnotators["dimension"]) {
  if (isTooWide(interval, dimension)) return [{ text: `${NO_VALUE} ${TOO_WIDE}`, value: null }, numberCell(null)];
  return [numberCell(interval?.[0] ?? null), numberCell(interval?.[1] ?? null)];
}

/** One row per annotator: mean difference from the others on the same cells. */
export function annotatorRows(part: DimensionAnnotators): DotRow[] {
  return part.rows.map((row) => ({
    key: row.raterKey,
    label: nameWords(row),
    marks:
      row.leaveOneOutBias.value === null
        ? []
        : [
            {
              shape: "circle",
              hue: "human",
              value: row.leaveOneOutBias.value,
              interval: isTooWide(row.leaveOneOutBias.interval, part.dimension) ? null : row.leaveOneOutBias.interval,
              isHollow: row.isLeftOut,
              text: `${row.name}: ${estimateText(row.leaveOneOutBias, SIGNED)}`,
            },
          ],
    absence: reasonText(row.leaveOneOutBias.reason),
    columns: [
      numberText(row.leaveOneOutBias.value, SIGNED),
      isTooWide(row.leaveOneOutBias.interval, part.dimension)
        ? `${NO_VALUE} > scale`
        : formatLimits(row.leaveOneOutBias.interval),
      formatInteger(row.ratings),
      formatInteger(row.overlap),
      numberText(row.severity.value, SIGNED),
      numberText(row.meanAbsoluteDifference.value),
    ],
  }));
}

/** Everything that is known of each annotator on one dimension; flags only where the reader may see them. */
export function annotatorTable(part: DimensionAnnotators, confidence: number, showsFlags: boolean): ChartTableData {
  const interval = (
    name: string,
    of: (row: AnnotatorQualityRow) => Interval | null,
  ): TwinColumns<AnnotatorQualityRow> => ({
    columns: intervalColumns(name, confidence),
    cells: (row) => intervalCells(of(row), part.dimension),
  });
  return twinTable(part.rows, (row) => row.raterKey, [
    wordColumn("annotator", "Annotator", nameWords),
    countColumn("ratings", "Ratings", (row) => row.ratings),
    countColumn("overlap", "Shared", (row) => row.overlap),
    cellColumn("difference_from_others", "From others", ({ leaveOneOutBias: { value, reason } }) =>
      numberCell(value, SIGNED, reason),
    ),
    interval("difference_from_others", (row) => row.leaveOneOutBias.interval),
    measuredColumn("mean_absolute_difference", "Mean distance", (row) => row.meanAbsoluteDifference),
    measuredColumn("leniency", "Leniency", (row) => row.severity, SIGNED),
    interval("leniency", (row) => row.severityInterval),
    shareColumn("modal_share", "Most frequent score", (row) => row.modalShare.value),
    countColumn("longest_run", "Longest run", (row) => row.longestRun),
    countColumn("expected_run", "99 % by chance", (row) => row.expectedRun),
    numberColumn("median_minutes", "Minutes, median", (row) => row.medianMinutes, { decimals: 1 }),
    numberColumn("peer_median_minutes", "Peers", (row) => row.peerMedianMinutes, { decimals: 1 }),
    numberColumn("time_score", "Pace, robust SD", (row) => row.timeScore, { isSigned: true, decimals: 1 }),
    ...(showsFlags ? [wordColumn("flags", "Worth a look", flagWords)] : []),
  ]);
}

function nameWords(row: AnnotatorQualityRow): string {
  return row.isLeftOut ? `${row.name} (left out)` : row.name;
}

function flagWords(row: AnnotatorQualityRow): string {
  return row.flags.map((flag) => FLAG_WORDS[flag]).join(", ") || NO_VALUE;
}
