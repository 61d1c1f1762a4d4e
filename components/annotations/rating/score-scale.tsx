import { classNames } from "#components/ui/class-names.ts";
import { formatInteger } from "#lib/domain/annotations/guidelines/format-integer.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { isTwoSided, scalePoints } from "#lib/domain/dimensions/scale.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import { scoreInWords } from "./rating-view.ts";
import { hasLongNumbers, scaleColumns } from "./scale-grid.ts";

const CHOSEN: Record<AgentSeat, string> = {
  1: "has-checked:border-agent-1 has-checked:bg-agent-1 hover:bg-agent-1-soft",
  2: "has-checked:border-agent-2 has-checked:bg-agent-2 hover:bg-agent-2-soft",
};

/**
 * A segmented row of native radio buttons, one for every integer, none chosen beforehand. Each is named with its band
 * ("−3, worse"); zero is marked on scales with two sides.
 */
export function ScoreScale({
  agent,
  dimension,
  score,
  onScore,
}: {
  agent: AgentSeat;
  dimension: Dimension;
  score: number | null;
  onScore(score: number): void;
}) {
  const points = scalePoints(dimension);
  const hasTwoSides = isTwoSided(dimension);
  const size = hasLongNumbers(dimension) ? "text-xs @xs:text-sm @sm:text-base" : "text-base";
  return (
    <div className={classNames("grid gap-y-1 pl-px", scaleColumns(points.length))}>
      {points.map((point) => (
        <label
          key={point}
          className={classNames(
            "rating-segment relative -ml-px grid h-11 min-w-0 place-items-center border border-line-strong bg-surface font-semibold tabular-nums",
            "first:rounded-l-control last:rounded-r-control has-checked:z-10 has-checked:text-paper has-focus-visible:z-20 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-checked:hover:brightness-105",
            size,
            CHOSEN[agent],
            hasTwoSides && point === 0 && "rating-zero",
          )}
        >
          <input
            type="radio"
            id={`score-${agent}-${point}`}
            name={`score-${agent}`}
            value={point}
            checked={score === point}
            onChange={() => onScore(point)}
            aria-label={scoreInWords(point, dimension)}
            className="absolute inset-0 size-full cursor-pointer appearance-none opacity-0"
          />
          <span aria-hidden="true" className="pointer-events-none">
            {formatInteger(point)}
          </span>
        </label>
      ))}
    </div>
  );
}
