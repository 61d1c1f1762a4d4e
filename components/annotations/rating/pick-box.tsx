import { classNames } from "#components/ui/class-names.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";

const PICKED: Record<AgentSeat, string> = {
  1: "has-checked:border-agent-1 has-checked:bg-agent-1",
  2: "has-checked:border-agent-2 has-checked:bg-agent-2",
};

type Props = {
  turn: number;
  agent: AgentSeat;
  /** The agent's name, as short as the line allows. */
  name: string;
  isPicked: boolean;
  onPick(agent: AgentSeat, turn: number, isOn: boolean): void;
};

/** The box that makes a turn evidence for one agent: a native one of the rating form, under the look of a pill. */
export function PickBox({ turn, agent, name, isPicked, onPick }: Props) {
  return (
    <label
      className={classNames(
        "rating-pick relative inline-flex h-8 max-w-28 min-w-12 items-center justify-center gap-1 rounded-full border border-line px-2.5 text-xs text-ink-2 hover:border-line-strong hover:text-ink pointer-coarse:h-10 pointer-coarse:px-3",
        "has-checked:font-semibold has-checked:text-paper has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
        PICKED[agent],
      )}
    >
      <input
        type="checkbox"
        form="rating-form"
        id={`pick-${turn}-${agent}`}
        name={`evidence-${agent}`}
        value={turn}
        checked={isPicked}
        onChange={(event) => onPick(agent, turn, event.target.checked)}
        className="absolute inset-0 size-full cursor-pointer appearance-none opacity-0"
      />
      <svg
        viewBox="0 0 10 10"
        className="pointer-events-none size-2.5 shrink-0"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
      >
        <path d={isPicked ? "M1.5 5.4l2.3 2.3L8.6 2.6" : "M5 1.5v7M1.5 5h7"} strokeWidth="1.5" />
      </svg>
      <span className="pointer-events-none truncate">
        <span className="sr-only">Turn {turn} shows it for </span>
        <bdi>{name}</bdi>
      </span>
    </label>
  );
}
