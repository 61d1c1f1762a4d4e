import { buttonClasses } from "#components/ui/button-classes.ts";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { TextArea } from "#components/ui/field.tsx";
import type { SkipReason } from "#lib/domain/annotations/skip-reasons.ts";

const MISSING = "Choose a reason.";

/** The reason that is given for whoever gets a damaged conversation. */
const DAMAGED_REASON: SkipReason = "broken_text";

/**
 * Why a conversation is given back: a reason from the list and a note if one likes. One that `isDamaged` cannot be gone
 * back to, and its reason is known.
 */
export function SkipForm({
  action,
  assignmentId,
  back,
  reasons,
  isDamaged,
  isReasonMissing,
}: {
  action: string;
  assignmentId: string;
  back: string;
  reasons: readonly { id: string; label: string }[];
  isDamaged: boolean;
  isReasonMissing: boolean;
}) {
  return (
    <>
      {isReasonMissing ? (
        <div className="mb-6">
          <ErrorSummary items={[{ message: MISSING, href: `#reason-${reasons[0]?.id}` }]} />
        </div>
      ) : null}
      <SkipHead isDamaged={isDamaged} />
      <form method="post" action={action} className="mt-6">
        <input type="hidden" name="assignmentId" value={assignmentId} />
        {isDamaged ? (
          <input type="hidden" name="reason" value={DAMAGED_REASON} />
        ) : (
          <Reasons reasons={reasons} isMissing={isReasonMissing} />
        )}
        <div className="mt-5">
          <label htmlFor="note" className="text-sm font-semibold">
            A note for the researchers <span className="font-normal text-ink-2">(optional)</span>
          </label>
          <TextArea id="note" name="note" rows={3} maxLength={1000} className="mt-1.5" />
        </div>
        <div className="mt-6 flex flex-wrap gap-3">
          {isDamaged ? null : (
            <a className={buttonClasses("secondary")} href={back}>
              Keep rating it
            </a>
          )}
          <button type="submit" className={buttonClasses("primary")}>
            {isDamaged ? "Give it back" : "Skip it"}
          </button>
        </div>
      </form>
    </>
  );
}

function SkipHead({ isDamaged }: { isDamaged: boolean }) {
  return isDamaged ? (
    <>
      <h1 className="text-2xl">This conversation cannot be shown</h1>
      <p className="prose-text mt-3">
        Something is wrong with how it is stored here, and nothing that you did. Give it back, and you get another one
        if there is one; whoever runs the study sees why. What you have written so far is kept but does not count.
      </p>
    </>
  ) : (
    <>
      <h1 className="text-2xl">Skip this conversation</h1>
      <p className="prose-text mt-3">
        Somebody else will get it, and you get another one if there is one. What you have written so far is kept but
        does not count. You cannot come back to it.
      </p>
    </>
  );
}

function Reasons({ reasons, isMissing }: { reasons: readonly { id: string; label: string }[]; isMissing: boolean }) {
  return (
    <fieldset aria-describedby={isMissing ? "reason-error" : undefined}>
      <legend className="text-base font-semibold">Why do you skip it?</legend>
      {isMissing ? (
        <p id="reason-error" className="mt-1 text-sm font-semibold text-bad">
          {MISSING}
        </p>
      ) : null}
      <div className="mt-2 space-y-1">
        {reasons.map(({ id, label }) => (
          <label
            key={id}
            htmlFor={`reason-${id}`}
            className="-mx-2 flex min-h-10 items-center gap-3 rounded-control px-2 hover:bg-sunken"
          >
            <input
              id={`reason-${id}`}
              type="radio"
              name="reason"
              value={id}
              className="size-5 shrink-0 accent-accent"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
