"use client";
import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";

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
