"use client";
import { createContext, memo, type ReactNode, useContext } from "react";
import { CartesianGrid, ScatterChart, XAxis, YAxis } from "recharts";
import { formatTick } from "./number-text.ts";
import { usePlotScales } from "./plot-scales.ts";
import type { PlotAxis, PlotMargin } from "./plot-types.ts";

const X_AXIS_HEIGHT = 24;
const LABEL_ROOM = 20;

/** What changes with every change of the numbers: the layers of a plot, and how marks are written. */
export type PlotLayers = { layers: ReactNode; formatX: PlotAxis["format"]; formatY: PlotAxis["format"] };

/** Hands the layers past the frame, which then need not be laid out anew when numbers change on the same axes. */
export const PlotLayersContext = createContext<PlotLayers | null>(null);

type FrameProps = {
  width: number;
  height: number;
  margin: PlotMargin;
  yAxisWidth: number;
  x: PlotAxis;
  y: PlotAxis;
};

/**
 * Axes, grid and scales of a plot, laid out by recharts. Laying out costs far more than drawing the layers, so it is done
 * only where an axis or the size differs; how marks are written does not count.
 */
export const PlotFrame = memo(function PlotFrame({ width, height, margin, yAxisWidth, x, y }: FrameProps) {
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={margin}
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
        tick={<TickText room={(width - yAxisWidth) / Math.max(1, x.ticks.length)} />}
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
        tick={<TickText isVertical />}
        allowDataOverflow
      />
      <Layers />
      <DrawnSign />
      <AxisWords x={x.isHidden ? undefined : x.label} y={y.isHidden ? undefined : y.label} />
    </ScatterChart>
  );
}, isSameFrame);

function isSameFrame(a: FrameProps, b: FrameProps): boolean {
  const { width, height, yAxisWidth } = a;
  const isSameSize = width === b.width && height === b.height && yAxisWidth === b.yAxisWidth;
  const sides = ["top", "right", "bottom", "left"] as const;
  return (
    isSameSize &&
    sides.every((side) => a.margin[side] === b.margin[side]) &&
    isSameAxis(a.x, b.x) &&
    isSameAxis(a.y, b.y)
  );
}

function isSameAxis(a: PlotAxis, b: PlotAxis): boolean {
  const isSameList = (one: readonly number[], other: readonly number[]) =>
    one.length === other.length && one.every((value, place) => value === other[place]);
  const isSameLook = a.label === b.label && a.hasGrid === b.hasGrid && a.isHidden === b.isHidden;
  return isSameLook && isSameList(a.domain, b.domain) && isSameList(a.ticks, b.ticks);
}

function Layers() {
  return useContext(PlotLayersContext)?.layers;
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
  isVertical = false,
  room = 0,
}: TickProps & { isVertical?: boolean; room?: number }) {
  const marks = useContext(PlotLayersContext);
  const format = (isVertical ? marks?.formatY : marks?.formatX) ?? ((value: number) => formatTick(value));
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
