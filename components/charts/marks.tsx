"use client";
import { classNames } from "#components/ui/class-names.ts";
import { fillClass, type Hue, strokeClass } from "./hues.ts";
import type { Limits } from "./number-text.ts";

/** Square = judge, circle = human, diamond = human score estimated with the judge's help. */
export type MarkShape = "circle" | "square" | "diamond";

type MarkProps = { shape: MarkShape; x: number; y: number; hue: Hue; radius?: number; isHollow?: boolean };

/** One mark, centred on a point in pixels. A hollow mark has the paper inside, so that lines behind it do not show. */
export function Mark({ shape, x, y, hue, radius = 5, isHollow = false }: MarkProps) {
  const look = {
    className: isHollow ? classNames("fill-surface", strokeClass(hue)) : fillClass(hue),
    strokeWidth: isHollow ? 1.75 : undefined,
  };
  if (shape === "circle") return <circle cx={x} cy={y} r={radius} {...look} />;
  if (shape === "square") {
    const side = radius * 1.8;
    return <rect x={x - side / 2} y={y - side / 2} width={side} height={side} {...look} />;
  }
  const reach = radius * 1.35;
  return <path d={`M${x},${y - reach}L${x + reach},${y}L${x},${y + reach}L${x - reach},${y}Z`} {...look} />;
}

/** An interval as a line of 2.5 px without caps, along the x axis at `y`. Limits are pixels. */
export function IntervalLine({ limits, y, hue }: { limits: Limits; y: number; hue: Hue }) {
  return <line x1={limits[0]} x2={limits[1]} y1={y} y2={y} strokeWidth={2.5} className={strokeClass(hue)} />;
}

/** Where something goes on beyond the edge of a plot: an arrow head at a point in pixels, pointing outwards. */
export function OnwardMark({ x, y, towards, hue }: { x: number; y: number; towards: Side; hue: Hue }) {
  return <path d={ARROWS[towards]} transform={`translate(${x} ${y})`} className={fillClass(hue)} />;
}

type Side = "left" | "right" | "up" | "down";

const ARROWS: Record<Side, string> = {
  left: "M1,-5L-7,0L1,5Z",
  right: "M-1,-5L7,0L-1,5Z",
  up: "M-5,1L0,-7L5,1Z",
  down: "M-5,-1L0,7L5,-1Z",
};

/** A mark by itself among words: the key of a chart. */
export function KeyMark({ shape, hue, isHollow = false }: { shape: MarkShape; hue: Hue; isHollow?: boolean }) {
  return (
    <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" className="inline-block shrink-0 align-[-2px]">
      <Mark shape={shape} x={7} y={7} hue={hue} radius={4.5} isHollow={isHollow} />
    </svg>
  );
}

/** A stretch of line among words: the key of a line. */
export function KeyLine({ hue, isDashed = false }: { hue: Hue; isDashed?: boolean }) {
  return (
    <svg viewBox="0 0 20 14" width="20" height="14" aria-hidden="true" className="inline-block shrink-0 align-[-2px]">
      <line
        x1={0}
        x2={20}
        y1={7}
        y2={7}
        strokeWidth={2.5}
        strokeDasharray={isDashed ? "4 3" : undefined}
        className={strokeClass(hue)}
      />
    </svg>
  );
}
