import { classNames } from "#components/ui/class-names.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";

const CHIP: Record<AgentSeat, string> = {
  1: "border-agent-1 bg-agent-1-soft text-agent-1",
  2: "border-agent-2 bg-agent-2-soft text-agent-2",
};

/**
 * The turns that were picked for one agent, as chips that lead back to the turn, each with a button that takes it
 * away (only with JavaScript; without it the boxes beside the turns do the same). `firstTurn` is where picking starts.
 */
export function EvidenceRow({
  agent,
  name,
  evidence,
  firstTurn,
  isAlive,
  onShow,
  onRemove,
}: {
  agent: AgentSeat;
  name: string;
  evidence: readonly number[];
  firstTurn: number | undefined;
  isAlive: boolean;
  onShow(turn: number, isPicking: boolean): void;
  onRemove(turn: number): void;
}) {
  return (
    <div className="mt-3 flex min-h-9 flex-wrap items-center gap-2" id={`evidence-${agent}`}>
      <span className="text-sm text-ink-2">Shown by</span>
      {evidence.map((turn) => (
        <span
          key={turn}
          className={classNames("inline-flex h-9 items-center rounded-full border text-sm", CHIP[agent])}
        >
          <a
            href={`#turn-${turn}`}
            onClick={(event) => {
              event.preventDefault();
              onShow(turn, false);
            }}
            className={classNames(
              "flex h-full items-center pl-3 font-medium underline-offset-2 hover:underline",
              isAlive ? "pr-1" : "pr-3",
            )}
          >
            turn {turn}
          </a>
          {isAlive ? (
            <button
              type="button"
              onClick={() => {
                onRemove(turn);
                // The button goes away with its chip, so the focus goes where another turn is picked.
                document.getElementById(`pick-for-${agent}`)?.focus();
              }}
              aria-label={`Remove turn ${turn} for ${name}`}
              className="grid h-full w-8 place-items-center rounded-full hover:bg-surface"
            >
              <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
                <path d="M2.5 2.5l7 7m0-7l-7 7" stroke="currentColor" strokeWidth="1.5" fill="none" />
              </svg>
            </button>
          ) : null}
        </span>
      ))}
      {firstTurn === undefined ? null : (
        <a
          id={`pick-for-${agent}`}
          href={`#turn-${firstTurn}`}
          onClick={(event) => {
            event.preventDefault();
            onShow(firstTurn, true);
          }}
          className="link inline-flex h-9 items-center text-sm"
        >
          {evidence.length === 0 ? "Pick a turn in the conversation" : "Pick another"}
          <span className="sr-only">
            {" "}
            for <bdi>{name}</bdi>
          </span>
        </a>
      )}
    </div>
  );
}
