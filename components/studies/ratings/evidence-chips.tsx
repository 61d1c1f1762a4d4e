import type { AgentSeat, Turn } from "#lib/domain/episodes/episode.ts";

const TONE: Record<AgentSeat, string> = {
  1: "border-agent-1/50 text-agent-1",
  2: "border-agent-2/50 text-agent-2",
};

/** The turns that a rating cites, as links that show each in the transcript; the words stand in the tooltip. */
export function EvidenceChips({
  evidence,
  turns,
  agent,
}: {
  evidence: readonly number[];
  turns: readonly Turn[];
  agent: AgentSeat;
}) {
  if (evidence.length === 0) return null;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {evidence.map((number) => (
        <a
          key={number}
          href={`#turn-${number}`}
          title={turns.find((turn) => turn.number === number)?.text.slice(0, 200)}
          className={`inline-flex h-6 items-center rounded-full border bg-surface px-2 text-xs hover:bg-sunken ${TONE[agent]}`}
        >
          turn {number}
        </a>
      ))}
    </span>
  );
}
