import type { ChartTableData } from "#components/charts/figure/chart-table.tsx";
import type { DotRow } from "#components/charts/interval-dot-plot.tsx";
import { formatLimits } from "#components/charts/number-text.ts";
import { formatInteger, formatPercent, NO_VALUE } from "#components/ui/format.ts";
import type {
  AnnotatorFlag,
  AnnotatorQualityRow,
  DimensionAnnotators,
} from "#lib/domain/analysis/findings/annotators.ts";
import {
  countCell,
  estimateColumns,
  estimateText,
  measuredCell,
  numberCell,
  numberText,
  numericColumn,
  reasonText,
  wordCell,
} from "../frame/figure-cells.ts";

const SIGNED = { isSigned: true };

/** What each flag says. */
export const FLAG_WORDS: Record<AnnotatorFlag, string> = {
  "harsh-or-lenient": "harsh or lenient",
  "straight-lining": "long run of one score",
  fast: "fast",
  gold: "misses known answers",
};

/** Heads of the columns beside the plot of annotators. */
export const ANNOTATOR_HEADS = [
  { text: "from others", width: 92 },
  { text: "interval", width: 112 },
  { text: "ratings", width: 66 },
  { text: "overlap", width: 66 },
  { text: "severity", width: 70 },
  { text: "distance", width: 72 },
];

/** In place of an interval that leaves no value of the scale out. */
const TOO_WIDE = "wider than the scale";

/** True where an interval spans more points than the whole scale, so that it tells nothing. */
function isTooWide(
  interval: readonly [number, number] | null,
  { min, max }: DimensionAnnotators["dimension"],
): boolean {
  return interval !== null && interval[1] - interval[0] > max - min;
}

/** Two cells of an interval; a dash with the reason where it is too wide to tell anything. */
function intervalCells(interval: readonly [number, number] | null, dimension: DimensionAnnotators["dimension"]) {
  if (isTooWide(interval, dimension)) return [{ text: `${NO_VALUE} ${TOO_WIDE}`, value: null }, numberCell(null)];
  return [numberCell(interval?.[0] ?? null), numberCell(interval?.[1] ?? null)];
}

/** One row per annotator: mean difference from the others on the same cells. */
export function annotatorRows(part: DimensionAnnotators): DotRow[] {
  return part.rows.map((row) => ({
    key: row.raterKey,
    label: row.isLeftOut ? `${row.name} (left out)` : row.name,
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

/** Hits among known answers: "9 of 10 [0.60, 0.98]". */
export function goldText(gold: AnnotatorQualityRow["gold"]): string {
  return gold ? `${gold.hits} of ${gold.of} ${formatLimits(gold.interval)}` : NO_VALUE;
}

/** Everything that is known of each annotator on one dimension; flags only where the reader may see them. */
export function annotatorTable(part: DimensionAnnotators, confidence: number, showsFlags: boolean): ChartTableData {
  return {
    columns: [
      { name: "annotator", head: "Annotator" },
      numericColumn("ratings", "Ratings"),
      numericColumn("overlap", "Shared"),
      ...estimateColumns("difference_from_others", "From others", confidence),
      numericColumn("mean_absolute_difference", "Mean distance"),
      numericColumn("severity", "Severity"),
      numericColumn("severity_low", `${formatPercent(confidence)} from`),
      numericColumn("severity_high", "to"),
      numericColumn("modal_share", "Most frequent score"),
      numericColumn("longest_run", "Longest run"),
      numericColumn("expected_run", "99 % by chance"),
      numericColumn("median_minutes", "Minutes, median"),
      numericColumn("peer_median_minutes", "Peers"),
      numericColumn("time_score", "Pace, robust SD"),
      { name: "known_answers", head: "Known answers within 1" },
      ...(showsFlags ? [{ name: "flags", head: "Worth a look" }] : []),
    ],
    rows: part.rows.map((row) => ({
      key: row.raterKey,
      cells: [
        wordCell(row.isLeftOut ? `${row.name} (left out)` : row.name),
        countCell(row.ratings),
        countCell(row.overlap),
        numberCell(row.leaveOneOutBias.value, SIGNED, row.leaveOneOutBias.reason),
        ...intervalCells(row.leaveOneOutBias.interval, part.dimension),
        measuredCell(row.meanAbsoluteDifference),
        measuredCell(row.severity, SIGNED),
        ...intervalCells(row.severityInterval, part.dimension),
        {
          text: row.modalShare.value === null ? NO_VALUE : formatPercent(row.modalShare.value),
          value: row.modalShare.value,
        },
        countCell(row.longestRun),
        countCell(row.expectedRun),
        numberCell(row.medianMinutes, { decimals: 1 }),
        numberCell(row.peerMedianMinutes, { decimals: 1 }),
        numberCell(row.timeScore, { isSigned: true, decimals: 1 }),
        wordCell(goldText(row.gold)),
        ...(showsFlags ? [wordCell(row.flags.map((flag) => FLAG_WORDS[flag]).join(", ") || NO_VALUE)] : []),
      ],
    })),
  };
}
