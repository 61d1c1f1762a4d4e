"use client";
import { useId } from "react";
import { fillClass, type Hue, strokeClass } from "./hues.ts";
import { highestBetween, widthOfWords } from "./line-plot-room.ts";
import type { Gap, LinePoint, LineSeries } from "./line-plot-types.ts";
import { Mark, OnwardMark } from "./marks.tsx";
import type { Limits } from "./number-text.ts";
import { ON_LINES } from "./plot.tsx";
import { cutEnds } from "./plot-edges.ts";
import { type PlotScales, usePlotScales } from "./plot-scales.ts";

/** One line with its band or whiskers and its marks; what lies beyond the axes is cut off at the edge of the plot. */
export function SeriesLayer({ series }: { series: LineSeries }) {
  const scales = usePlotScales();
  const clip = useId();
  if (!scales) return null;
  const { area } = scales;
  return (
    <g>
      <clipPath id={clip}>
        <rect {...area} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {series.uncertainty === "band" ? (
          <path d={bandPath(series.points, scales)} fillOpacity={0.13} className={fillClass(series.hue)} />
        ) : null}
        {series.line === "none" ? null : (
          <path
            d={linePath(series, scales)}
            fill="none"
            strokeWidth={series.isThin ? 1.5 : 2.5}
            strokeDasharray={series.isDashed ? "6 4" : undefined}
            className={strokeClass(series.hue)}
          />
        )}
      </g>
      {series.points
        .filter(({ y }) => scales.y(y) >= area.y - 1 && scales.y(y) <= area.y + area.height + 1)
        .map((point) => (
          <Point key={`${point.x} ${point.y}`} point={point} series={series} scales={scales} />
        ))}
    </g>
  );
}

function Point({ point, series, scales }: { point: LinePoint; series: LineSeries; scales: PlotScales }) {
  const x = scales.x(point.x);
  const hasWhisker = series.uncertainty === "whiskers" && point.interval;
  if (!series.shape && !hasWhisker) return null;
  return (
    <g>
      <title>{point.text}</title>
      {hasWhisker && point.interval ? (
        <Whisker x={x} interval={point.interval} hue={series.hue} scales={scales} />
      ) : null}
      {series.shape ? (
        <Mark
          shape={series.shape}
          hue={series.hue}
          x={x}
          y={scales.y(point.y)}
          radius={point.radius ?? 5}
          isHollow={point.isHollow ?? false}
        />
      ) : null}
    </g>
  );
}

/** An interval upright at `x`, with an arrow at an end that lies beyond the axis. */
function Whisker({ x, interval, hue, scales }: { x: number; interval: Limits; hue: Hue; scales: PlotScales }) {
  const { area, y, insideY } = scales;
  const [low, high] = interval;
  const cut = cutEnds([y(low), y(high)], area, "y");
  return (
    <>
      <line x1={x} x2={x} y1={insideY(low)} y2={insideY(high)} strokeWidth={2.5} className={strokeClass(hue)} />
      {cut.low ? <OnwardMark x={x} y={area.y + area.height} towards="down" hue={hue} /> : null}
      {cut.high ? <OnwardMark x={x} y={area.y} towards="up" hue={hue} /> : null}
    </>
  );
}

/** The line through the points; a step goes sideways first, then to the next value. */
function linePath(series: LineSeries, scales: PlotScales): string {
  return series.points
    .map((point, index) => {
      const place = `${scales.x(point.x)},${scales.y(point.y)}`;
      if (index === 0 || point.breaksLine) return `M${place}`;
      return series.line === "step" ? `H${scales.x(point.x)}V${scales.y(point.y)}` : `L${place}`;
    })
    .join("");
}

/** The closed outline of all intervals, forth along their upper ends and back along the lower ones. */
function bandPath(points: readonly LinePoint[], scales: PlotScales): string {
  const known = points.flatMap((point) => (point.interval ? [{ x: scales.x(point.x), interval: point.interval }] : []));
  if (known.length < 2) return "";
  const upper = known.map(({ x, interval }) => `${x},${scales.insideY(interval[1])}`);
  const lower = known.toReversed().map(({ x, interval }) => `${x},${scales.insideY(interval[0])}`);
  return `M${[...upper, ...lower].join("L")}Z`;
}

/** The stretch between two values and its words, above everything at its place and above the lines that rise from it. */
export function GapWords({ gaps, series }: { gaps: readonly Gap[]; series: readonly LineSeries[] }) {
  const scales = usePlotScales();
  if (!scales || gaps.length === 0) return null;
  const room = scales.area.width / gaps.length;
  return (
    <g className={`fill-ink text-xs tabular-nums ${ON_LINES}`}>
      {gaps.map((gap) => {
        const x = scales.x(gap.x);
        const words = room < 84 ? gap.shortText : gap.text;
        const half = widthOfWords(words) / 2 / (scales.x(1) - scales.x(0));
        const lines = highestBetween(series, gap.x - half, gap.x + half) ?? gap.above;
        const foot = Math.min(scales.insideY(gap.above) - 9, scales.insideY(lines) - 6);
        return (
          <g key={gap.x}>
            <line
              x1={x}
              x2={x}
              y1={scales.y(gap.from)}
              y2={scales.y(gap.to)}
              strokeDasharray="2 3"
              className="stroke-ink-3 stroke-1"
            />
            {room < 38 ? null : (
              <text x={x} y={Math.max(scales.area.y + 10, foot)} textAnchor="middle">
                {words}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
