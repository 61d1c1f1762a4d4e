import type { AgentSeat } from "#lib/domain/episodes/episode.ts";

/** About this many characters make a reason that others can follow; a shorter one is noticed, never refused. */
const ENOUGH_CHARACTERS = 30;

/**
 * The reason for one score. The label repeats the chosen band; the counter is gentle and falls silent when there is
 * enough. `repeats` is a sentence when the same words stand elsewhere.
 */
export function RationaleField({
  agent,
  name,
  label,
  value,
  repeats,
  isLive,
  onText,
}: {
  agent: AgentSeat;
  name: string;
  label: string;
  value: string;
  repeats: string;
  isLive: boolean;
  onText(text: string): void;
}) {
  const id = `rationale-${agent}`;
  const length = value.trim().length;
  const isShort = length > 0 && length < ENOUGH_CHARACTERS;
  return (
    <div className="mt-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <label htmlFor={id} className="text-sm font-semibold">
          {label}
          <span className="sr-only"> {name}</span>
        </label>
        <p id={`${id}-hint`} className="text-xs text-ink-2 tabular-nums">
          {isLive && isShort ? `${length} of about ${ENOUGH_CHARACTERS} characters` : "One or two sentences"}
        </p>
      </div>
      <textarea
        id={id}
        name={id}
        value={value}
        onChange={(event) => onText(event.target.value)}
        rows={3}
        maxLength={4000}
        spellCheck
        aria-describedby={repeats ? `${id}-hint ${id}-note` : `${id}-hint`}
        className="mt-1 block field-sizing-content max-h-80 min-h-19 w-full rounded-control border border-line-strong bg-surface px-3 py-2 font-text text-lg leading-normal text-ink split:bg-paper"
      />
      {repeats ? (
        <p id={`${id}-note`} className="mt-1 text-sm font-semibold text-warn">
          {repeats}
        </p>
      ) : null}
    </div>
  );
}
