import { classNames } from "#components/ui/class-names.ts";
import { formatInteger } from "#lib/domain/annotations/guidelines/format-integer.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { isTwoSided, scalePoints } from "#lib/domain/dimensions/scale.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import { hasLongNumbers, scaleColumns } from "../rating/scale-grid.ts";

const FILLED = [
  "bg-accent-soft font-semibold text-accent",
  "bg-agent-1 font-semibold text-paper",
  "bg-agent-2 font-semibold text-paper",
];

/** A scale drawn as a row of numbers, zero marked on two-sided ones, one number or a range filled. Only to look at. */
export function ScaleStrip({
  scale,
  from,
  to = from,
  given,
  agent,
  label,
}: {
  scale: Pick<Dimension, "min" | "max">;
  /** The filled part, both included; none when absent. */
  from?: number;
  to?: number;
  /** One number with a ring around it: what somebody gave. */
  given?: number;
  /** Fills in the hue of an agent, as the form does for a chosen score; else quietly, as for a range. */
  agent?: AgentSeat;
  /** What the drawing says, for those who cannot see it. */
  label: string;
}) {
  const points = scalePoints(scale);
  const hasTwoSides = isTwoSided(scale);
  return (
    <div
      role="img"
      aria-label={label}
      className={classNames("grid max-w-[36rem] gap-y-1 pl-px", scaleColumns(points.length))}
    >
      {points.map((point) => {
        const isFilled = from !== undefined && to !== undefined && point >= from && point <= to;
        return (
          <span
            key={point}
            aria-hidden="true"
            className={classNames(
              "rating-segment relative -ml-px grid h-9 place-items-center border border-line-strong tabular-nums first:rounded-l-control last:rounded-r-control",
              hasLongNumbers(scale) ? "text-xs sm:text-sm" : "text-sm",
              isFilled ? FILLED[agent ?? 0] : "bg-surface text-ink-2",
              hasTwoSides && point === 0 && "rating-zero",
              given === point && "z-10 outline-3 outline-offset-2 outline-accent",
            )}
          >
            {formatInteger(point)}
          </span>
        );
      })}
    </div>
  );
}
