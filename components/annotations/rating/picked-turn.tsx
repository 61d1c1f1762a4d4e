import { AGENT_TEXT } from "#components/episodes/agent-hue.ts";
import { renderAction } from "#components/episodes/turn-line.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { AgentSeat, Turn } from "#lib/domain/episodes/episode.ts";
import { SEATS } from "./rating-view.ts";

const BOX: Record<AgentSeat, string> = {
  1: "has-checked:border-agent-1 has-checked:bg-agent-1",
  2: "has-checked:border-agent-2 has-checked:bg-agent-2",
};

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
            <label
              key={agent}
              className={classNames(
                "rating-pick relative inline-flex h-8 max-w-28 min-w-12 items-center justify-center gap-1 rounded-full border border-line px-2.5 text-xs text-ink-2 hover:border-line-strong hover:text-ink pointer-coarse:h-10 pointer-coarse:px-3",
                "has-checked:font-semibold has-checked:text-paper has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
                BOX[agent],
              )}
            >
              <input
                type="checkbox"
                form="rating-form"
                id={`pick-${turn.number}-${agent}`}
                name={`evidence-${agent}`}
                value={turn.number}
                checked={isPicked[agent]}
                onChange={(event) => onPick(agent, turn.number, event.target.checked)}
                className="absolute inset-0 size-full cursor-pointer appearance-none opacity-0"
              />
              <svg
                viewBox="0 0 10 10"
                className="pointer-events-none size-2.5 shrink-0"
                aria-hidden="true"
                fill="none"
                stroke="currentColor"
              >
                <path d={isPicked[agent] ? "M1.5 5.4l2.3 2.3L8.6 2.6" : "M5 1.5v7M1.5 5h7"} strokeWidth="1.5" />
              </svg>
              <span className="pointer-events-none truncate">
                <span className="sr-only">Turn {turn.number} shows it for </span>
                <bdi>{short[agent]}</bdi>
              </span>
            </label>
          ))}
        </div>
      </div>
      <div className="pl-9">{renderAction(turn, names[turn.agent])}</div>
    </li>
  );
}
