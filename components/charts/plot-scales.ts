"use client";
import { createContext, useContext, useMemo } from "react";
import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import type { PlotAxis } from "./plot-types.ts";

/** Where the plot lies and where values lie in it, in pixels. */
export type PlotScales = {
  area: { x: number; y: number; width: number; height: number };
  x: (value: number) => number;
  y: (value: number) => number;
  /** The same, but never beyond the edge: for ends of intervals that run off the scale. */
  insideX: (value: number) => number;
  insideY: (value: number) => number;
};

/** Hands the scales of a plot to everything that is drawn in it. */
export const PlotScalesContext = createContext<PlotScales | null>(null);

/** Scales of the plot around; null while it is being laid out. */
export function usePlotScales(): PlotScales | null {
  return useContext(PlotScalesContext);
}

/** The axes of the frame run over shares of a plot, whatever is measured on them. */
export const SHARES: [number, number] = [0, 1];

type Domains = Record<"x" | "y", PlotAxis["domain"]>;

/** Scales from the layout of the frame around and the domains of both axes; null while it is being laid out. */
export function useScalesOf({ x: xDomain, y: yDomain }: Domains): PlotScales | null {
  const area = usePlotArea();
  const xOfShare = useXAxisScale();
  const yOfShare = useYAxisScale();
  return useMemo(() => {
    if (!area || !xOfShare || !yOfShare) return null;
    const x = (value: number) => xOfShare(shareOf(value, xDomain)) ?? area.x;
    const y = (value: number) => yOfShare(shareOf(value, yDomain)) ?? area.y;
    return {
      area,
      x,
      y,
      insideX: (value) => between(area.x, x(value), area.x + area.width),
      insideY: (value) => between(area.y, y(value), area.y + area.height),
    };
  }, [area, xOfShare, yOfShare, xDomain, yDomain]);
}

function shareOf(value: number, [from, to]: PlotAxis["domain"]): number {
  return from === to ? 0 : (value - from) / (to - from);
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
