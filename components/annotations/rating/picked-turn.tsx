import { AGENT_TEXT } from "#components/episodes/agent-hue.ts";
import { renderAction } from "#components/episodes/turn-line.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { AgentSeat, Turn } from "#lib/domain/episodes/episode.ts";
import { PickBox } from "./pick-box.tsx";
import { SEATS } from "./rating-view.ts";

/**
 * One turn with two boxes, one for each agent, that make it evidence for the dimension in hand. The boxes are native
 * and belong to the rating form, so that they work by click, by Space and without JavaScript.
 */
export function PickedTurn({
  turn,
  names,
  short,
  isPicked,
  isShown,
  onPick,
}: {
  turn: Turn;
  names: Record<AgentSeat, string>;
  short: Record<AgentSeat, string>;
  isPicked: Record<AgentSeat, boolean>;
  /** The turn that a chip has just led to. */
  isShown: boolean;
  onPick(agent: AgentSeat, turn: number, isOn: boolean): void;
}) {
  return (
    <li
      id={`turn-${turn.number}`}
      data-turn={turn.number}
      className={classNames(
        "rating-turn scroll-mt-28 rounded-surface px-3 py-2.5 target:bg-accent-soft",
        isShown && "rating-turn-shown",
        (isPicked[1] || isPicked[2]) && "bg-sunken",
      )}
    >
      <div className="flex flex-wrap items-center gap-x-3">
        <span className="w-6 text-right text-xs text-ink-3 tabular-nums">
          <span className="sr-only">Turn </span>
          {turn.number}
        </span>
        <p className={classNames("min-w-0 flex-1 text-sm font-semibold", AGENT_TEXT[turn.agent])}>
          <bdi>{names[turn.agent]}</bdi>
        </p>
        <div className="-my-1 ml-auto flex gap-1.5">
          {SEATS.map((agent) => (
            <PickBox
              key={agent}
              turn={turn.number}
              agent={agent}
              name={short[agent]}
              isPicked={isPicked[agent]}
              onPick={onPick}
            />
          ))}
        </div>
      </div>
      <div className="pl-9">{renderAction(turn, names[turn.agent])}</div>
    </li>
  );
}
