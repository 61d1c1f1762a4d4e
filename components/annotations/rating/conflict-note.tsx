import { buttonClasses } from "#components/ui/button-classes.ts";
import type { DraftConflict } from "#lib/domain/annotations/merge-drafts.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { scoreInWords } from "./rating-view.ts";

/** What another tab or device saved in the same place, beside what is typed here: both stay readable until somebody chooses. */
export function ConflictNote({
  conflicts,
  dimension,
  onSettle,
}: {
  conflicts: readonly DraftConflict[];
  dimension: Dimension;
  onSettle(conflict: DraftConflict, take: boolean): void;
}) {
  const settle = (conflict: DraftConflict, take: boolean) => {
    onSettle(conflict, take);
    // The note goes away with its buttons, so the focus goes to what it was about.
    fieldOf(conflict)?.focus();
  };
  return conflicts.map((conflict) => (
    <div key={conflict.field} className="mt-3 rounded-surface border border-warn bg-warn-soft px-3 py-2.5 text-sm">
      <p className="font-semibold">Changed in another tab</p>
      {conflict.field === "score" ? (
        <p className="mt-1">
          There you chose {conflict.theirs === null ? "no score" : scoreInWords(conflict.theirs, dimension)}.
        </p>
      ) : (
        <>
          <p className="mt-1">There you wrote:</p>
          <blockquote className="mt-1 border-line-strong border-l-2 pl-3 font-text text-base whitespace-pre-wrap">
            {conflict.theirs}
          </blockquote>
        </>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        <button type="button" className={buttonClasses("secondary", "sm")} onClick={() => settle(conflict, false)}>
          Keep what is here
        </button>
        <button type="button" className={buttonClasses("secondary", "sm")} onClick={() => settle(conflict, true)}>
          Take the other
        </button>
      </div>
    </div>
  ));
}

function fieldOf({ agent, field }: DraftConflict): HTMLElement | null {
  if (field === "rationale") return document.getElementById(`rationale-${agent}`);
  const name = `input[name="score-${agent}"]`;
  return document.querySelector<HTMLElement>(`${name}:checked`) ?? document.querySelector<HTMLElement>(name);
}
