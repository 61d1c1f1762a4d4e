import { classNames } from "#components/ui/class-names.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";

/** About this many characters make a reason that others can follow; a shorter one is noticed, never refused. */
const ENOUGH_CHARACTERS = 30;

/** The browser takes no more than this, and cuts what is pasted. */
const MOST_CHARACTERS = 4000;

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
  isAlive,
  onText,
}: {
  agent: AgentSeat;
  name: string;
  label: string;
  value: string;
  repeats: string;
  isAlive: boolean;
  onText(text: string): void;
}) {
  const id = `rationale-${agent}`;
  const length = value.trim().length;
  const isShort = length > 0 && length < ENOUGH_CHARACTERS;
  const isFull = value.length >= MOST_CHARACTERS;
  const hint = isFull
    ? "4,000 characters, the most that is kept; look at the end of your text"
    : isAlive && isShort
      ? `${length} of about ${ENOUGH_CHARACTERS} characters`
      : "One or two sentences";
  return (
    <div className="mt-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <label htmlFor={id} className="text-sm font-semibold">
          {label}
          <span className="sr-only">
            {" "}
            <bdi>{name}</bdi>
          </span>
        </label>
        <p
          id={`${id}-hint`}
          className={classNames("text-xs tabular-nums", isFull ? "font-semibold text-warn" : "text-ink-2")}
        >
          {hint}
        </p>
      </div>
      <textarea
        id={id}
        name={id}
        value={value}
        onChange={(event) => onText(event.target.value)}
        rows={3}
        maxLength={MOST_CHARACTERS}
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
