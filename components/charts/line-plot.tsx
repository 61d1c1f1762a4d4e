"use client";
import type { Hue } from "./hues.ts";
import { Bubbles, Diagonal, Guides, Rug } from "./line-plot-backdrop.tsx";
import { roomRight } from "./line-plot-room.ts";
import { GapWords, SeriesLayer } from "./line-plot-series.tsx";
import type { Bubble, Gap, Guide, LineSeries } from "./line-plot-types.ts";
import { Plot } from "./plot.tsx";
import type { PlotAxis } from "./plot-types.ts";

type Props = {
  label: string;
  /** Written above the plot where several stand side by side. */
  title?: string;
  height: number;
  x: PlotAxis;
  y: PlotAxis;
  series?: readonly LineSeries[];
  guides?: readonly Guide[];
  bubbles?: readonly Bubble[];
  /** The count that gets the largest bubble, the same for all plots side by side. */
  fullCount?: number;
  bubbleHue?: Hue;
  gaps?: readonly Gap[];
  /** Where x and y are equal. */
  hasDiagonal?: boolean;
  /** How often each x occurs, as bars at the foot of the plot. */
  rug?: readonly { x: number; count: number }[];
};

/**
 * Lines, points and counts over two axes of numbers: the line chart with bands, the calibration curve, the plot of
 * differences, the curve of a plan. Later layers lie above earlier ones: rug, guides, bubbles, lines, words.
 */
export function LinePlot(props: Props) {
  const { label, title, height, x, y, series = [], guides = [], bubbles = [], gaps = [], rug = [] } = props;
  return (
    <Plot
      label={label}
      height={height}
      x={x}
      y={{ ...y, hasGrid: y.hasGrid ?? true }}
      margin={{ top: title ? 50 : 32, right: roomRight(guides), bottom: 4, left: 0 }}
    >
      {() => (
        <>
          {title ? (
            <text x={0} y={13} className="fill-ink text-sm font-semibold">
              {title}
            </text>
          ) : null}
          <Rug bars={rug} />
          {props.hasDiagonal ? <Diagonal domain={x.domain} /> : null}
          <Guides guides={guides} />
          <Bubbles bubbles={bubbles} fullCount={props.fullCount} hue={props.bubbleHue ?? "ink"} />
          {series.map((one) => (
            <SeriesLayer key={one.key} series={one} />
          ))}
          <GapWords gaps={gaps} series={series} />
        </>
      )}
    </Plot>
  );
}
