type Props = {
  /** Whose description it is; `seenByOther` is null where the record does not tell what could be seen. */
  agent: { name: string; background: string; seenByOther: string | null };
  /** Name of the one who could see it. */
  other: string;
};

/** What the other one could read about this agent before the first word. */
export function SeenByOther({ agent, other }: Props) {
  const seen = agent.seenByOther?.trim();
  if (agent.seenByOther === null) {
    return (
      <p className="mt-3 text-xs text-ink-2">
        The record does not tell what <bdi>{other}</bdi> could see.
      </p>
    );
  }
  if (!seen)
    return (
      <p className="mt-3 text-xs text-ink-2">
        <bdi>{other}</bdi> knew nothing about <bdi>{agent.name}</bdi> before.
      </p>
    );
  const isEverything = seen === agent.background.trim();
  return (
    <details className="mt-3">
      <summary className="text-xs text-ink-2 hover:text-ink">
        What <bdi>{other}</bdi> could see{isEverything ? ": all of the description above, not goal or secret" : ""}
      </summary>
      <p className="mt-1.5 border-line border-l-2 pl-3 text-sm whitespace-pre-wrap text-ink-2" dir="auto">
        {seen}
      </p>
    </details>
  );
}
