"use client";
import type { LatticeCell, Scale } from "./lattice-cells.ts";
import { StillCells, WalkableCells } from "./lattice-fields.tsx";
import { HISTOGRAM, Histograms } from "./lattice-histograms.tsx";
import { Plot } from "./plot.tsx";
import { usePlotScales } from "./plot-scales.ts";
import { ticksBetween } from "./ticks.ts";

/** Room for the histograms at the top and at the right, and for the words above. */
const MARGIN = { top: 54 + HISTOGRAM, right: HISTOGRAM + 10, bottom: 4, left: 0 };

type Props = {
  /** Written above the grid; names what is shown (a policy). */
  title: string;
  /** A second line under the title: how well both go together. */
  subtitle: string;
  label: string;
  x: Scale;
  y: Scale;
  cells: readonly LatticeCell[];
  /** The count that gets the full colour; the same for all grids that stand side by side. */
  fullCount: number;
  /** A line across, from left to right (the calibration curve). */
  overlay?: readonly { x: number; y: number }[];
  /** Called with a cell when it is chosen; without it there is nothing to choose. */
  onChoose?: (cell: LatticeCell) => void;
  chosen?: string | undefined;
};

/**
 * How often each pair of values occurs: a grid with one field per pair, coloured by its count and left blank at 0, with
 * the diagonal and the two histograms. A field is chosen by pointer, or with arrow keys and Enter; the grid is one stop
 * of the Tab key.
 */
export function Lattice({ title, subtitle, label, x, y, cells, fullCount, overlay, onChoose, chosen }: Props) {
  const rowHeight = Math.max(15, Math.min(26, 300 / y.count));
  const height = Math.round(rowHeight * y.count) + MARGIN.top + MARGIN.bottom + 44;
  return (
    <Plot
      label={label}
      role={onChoose ? "group" : "img"}
      height={height}
      x={{ domain: edges(x), ticks: ticksBetween(x.min, x.min + x.step * (x.count - 1), 7), label: x.label }}
      y={{ domain: edges(y), ticks: ticksBetween(y.min, y.min + y.step * (y.count - 1), 12) }}
      margin={MARGIN}
    >
      {() => (
        <Fields
          title={title}
          subtitle={subtitle}
          x={x}
          y={y}
          cells={cells}
          fullCount={fullCount}
          overlay={overlay}
          {...(onChoose ? { onChoose } : {})}
          chosen={chosen}
        />
      )}
    </Plot>
  );
}

/** The axis runs half a field beyond the first and the last value. */
function edges(scale: Scale): [number, number] {
  return [scale.min - scale.step / 2, scale.min + scale.step * (scale.count - 0.5)];
}

function Fields(props: Omit<Props, "label">) {
  const scales = usePlotScales();
  if (!scales) return null;
  const { area } = scales;
  return (
    <g>
      <text x={0} y={13} className="fill-ink text-sm font-semibold">
        {props.title}
      </text>
      <text x={0} y={32} className="fill-ink-2 text-xs tabular-nums">
        {props.subtitle}
      </text>
      <text x={0} y={area.y - HISTOGRAM - 7} className="fill-ink-2 text-xs">
        {props.y.label}
      </text>
      <rect {...area} fill="none" className="stroke-line" />
      <Histograms {...props} scales={scales} />
      {props.onChoose ? (
        <WalkableCells {...props} onChoose={props.onChoose} scales={scales} />
      ) : (
        <StillCells {...props} scales={scales} />
      )}
      <line
        x1={scales.x(props.x.min)}
        y1={scales.y(props.x.min)}
        x2={scales.x(props.x.min + props.x.step * (props.x.count - 1))}
        y2={scales.y(props.x.min + props.x.step * (props.x.count - 1))}
        className="pointer-events-none stroke-ink-2"
        strokeDasharray="3 3"
      />
      {props.overlay ? (
        <polyline
          points={props.overlay.map((point) => `${scales.x(point.x)},${scales.y(point.y)}`).join(" ")}
          fill="none"
          strokeWidth={2.5}
          className="pointer-events-none stroke-goal"
        />
      ) : null}
    </g>
  );
}
