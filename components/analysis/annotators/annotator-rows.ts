import type { DotRow } from "#components/charts/dot-plot-types.ts";
import { formatLimits } from "#components/charts/number-text.ts";
import { formatInteger, NO_VALUE } from "#components/ui/format.ts";
import type { AnnotatorQualityRow, DimensionAnnotators } from "#lib/domain/analysis/findings/annotators.ts";
import { ALONE, annotatorName, isTooWide } from "#lib/domain/analysis/tables/annotators.ts";
import { estimateText, numberText, reasonText } from "../frame/figure-cells.ts";

const SIGNED = { isSigned: true };

/** Heads of the columns beside the plot of annotators. */
export const ANNOTATOR_HEADS = [
  { text: "from others", width: 92 },
  { text: "interval", width: 112 },
  { text: "ratings", width: 66 },
  { text: "overlap", width: 66 },
  { text: "leniency", width: 70 },
  { text: "distance", width: 72 },
];

/** One row per annotator that is shown: mean difference from the others on the same cells. */
export function annotatorRows(
  part: Pick<DimensionAnnotators, "rows" | "dimension">,
  shown: readonly AnnotatorQualityRow[] = part.rows,
): DotRow[] {
  const most = Math.max(1, ...part.rows.map(({ overlap }) => overlap));
  return shown.map((row) => ({
    key: row.raterKey,
    label: annotatorName(row),
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
              share: row.overlap / most,
              text: `${row.name}: ${estimateText(row.leaveOneOutBias, SIGNED)}`,
            },
          ],
    absence: row.overlap === 0 ? `not defined: ${ALONE}` : reasonText(row.leaveOneOutBias.reason),
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
