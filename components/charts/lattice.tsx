"use client";
import { type KeyboardEvent, useRef, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { cellOpacity, type LatticeCell, marginals, nextCell, placedCells, type Scale } from "./lattice-cells.ts";
import { Plot } from "./plot.tsx";
import { type PlotScales, usePlotScales } from "./plot-scales.ts";
import { ticksBetween } from "./ticks.ts";

/** Room for the histograms at the top and at the right, and for the words above. */
const HISTOGRAM = 34;
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
      yAxisWidth={30}
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

type Layer = Omit<Props, "label"> & { scales: PlotScales };

/** The size of a field in pixels. */
function fieldSize(x: Scale, y: Scale, scales: PlotScales): { width: number; height: number } {
  return {
    width: Math.abs(scales.x(x.min + x.step) - scales.x(x.min)),
    height: Math.abs(scales.y(y.min + y.step) - scales.y(y.min)),
  };
}

/** Fields that can only be looked at. */
function StillCells({ x, y, cells, fullCount, scales }: Layer) {
  const size = fieldSize(x, y, scales);
  return placedCells(cells).map((cell) => (
    <Field key={cell.key} cell={cell} x={scales.x(cell.x)} y={scales.y(cell.y)} {...size} full={fullCount} />
  ));
}

/** One tab stop; the arrow keys go to the nearest field that holds something. */
function WalkableCells({
  x,
  y,
  cells,
  fullCount,
  onChoose,
  chosen,
  scales,
}: Layer & { onChoose: NonNullable<Props["onChoose"]> }) {
  const [current, setCurrent] = useState<string | null>(null);
  const group = useRef<SVGGElement>(null);
  const placed = placedCells(cells);
  // Another filter may leave the field where somebody was without a count.
  const home = [current, chosen].find((key) => placed.some((cell) => cell.key === key)) ?? placed[0]?.key;
  const walk = (event: KeyboardEvent, cell: LatticeCell) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onChoose(cell);
      return;
    }
    const next = nextCell(placed, cell, event.key);
    if (!next) return;
    event.preventDefault();
    setCurrent(next.key);
    group.current?.querySelector<SVGGElement>(`[data-cell="${next.key}"]`)?.focus();
  };
  const size = fieldSize(x, y, scales);
  return (
    <g ref={group}>
      {placed.map((cell) => (
        <g
          key={cell.key}
          data-cell={cell.key}
          role="button"
          tabIndex={cell.key === home ? 0 : -1}
          aria-pressed={cell.key === chosen}
          aria-label={cell.text}
          onClick={() => onChoose(cell)}
          onFocus={() => setCurrent(cell.key)}
          onKeyDown={(event) => walk(event, cell)}
          className="group cursor-pointer outline-none"
        >
          <title>{cell.text}</title>
          <Field cell={cell} x={scales.x(cell.x)} y={scales.y(cell.y)} {...size} full={fullCount} />
        </g>
      ))}
    </g>
  );
}

type FieldProps = { cell: LatticeCell; x: number; y: number; width: number; height: number; full: number };

function Field({ cell, x, y, width, height, full }: FieldProps) {
  const opacity = cellOpacity(cell.count, full);
  const isPrinted = cell.count >= full * 0.05;
  return (
    <>
      <rect
        x={x - width / 2 + 0.5}
        y={y - height / 2 + 0.5}
        width={Math.max(1, width - 1)}
        height={Math.max(1, height - 1)}
        fillOpacity={opacity}
        strokeWidth={2}
        className="fill-accent stroke-transparent group-hover:stroke-ink group-focus-visible:stroke-ink group-aria-pressed:stroke-ink"
      />
      {isPrinted && width > 15 ? (
        <text
          x={x}
          y={y + 4.5}
          textAnchor="middle"
          className={classNames("text-[0.8rem] tabular-nums", opacity > 0.7 ? "fill-accent-ink" : "fill-ink")}
        >
          {cell.count}
        </text>
      ) : null}
    </>
  );
}

/** How often each value occurs, above the grid for x and at its right for y. */
function Histograms({ x, y, cells, scales }: Layer) {
  const { area } = scales;
  const columns = marginals(cells, "x");
  const rows = marginals(cells, "y");
  const { width, height } = fieldSize(x, y, scales);
  const most = Math.max(1, ...columns.values(), ...rows.values());
  return (
    <g>
      {[...columns].map(([value, count]) => {
        const length = (HISTOGRAM * count) / most;
        return (
          <rect
            key={value}
            x={scales.x(value) - width / 2 + 0.5}
            y={area.y - 2 - length}
            width={Math.max(1, width - 1)}
            height={length}
            className="fill-judge"
          />
        );
      })}
      {[...rows].map(([value, count]) => (
        <rect
          key={value}
          x={area.x + area.width + 2}
          y={scales.y(value) - height / 2 + 0.5}
          width={(HISTOGRAM * count) / most}
          height={Math.max(1, height - 1)}
          className="fill-human"
        />
      ))}
    </g>
  );
}
