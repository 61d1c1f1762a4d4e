import { ActionForm } from "#components/forms/action-form.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import { NO_VALUE } from "#components/ui/format.ts";
import type { AnnotatorRow } from "#lib/domain/studies/study-ratings.ts";

/** Whether somebody passed the pilot, and for those who may decide (`mark`) a button to say otherwise. */
export function PilotMark({ row, mark }: { row: AnnotatorRow; mark: SendForm | null }) {
  if (row.hasPassed === null) return <span className="text-ink-2">{NO_VALUE}</span>;
  const label = row.hasPassed ? `Not passed: ${row.pseudonym}` : `Passed: ${row.pseudonym}`;
  return (
    <div className="flex flex-col items-start gap-2">
      <span className={row.hasPassed ? "" : "font-medium text-warn"}>{row.hasPassed ? "Yes" : "No"}</span>
      {mark ? (
        <ActionForm
          send={mark}
          fields={{ annotatorId: row.id, isPassed: row.hasPassed ? "no" : "yes" }}
          label={label}
          size="sm"
        />
      ) : null}
    </div>
  );
}
