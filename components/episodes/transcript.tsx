import type { AgentSeat, Turn } from "#lib/domain/episodes/episode.ts";
import { TurnLine } from "./turn-line.tsx";

/** A whole dialogue, read only. `marked` are turn numbers that something on the page cites; each turn has the id `turn-N`. */
export function Transcript({
  turns,
  names,
  marked = [],
}: {
  turns: readonly Turn[];
  names: Record<AgentSeat, string>;
  marked?: readonly number[];
}) {
  if (turns.length === 0) return <p className="text-ink-2">Nobody said or did anything in this episode.</p>;
  return (
    <ol aria-label="Transcript" className="max-w-[72ch]">
      {turns.map((turn) => (
        <TurnLine
          key={turn.number}
          id={`turn-${turn.number}`}
          turn={turn}
          names={names}
          isMarked={marked.includes(turn.number)}
        />
      ))}
    </ol>
  );
}
