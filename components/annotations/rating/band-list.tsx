import { classNames } from "#components/ui/class-names.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { scalePoints } from "#lib/domain/dimensions/scale.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import { bandRange } from "./rating-view.ts";
import { bandColumns, bandSpan, ONE_ROW } from "./scale-grid.ts";

const HIT: Record<AgentSeat, string> = {
  1: "border-agent-1 text-agent-1 font-semibold",
  2: "border-agent-2 text-agent-2 font-semibold",
};

/**
 * The names of a scale's bands: right below their integers where there is room, as a short list with numbers where
 * there is not. `score` marks the band that was chosen, in the hue of the agent.
 */
export function BandList({
  id,
  scale,
  score,
  agent,
}: {
  id: string;
  scale: Pick<Dimension, "min" | "max" | "bands">;
  score: number | null;
  agent: AgentSeat;
}) {
  const count = scalePoints(scale).length;
  const isAligned = count <= ONE_ROW;
  return (
    <ul
      id={id}
      className={classNames("mt-1.5 grid grid-cols-2 gap-x-1.5 gap-y-1 text-xs text-ink-2", bandColumns(count))}
    >
      {scale.bands.map((band) => (
        <li
          key={band.from}
          className={classNames(
            "border-t-2 pt-1 pr-1 leading-snug",
            bandSpan(band.to - band.from + 1, count),
            score !== null && score >= band.from && score <= band.to ? HIT[agent] : "border-line",
          )}
        >
          <span className={classNames("tabular-nums", isAligned && "@md:sr-only")}>{bandRange(band)}: </span>
          {band.name}
        </li>
      ))}
    </ul>
  );
}
