"use client";
import { useFigureSetting } from "#components/charts/figure/figure-setting.ts";
import { HistogramStrip, IntervalBar } from "#components/charts/small-plots.tsx";
import { formatInteger, plural } from "#components/ui/format.ts";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import type { AgreementRow } from "#lib/domain/analysis/findings/agreement.ts";
import { raterWords, TOO_FEW } from "#lib/domain/analysis/words.ts";
import type { Interval } from "#lib/domain/statistics/measured.ts";
import { hueClass } from "../frame/dimension-picker.tsx";
import { numberText, reasonText } from "../frame/figure-cells.ts";
import { scaleWords } from "../frame/view-words.ts";
import { type CoefficientColumn, isThinValue } from "./agreement-columns.ts";

/** The axis of every bar; what lies beyond is drawn at its end. */
const UNIT = [0, 1] as const;

/** The names stay in sight while the rest scrolls below them. */
const STAYS = "sticky left-0 z-10 shadow-[1px_0_0_var(--line)]";

type Props = { rows: readonly AgreementRow[]; columns: readonly CoefficientColumn[] };

/**
 * One row per dimension: how ratings are spread, and each coefficient as number and bar on one axis. So narrow that all
 * fit into a file; padding by side, since that of `Td` along the line would win over another.
 */
export function CoefficientTable({ rows, columns }: Props) {
  const { purpose } = useFigureSetting();
  return (
    <>
      {purpose === "file" ? null : (
        <p className="mb-1 text-xs text-ink-2 lg:hidden print:hidden">
          Scroll the table sideways for all coefficients ›
        </p>
      )}
      <Table label="Agreement by dimension" className="print:[zoom:0.75]">
        <thead>
          <tr>
            <Th className={`${STAYS} bg-sunken`}>
              <span data-figure-text>Dimension</span>
            </Th>
            <Th className="pr-1.5 pl-1.5">
              <span data-figure-text>Ratings by people</span>
            </Th>
            {columns.map((column) => (
              <Th key={column.head} className="pr-0.5 pl-0.5">
                <span data-figure-text>{column.head}</span>
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CoefficientRow key={row.dimension.key} row={row} columns={columns} />
          ))}
        </tbody>
      </Table>
    </>
  );
}

function CoefficientRow({ row, columns }: { row: AgreementRow; columns: Props["columns"] }) {
  return (
    <Tr>
      <Td className={`${STAYS} min-w-28 bg-surface pr-1`}>
        <p className={`font-semibold [overflow-wrap:normal] ${hueClass(row.dimension.hue)}`}>
          <span data-figure-text>{row.dimension.name}</span>
        </p>
        <p className="text-xs text-ink-2">
          <span data-figure-text>{plural(row.items, "item")}</span>
        </p>
        <p className="text-xs text-ink-2">
          <span data-figure-text>{raterWords({ humanRaters: row.raters, humanPositions: row.positions })}</span>
        </p>
      </Td>
      <Td className="pr-1.5 pl-1.5">
        <HistogramStrip
          counts={row.distribution.counts}
          hue="human"
          label={`${row.dimension.name}: ${formatInteger(row.ratings)} ratings from ${scaleWords(row.dimension)}: ${row.distribution.counts.join(", ")}`}
        />
        <p className="mt-0.5 text-xs whitespace-nowrap text-ink-2">
          <span data-figure-text>{scaleWords(row.dimension)}</span>
        </p>
      </Td>
      {columns.map((column) => (
        <Td key={column.head} className="pr-0.5 pl-0.5 tabular-nums">
          <Coefficient column={column} row={row} />
        </Td>
      ))}
    </Tr>
  );
}

function Coefficient({ column, row }: { column: CoefficientColumn; row: AgreementRow }) {
  const value = column.read(row);
  const interval: Interval | null = "interval" in value ? value.interval : null;
  const note = column.note?.(row) ?? "";
  const isThin = isThinValue(column, row);
  if (value.value === null)
    return (
      <span>
        <span data-figure-text>–</span>
        <span className="sr-only"> {reasonText(value.reason)}</span>
      </span>
    );
  return (
    <>
      <p className={isThin ? "text-ink-3" : undefined}>
        <span data-figure-text>{numberText(value.value)}</span>
        <span className="sr-only">
          {interval ? `, interval ${numberText(interval[0])} to ${numberText(interval[1])}` : ""}
        </span>
      </p>
      <IntervalBar value={value.value} interval={interval} domain={UNIT} hue={isThin ? "quiet" : "ink"} />
      {isThin ? (
        <p className="max-w-20 text-xs text-ink-2">
          <span data-figure-text>{TOO_FEW}</span>
        </p>
      ) : null}
      {note ? (
        <p className="text-xs whitespace-nowrap text-ink-2">
          <span data-figure-text>{note}</span>
        </p>
      ) : null}
    </>
  );
}
