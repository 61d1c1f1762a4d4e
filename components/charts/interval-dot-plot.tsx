"use client";
import {
  type ColumnHead,
  columnEdges,
  layOutRows,
  NARROW_SIGN,
  type PlotSides,
  type RowLayout,
  rowMargin,
} from "./dot-plot-layout.ts";
import { type Bracket, Brackets, References, Sides } from "./dot-plot-lines.tsx";
import { DotPlotRow } from "./dot-plot-row.tsx";
import type { DotGroup, DotRow } from "./dot-plot-types.ts";
import { shortened } from "./number-text.ts";
import { ON_LINES, Plot } from "./plot.tsx";
import { usePlotScales } from "./plot-scales.ts";
import type { PlotAxis } from "./plot-types.ts";

type Props = {
  label: string;
  groups: readonly DotGroup[];
  /** Heads of the columns; the first two are written beside the name where there is no room for columns. */
  heads: readonly ColumnHead[];
  x: PlotAxis;
  /** A line that everything is compared with, often 0. */
  reference?: number;
  /** What lies to the left and to the right of the reference, in words. */
  sides?: PlotSides;
  /** Rows that belong together, by their keys: joined by a bracket at the right of the plot. */
  brackets?: readonly Bracket[];
};

/**
 * Values with their intervals, one row each, on one axis (forest plot). The interval is a plain line, thicker than the
 * grid, without caps. Where there is room, names and numbers stand in columns; elsewhere the name and the first two
 * numbers stand above each row.
 */
export function IntervalDotPlot({ label, groups, heads, x, reference, sides, brackets = [] }: Props) {
  const layout = layOutRows(groups);
  return (
    <Plot
      label={label}
      height={layout.height}
      x={{ ...x, hasGrid: true }}
      y={{ domain: [0, 1], ticks: [], isHidden: true }}
      margin={(width) => rowMargin(width, heads)}
    >
      {(width) => (
        <Rows layout={layout} heads={heads} width={width} reference={reference} sides={sides} brackets={brackets} />
      )}
    </Plot>
  );
}

type RowsProps = {
  layout: RowLayout<DotRow>;
  heads: readonly ColumnHead[];
  width: number;
  reference: number | undefined;
  sides: Props["sides"];
  brackets: NonNullable<Props["brackets"]>;
};

function Rows({ layout, heads, width, reference, sides, brackets }: RowsProps) {
  const scales = usePlotScales();
  if (!scales) return null;
  const { area, x } = scales;
  const columns = columnEdges(width, heads);
  return (
    <g>
      {columns.map((edge, index) => (
        <text key={heads[index]?.text} x={edge} y={12} textAnchor="end" className="fill-ink-2 text-xs font-semibold">
          {heads[index]?.text}
        </text>
      ))}
      {reference === undefined ? null : (
        <References groups={layout.groups} x={x(reference)} area={area} width={width} />
      )}
      {layout.headings.map((heading) => (
        <g key={heading.key}>
          {heading.hasRule ? <line x1={0} x2={width} y1={heading.y} y2={heading.y} className="stroke-line" /> : null}
          <text x={0} y={heading.y + 21} className={`fill-ink-2 text-xs font-semibold ${ON_LINES}`}>
            <title>{heading.text}</title>
            {shortened(heading.text, Math.floor(width / NARROW_SIGN))}
          </text>
        </g>
      ))}
      {layout.rows.map((row) => (
        <DotPlotRow key={row.key} row={row} columns={columns} width={width} scales={scales} />
      ))}
      <Brackets
        brackets={brackets}
        rows={layout.rows}
        x={area.x + area.width + 5}
        offset={columns.length > 0 ? 18 : 27}
      />
      {sides ? <Sides sides={sides} middle={x(reference ?? 0)} y={area.y + area.height + 42} width={width} /> : null}
    </g>
  );
}
