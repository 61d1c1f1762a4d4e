import { ActionForm } from "#components/forms/action-form.tsx";
import { ConfirmAction } from "#components/forms/confirm-action.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import type { StudyState } from "#lib/domain/studies/lifecycle.ts";

/** Stop, go on, end: what can be done to a launched study as a whole. Nothing for drafts and closed ones. */
export function StudyActions({
  studyId,
  state,
  pause,
  resume,
  close,
}: {
  studyId: string;
  state: StudyState;
  pause: SendForm;
  resume: SendForm;
  close: SendForm;
}) {
  if (state === "draft" || state === "closed") return null;
  const fields = { studyId };
  return (
    <>
      {state === "running" ? (
        <ActionForm send={pause} fields={fields} label="Stop handing out items" pendingLabel="Stopping…" />
      ) : (
        <ActionForm send={resume} fields={fields} label="Go on" pendingLabel="Starting…" variant="primary" />
      )}
      <ConfirmAction
        trigger="Close study"
        variant="danger"
        title="Close this study?"
        description="Nobody new is admitted, and people who are still reading are told that it is over. This cannot be undone. Work in hand may still be finished; it is kept, marked and paid."
        send={close}
        fields={fields}
        label="Close study"
        pendingLabel="Closing…"
      />
    </>
  );
}
