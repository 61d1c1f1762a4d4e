"use client";
import { memo } from "react";
import { ScatterChart, XAxis, YAxis } from "recharts";
import { LABEL_ROOM, PlotLayers, X_AXIS_HEIGHT } from "./plot-layers.tsx";
import { SHARES } from "./plot-scales.ts";
import type { PlotMargin } from "./plot-types.ts";

type FrameProps = {
  width: number;
  height: number;
  margin: PlotMargin;
  yAxisWidth: number;
  /** Whether words stand under the x axis. */
  hasXWords: boolean;
  isXHidden: boolean;
  isYHidden: boolean;
};

const ENDS = SHARES.map((end) => ({ end }));
const AXIS_LINE = { stroke: "var(--line-strong)" };
const NO_TICKS: number[] = [];

/**
 * The surface, the place and the scales of a plot, laid out by recharts. Laying out costs far more than drawing, so the
 * axes run over shares from 0 to 1: it is done where the size differs, and other numbers or domains leave it as it is.
 */
export const PlotFrame = memo(function PlotFrame(props: FrameProps) {
  const { width, height, margin, yAxisWidth, hasXWords, isXHidden, isYHidden } = props;
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={margin}
      data={ENDS}
      accessibilityLayer={false}
      className="[&_svg]:block [&_svg]:overflow-visible"
    >
      <XAxis
        dataKey="end"
        type="number"
        domain={SHARES}
        ticks={NO_TICKS}
        hide={isXHidden}
        height={X_AXIS_HEIGHT + (hasXWords ? LABEL_ROOM : 0)}
        axisLine={AXIS_LINE}
        tickLine={false}
        tick={false}
        allowDataOverflow
      />
      <YAxis
        type="number"
        domain={SHARES}
        ticks={NO_TICKS}
        hide={isYHidden}
        width={yAxisWidth}
        axisLine={false}
        tickLine={false}
        tick={false}
        allowDataOverflow
      />
      <PlotLayers />
    </ScatterChart>
  );
}, isSameFrame);

function isSameFrame({ margin: before, ...a }: FrameProps, { margin: after, ...b }: FrameProps): boolean {
  const sides = ["top", "right", "bottom", "left"] as const;
  const rest = Object.keys(a) as (keyof typeof a)[];
  return sides.every((side) => before[side] === after[side]) && rest.every((name) => a[name] === b[name]);
}
