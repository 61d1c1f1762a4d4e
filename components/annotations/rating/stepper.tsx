import { classNames } from "#components/ui/class-names.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { goToDimension } from "./go.ts";
import type { StepState } from "./rating-view.ts";

const IN_WORDS: Record<StepState, string> = { done: "done", partial: "begun", open: "not begun" };

/**
 * The dimensions as steps that can be taken in any order. Each is a submit button, so that without JavaScript going
 * elsewhere saves what was typed. The mark inside says how far it is: a tick, half a disc, or the number alone.
 */
export function Stepper({
  dimensions,
  states,
  current,
}: {
  dimensions: readonly Pick<Dimension, "id" | "name">[];
  states: Readonly<Record<string, StepState>>;
  current: string;
}) {
  return (
    <nav aria-label="Dimensions">
      <ol className="flex gap-1">
        {dimensions.map((dimension, index) => {
          const state = states[dimension.id] ?? "open";
          const isCurrent = dimension.id === current;
          return (
            <li key={dimension.id} className="min-w-0 flex-1">
              <button
                type="submit"
                form="rating-form"
                name="go"
                value={goToDimension(dimension.id)}
                title={dimension.name}
                aria-current={isCurrent ? "step" : undefined}
                className={classNames(
                  "flex h-9 w-full items-center justify-center gap-1 border-t-4 text-xs tabular-nums hover:bg-sunken",
                  isCurrent && "border-accent font-semibold text-accent",
                  !isCurrent && state === "done" && "border-ink-3 text-ink-2",
                  !isCurrent && state !== "done" && "border-line text-ink-2",
                )}
              >
                <span aria-hidden="true">{index + 1}</span>
                <StepMark state={state} />
                <span className="sr-only">
                  {dimension.name}, step {index + 1} of {dimensions.length}, {IN_WORDS[state]}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function StepMark({ state }: { state: StepState }) {
  if (state === "open") return null;
  return (
    <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6">
      {state === "done" ? (
        <path d="M2 6.5l2.7 2.7L10 3.4" />
      ) : (
        <>
          <circle cx="6" cy="6" r="4" />
          <path d="M6 2a4 4 0 0 1 0 8z" fill="currentColor" stroke="none" />
        </>
      )}
    </svg>
  );
}
