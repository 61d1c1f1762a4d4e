"use client";
import { fillClass, type Hue, strokeClass } from "./hues.ts";
import { spread } from "./line-plot-room.ts";
import type { Bubble, Guide } from "./line-plot-types.ts";
import { ON_LINES } from "./plot.tsx";
import { cutEnds } from "./plot-edges.ts";
import { type PlotScales, usePlotScales } from "./plot-scales.ts";

/** The longest bar of a rug, as a share of the plot's height. */
const RUG_SHARE = 0.14;
const LARGEST_BUBBLE = 13;
const SMALLEST_BUBBLE = 2;
/** The least distance of two names in the margin, in pixels. */
const LINE_HEIGHT = 14;

/** How often each x occurs, so that nobody reads a line where there are no data. */
export function Rug({ bars }: { bars: readonly { x: number; count: number }[] }) {
  const scales = usePlotScales();
  if (!scales || bars.length === 0) return null;
  const { area } = scales;
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const foot = area.y + area.height;
  return (
    <g>
      {bars.map((bar) => {
        const height = (area.height * RUG_SHARE * bar.count) / most;
        return (
          <rect key={bar.x} x={scales.x(bar.x) - 4} y={foot - height} width={8} height={height} className="fill-line" />
        );
      })}
    </g>
  );
}

/** Where both axes have the same value. */
export function Diagonal({ domain }: { domain: readonly [number, number] }) {
  const scales = usePlotScales();
  if (!scales) return null;
  const [from, to] = domain;
  return (
    <line
      x1={scales.x(from)}
      y1={scales.y(from)}
      x2={scales.x(to)}
      y2={scales.y(to)}
      strokeDasharray="3 3"
      className="stroke-ink-3"
    />
  );
}

/** Lines across the plot, each with its name at its end or beside the plot and its band behind it. */
export function Guides({ guides }: { guides: readonly Guide[] }) {
  const scales = usePlotScales();
  if (!scales) return null;
  return (
    <>
      {guides.map((guide) => (
        <PlacedGuide key={guide.key} guide={guide} scales={scales} />
      ))}
      <NamesBeside guides={guides.filter((guide) => guide.isNamedBeside)} scales={scales} />
    </>
  );
}

/** The words of lines in the margin, moved apart where lines lie close; an arrow where a line lies beyond the plot. */
function NamesBeside({ guides, scales }: { guides: readonly Guide[]; scales: PlotScales }) {
  const { area } = scales;
  const placed = spread(
    guides.map((guide) => ({ guide, y: scales.insideY(guide.at) })),
    LINE_HEIGHT,
  );
  return placed.map(({ guide, y }) => (
    <text key={guide.key} x={area.x + area.width + 6} y={y + 4} className="fill-ink text-xs tabular-nums">
      {guide.text}
      {beyond(scales.y(guide.at), area)}
    </text>
  ));
}

function beyond(at: number, area: PlotScales["area"]): string {
  const cut = cutEnds([at, at], area, "y");
  if (cut.high) return " ↑";
  return cut.low ? " ↓" : "";
}

function PlacedGuide({ guide, scales }: { guide: Guide; scales: PlotScales }) {
  const { area } = scales;
  const isAcross = guide.along === "x";
  const at = isAcross ? scales.y(guide.at) : scales.x(guide.at);
  const ends = isAcross
    ? { x1: area.x, x2: area.x + area.width, y1: at, y2: at }
    : { x1: at, x2: at, y1: area.y, y2: area.y + area.height };
  const words = isAcross
    ? { x: area.x + area.width, y: at - 5, textAnchor: "end" as const }
    : { x: at + 5, y: area.y + 12, textAnchor: "start" as const };
  const cut = cutEnds([at, at], area, isAcross ? "y" : "x");
  const isInside = !cut.low && !cut.high;
  return (
    <g>
      {guide.band && isAcross ? (
        <rect
          x={area.x}
          width={area.width}
          y={scales.insideY(guide.band[1])}
          height={Math.max(0, scales.insideY(guide.band[0]) - scales.insideY(guide.band[1]))}
          fillOpacity={0.13}
          className={fillClass(guide.hue)}
        />
      ) : null}
      {isInside ? (
        <line
          {...ends}
          strokeWidth={2}
          strokeDasharray={guide.isDashed ? "6 4" : undefined}
          className={strokeClass(guide.hue)}
        />
      ) : null}
      {isInside && !guide.isNamedBeside ? (
        <text {...words} className={`fill-ink text-xs tabular-nums ${ON_LINES}`}>
          {guide.text}
        </text>
      ) : null}
    </g>
  );
}

/** Counts as areas on the lattice of values; nothing is moved aside. */
export function Bubbles({
  bubbles,
  fullCount,
  hue,
}: {
  bubbles: readonly Bubble[];
  fullCount: number | undefined;
  hue: Hue;
}) {
  const scales = usePlotScales();
  if (!scales || bubbles.length === 0) return null;
  const full = fullCount ?? Math.max(...bubbles.map((bubble) => bubble.count));
  const largest = Math.min(LARGEST_BUBBLE, scales.area.width / 24);
  return (
    <g className={fillClass(hue)} fillOpacity={0.5}>
      {bubbles.map((bubble) => (
        <circle
          key={`${bubble.x} ${bubble.y}`}
          cx={scales.x(bubble.x)}
          cy={scales.y(bubble.y)}
          r={Math.max(SMALLEST_BUBBLE, largest * Math.sqrt(bubble.count / Math.max(1, full)))}
        >
          <title>{bubble.count}</title>
        </circle>
      ))}
    </g>
  );
}
