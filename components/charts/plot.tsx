"use client";
import type { ReactNode } from "react";
import { CartesianGrid, ScatterChart, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from "recharts";
import { useTurn } from "./figure/draw-queue.ts";
import { formatTick } from "./number-text.ts";
import { useWidth } from "./use-width.ts";

/** One axis: its whole range, where it is marked, how a mark is written, and in words what it measures. */
export type PlotAxis = {
  domain: readonly [number, number];
  ticks: readonly number[];
  /** `room` is the width in pixels that each mark has. */
  format?: (value: number, room: number) => string;
  label?: string;
  /** Lines across the plot at the marks. */
  hasGrid?: boolean;
  isHidden?: boolean;
};

/** Room in pixels around the plot for what a piece writes there. */
export type PlotMargin = { top: number; right: number; bottom: number; left: number };

/** Where the plot lies and where values lie in it, in pixels. */
export type PlotScales = {
  area: { x: number; y: number; width: number; height: number };
  x: (value: number) => number;
  y: (value: number) => number;
  /** The same, but never beyond the edge: for ends of intervals that run off the scale. */
  insideX: (value: number) => number;
  insideY: (value: number) => number;
};

/** Scales of the plot around; null while it is being laid out. */
export function usePlotScales(): PlotScales | null {
  const area = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!area || !xScale || !yScale) return null;
  const x = (value: number) => xScale(value) ?? area.x;
  const y = (value: number) => yScale(value) ?? area.y;
  return {
    area,
    x,
    y,
    insideX: (value) => between(area.x, x(value), area.x + area.width),
    insideY: (value) => between(area.y, y(value), area.y + area.height),
  };
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

const X_AXIS_HEIGHT = 24;
const LABEL_ROOM = 20;

/** The classes of a text that may lie on lines: the paper shines around its letters. */
export const ON_LINES = "stroke-surface stroke-[3px] [paint-order:stroke] [stroke-linejoin:round]";

type PlotProps = {
  /** What a screen reader says in place of the picture; the numbers are in the table beside it. */
  label: string;
  /** `group` where the picture holds things to operate. */
  role?: "img" | "group";
  height: number;
  x: PlotAxis;
  y: PlotAxis;
  /** Either fixed, or chosen by the width in pixels. */
  margin: PlotMargin | ((width: number) => PlotMargin);
  yAxisWidth?: number;
  children: (width: number) => ReactNode;
};

/**
 * The frame of every chart: a box of fixed height that is filled in the browser once its width is known. Axes and grid
 * are drawn here, everything else by the layers in `children`, which find their places with {@link usePlotScales}.
 */
export function Plot({ label, role = "img", height, x, y, margin, yAxisWidth = 38, children }: PlotProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const isTurn = useTurn(box);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that it can have take a name
    <div ref={box} role={role} aria-label={label} data-plot="" className="w-full overflow-hidden">
      {width === null || !isTurn ? (
        <svg width="100%" height={height} aria-hidden="true" className="block" />
      ) : (
        <ScatterChart
          width={width}
          height={height}
          margin={typeof margin === "function" ? margin(width) : margin}
          data={x.domain.map((end) => ({ end }))}
          accessibilityLayer={false}
          className="[&_svg]:block [&_svg]:overflow-visible"
        >
          {x.hasGrid || y.hasGrid ? (
            <CartesianGrid vertical={x.hasGrid ?? false} horizontal={y.hasGrid ?? false} stroke="var(--line)" />
          ) : null}
          <XAxis
            dataKey="end"
            type="number"
            domain={[...x.domain]}
            ticks={[...x.ticks]}
            interval={0}
            hide={x.isHidden}
            height={X_AXIS_HEIGHT + (x.label ? LABEL_ROOM : 0)}
            axisLine={{ stroke: "var(--line-strong)" }}
            tickLine={false}
            tick={<TickText format={x.format} room={(width - yAxisWidth) / Math.max(1, x.ticks.length)} />}
            allowDataOverflow
          />
          <YAxis
            type="number"
            domain={[...y.domain]}
            ticks={[...y.ticks]}
            interval={0}
            hide={y.isHidden}
            width={yAxisWidth}
            axisLine={false}
            tickLine={false}
            tick={<TickText format={y.format} isVertical />}
            allowDataOverflow
          />
          {children(width)}
          <DrawnSign />
          <AxisWords x={x.isHidden ? undefined : x.label} y={y.isHidden ? undefined : y.label} />
        </ScatterChart>
      )}
    </div>
  );
}

/** Says to whoever waits for the picture that the plot has found its scales. */
function DrawnSign() {
  return usePlotScales() ? <g data-plot-drawn="" /> : null;
}

type TickProps = { x?: number; y?: number; payload?: { value: number } };

function TickText({
  x = 0,
  y = 0,
  payload,
  format = (value) => formatTick(value),
  isVertical = false,
  room = 0,
}: TickProps & { format?: PlotAxis["format"]; isVertical?: boolean; room?: number }) {
  return (
    <text
      x={isVertical ? x - 2 : x}
      y={isVertical ? y + 4 : y + 12}
      textAnchor={isVertical ? "end" : "middle"}
      className="fill-ink-2 text-xs tabular-nums"
    >
      {format(payload?.value ?? 0, room)}
    </text>
  );
}

/** The words of the axes: under the x axis in its middle, above the y axis at its left, so that nothing is read sideways. */
function AxisWords({ x, y }: { x: string | undefined; y: string | undefined }) {
  const scales = usePlotScales();
  if (!scales) return null;
  const { area } = scales;
  return (
    <g className="fill-ink-2 text-xs">
      {x ? (
        <text x={area.x + area.width / 2} y={area.y + area.height + X_AXIS_HEIGHT + 12} textAnchor="middle">
          {x}
        </text>
      ) : null}
      {y ? (
        <text x={0} y={area.y - 16}>
          {y}
        </text>
      ) : null}
    </g>
  );
}
