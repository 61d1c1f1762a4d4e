"use client";
// Drawn as one piece: a picture that is streamed in parts carries inline styles, which the content policy refuses.
import { formatInteger } from "#components/ui/format.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";

const FILL: Record<AgentSeat, string> = { 1: "fill-agent-1", 2: "fill-agent-2" };
const BAR = 14;
const GAP = 2;
const HEIGHT = 36;

/**
 * How often each score was given, as bars on the scale: lowest score left, a hairline where nothing was given, both ends
 * and zero written below. The same numbers stand in the table under it; the picture is described in words.
 */
export function HistogramStrip({
  counts,
  agent,
  label,
  tallest,
}: {
  counts: readonly { score: number; count: number }[];
  agent: AgentSeat;
  label: string;
  /** Count that takes the whole height, so that strips beside each other compare. */
  tallest: number;
}) {
  const width = counts.length * (BAR + GAP) - GAP;
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT + 12}`}
      width={width}
      height={HEIGHT + 12}
      role="img"
      aria-label={label}
      className="max-w-full"
    >
      {counts.map(({ score, count }, index) => {
        const height = tallest > 0 ? (count / tallest) * (HEIGHT - 1) : 0;
        const x = index * (BAR + GAP);
        return (
          <g key={score}>
            <title>{`${formatInteger(score)}: ${formatInteger(count)}`}</title>
            <rect x={x} y={HEIGHT - 1} width={BAR} height={1} className="fill-line-strong" />
            <rect x={x} y={HEIGHT - 1 - height} width={BAR} height={height} className={FILL[agent]} />
            {isMarked(score, index, counts.length) ? (
              <text
                x={labelPlace(index, counts.length, x)}
                y={HEIGHT + 11}
                textAnchor={index === 0 ? "start" : index === counts.length - 1 ? "end" : "middle"}
                fontSize="10"
                className="fill-ink-2 tabular-nums"
              >
                {formatInteger(score)}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}

/** The ends of the scale are written inward, so that no number is cut off. */
function labelPlace(index: number, length: number, x: number): number {
  if (index === 0) return x;
  return index === length - 1 ? x + BAR : x + BAR / 2;
}

/** Both ends and zero carry their number; more would not fit. */
function isMarked(score: number, index: number, length: number): boolean {
  return index === 0 || index === length - 1 || score === 0;
}
