import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { AgentSeat, Turn } from "#lib/domain/episodes/episode.ts";
import { AGENT_TEXT } from "./agent-hue.ts";

/** What a turn is called where its number alone would not do. */
export function renderAction(turn: Turn, name: string): ReactNode {
  switch (turn.type) {
    case "speak":
      return (
        <p className="mt-0.5 font-text text-lg whitespace-pre-wrap">
          “<bdi>{turn.text}</bdi>”
        </p>
      );
    case "non-verbal communication":
      return (
        <p className="mt-0.5 font-text text-lg text-ink-2 italic whitespace-pre-wrap">
          <span className="sr-only">Non-verbal: </span>
          <bdi>{turn.text}</bdi>
        </p>
      );
    case "action":
      return (
        <p className="mt-0.5 font-text text-lg text-ink-2 italic whitespace-pre-wrap">
          <span aria-hidden="true" className="mr-1.5 not-italic">
            ▸
          </span>
          <span className="sr-only">Action: </span>
          <bdi>{turn.text}</bdi>
        </p>
      );
    case "leave":
      return (
        <p className="mt-1 flex items-center gap-3 text-sm text-ink-2 before:h-px before:w-6 before:bg-line-strong after:h-px after:flex-1 after:bg-line-strong">
          <span>
            <bdi>{name}</bdi> left the conversation
          </span>
        </p>
      );
    case "none":
      return <p className="mt-0.5 text-sm text-ink-3">did nothing</p>;
  }
}

/**
 * One turn of a transcript: number, speaker in the agent's hue, and the words drawn by kind of action: speech in serif
 * quotes, body language in italics, a physical action in italics behind a mark, leaving as a rule across.
 * `side` takes a control (picking evidence) and `isMarked` shows that the turn is cited.
 */
export function TurnLine({
  turn,
  names,
  side,
  isMarked = false,
  id,
}: {
  turn: Turn;
  names: Record<AgentSeat, string>;
  side?: ReactNode;
  isMarked?: boolean;
  id?: string;
}) {
  const name = names[turn.agent];
  return (
    <li
      id={id}
      className={classNames(
        "grid grid-cols-[2rem_minmax(0,1fr)_auto] items-start gap-x-3 rounded-control px-2 py-2.5 target:bg-accent-soft",
        isMarked && "bg-accent-soft",
      )}
    >
      <span className="pt-0.5 text-right text-xs text-ink-3 tabular-nums">
        <span className="sr-only">Turn </span>
        {turn.number}
      </span>
      <div className="min-w-0">
        <p className={classNames("text-xs font-semibold", AGENT_TEXT[turn.agent])}>
          <bdi>{name}</bdi>
        </p>
        {renderAction(turn, name)}
      </div>
      {side ?? <span />}
    </li>
  );
}
