"use client";
import { createContext, type ReactNode, useContext } from "react";
import { formatTick } from "./number-text.ts";
import { type PlotScales, PlotScalesContext, useScalesOf } from "./plot-scales.ts";
import type { PlotAxis } from "./plot-types.ts";

/** The height of the marks of an x axis, in pixels. */
export const X_AXIS_HEIGHT = 24;
/** The height of the words under them, in pixels. */
export const LABEL_ROOM = 20;

/** What changes with the numbers: both axes, what is drawn between them, and the width that the marks of x share. */
export type PlotContent = { x: PlotAxis; y: PlotAxis; layers: ReactNode; marksWidth: number };

/** Hands the content of a plot past its frame, which then need not be laid out anew. */
export const PlotContentContext = createContext<PlotContent | null>(null);

const NOTHING: PlotContent = {
  x: { domain: [0, 1], ticks: [] },
  y: { domain: [0, 1], ticks: [] },
  layers: null,
  marksWidth: 0,
};

/** Draws the content of a plot inside its frame: grid, layers, marks and words of the axes. */
export function PlotLayers() {
  const { x, y, layers, marksWidth } = useContext(PlotContentContext) ?? NOTHING;
  const scales = useScalesOf({ x: x.domain, y: y.domain });
  if (!scales) return null;
  return (
    <PlotScalesContext value={scales}>
      <Grid x={x} y={y} scales={scales} />
      {layers}
      {x.isHidden ? null : <XMarks axis={x} scales={scales} width={marksWidth} />}
      {y.isHidden ? null : <YMarks axis={y} scales={scales} />}
      {/* Says to whoever waits for the picture that the plot has found its scales. */}
      <g data-plot-drawn="" />
    </PlotScalesContext>
  );
}

function Grid({ x, y, scales }: { x: PlotAxis; y: PlotAxis; scales: PlotScales }) {
  const { area } = scales;
  const down = x.hasGrid ? x.ticks.map((value) => scales.x(value)) : [];
  const across = y.hasGrid ? y.ticks.map((value) => scales.y(value)) : [];
  return (
    <g>
      {across.map((place) => (
        <line key={`y ${place}`} x1={area.x} x2={area.x + area.width} y1={place} y2={place} className="stroke-line" />
      ))}
      {down.map((place) => (
        <line key={`x ${place}`} x1={place} x2={place} y1={area.y} y2={area.y + area.height} className="stroke-line" />
      ))}
    </g>
  );
}

type MarksProps = { axis: PlotAxis; scales: PlotScales };

const plainMark = (value: number) => formatTick(value);
const MARK = "fill-ink-2 text-xs tabular-nums";

/** The marks under the plot, and in their middle what the axis measures. */
function XMarks({ axis, scales: { area, x }, width }: MarksProps & { width: number }) {
  const { ticks, format = plainMark, label } = axis;
  const foot = area.y + area.height;
  const room = width / Math.max(1, ticks.length);
  return (
    <g>
      {ticks.map((value) => (
        <text key={value} x={x(value)} y={foot + 20} textAnchor="middle" className={MARK}>
          {format(value, room)}
        </text>
      ))}
      {label ? (
        <text
          x={area.x + area.width / 2}
          y={foot + X_AXIS_HEIGHT + 12}
          textAnchor="middle"
          className="fill-ink-2 text-xs"
        >
          {label}
        </text>
      ) : null}
    </g>
  );
}

/** The marks left of the plot, and above them what the axis measures, so that nothing is read sideways. */
function YMarks({ axis, scales: { area, y } }: MarksProps) {
  const { ticks, format = plainMark, label } = axis;
  return (
    <g>
      {ticks.map((value) => (
        <text key={value} x={area.x - 10} y={y(value) + 4} textAnchor="end" className={MARK}>
          {format(value, 0)}
        </text>
      ))}
      {label ? (
        <text x={0} y={area.y - 16} className="fill-ink-2 text-xs">
          {label}
        </text>
      ) : null}
    </g>
  );
}
