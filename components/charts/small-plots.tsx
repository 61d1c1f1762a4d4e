"use client";
import { classNames } from "#components/ui/class-names.ts";
import { fillClass, type Hue, strokeClass } from "./hues.ts";
import { Mark, type MarkShape } from "./marks.tsx";
import type { Limits } from "./number-text.ts";

const PERCENT = 100;

/** How often each value occurs, as bars 22 px high; stands beside a row of a table and is said in its words. */
export function HistogramStrip({ counts, hue, label }: { counts: readonly number[]; hue: Hue; label: string }) {
  const most = Math.max(1, ...counts);
  const step = PERCENT / Math.max(1, counts.length);
  return (
    <svg
      viewBox={`0 0 ${PERCENT} 22`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      className="block h-[22px] w-full min-w-20"
    >
      <title>{label}</title>
      <line x1={0} x2={PERCENT} y1={21.5} y2={21.5} className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
      {counts.map((count, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: bars stand in the order of the scale
          key={index}
          x={index * step + step * 0.1}
          width={step * 0.8}
          y={21 - (20 * count) / most}
          height={(20 * count) / most}
          className={fillClass(hue)}
        />
      ))}
    </svg>
  );
}

/** A value with its interval on an axis that is the same for a whole column; what lies outside is cut off at the end. */
export function IntervalBar({
  value,
  interval,
  domain,
  hue,
  shape = "circle",
  reference,
}: {
  value: number | null;
  interval: Limits | null;
  domain: readonly [number, number];
  hue: Hue;
  shape?: MarkShape;
  reference?: number;
}) {
  const x = (number: number) => {
    const share = (number - domain[0]) / (domain[1] - domain[0]);
    return 5 + 90 * Math.min(1, Math.max(0, share));
  };
  return (
    <svg viewBox="0 0 100 14" width="72" height="10" aria-hidden="true" className="inline-block">
      <line x1={5} x2={95} y1={7} y2={7} className="stroke-line" />
      {reference === undefined ? null : (
        <line x1={x(reference)} x2={x(reference)} y1={0} y2={14} className="stroke-ink-3" />
      )}
      {interval ? (
        <line
          x1={x(interval[0])}
          x2={x(interval[1])}
          y1={7}
          y2={7}
          strokeWidth={2.5}
          className={classNames(strokeClass(hue))}
        />
      ) : null}
      {value === null ? null : <Mark shape={shape} x={x(value)} y={7} hue={hue} radius={4} />}
    </svg>
  );
}
