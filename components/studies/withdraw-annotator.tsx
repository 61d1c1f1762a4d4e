import { ConfirmAction } from "#components/forms/confirm-action.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import { plural } from "#components/ui/format.ts";
import type { AnnotatorRow } from "#lib/domain/studies/study-ratings.ts";

/** Deletes an annotator's ratings on their request, after a dialog that says what goes and what stays. */
export function WithdrawAnnotator({ row, withdraw }: { row: AnnotatorRow; withdraw: SendForm }) {
  return (
    <ConfirmAction
      trigger="Delete on request"
      variant="danger"
      isQuiet
      title={`Delete everything that ${row.pseudonym} gave?`}
      description={
        <>
          For somebody who asks for it, as the consent text promises. {plural(row.submitted, "submitted annotation")}{" "}
          and every draft go for good: scores, reasons, cited turns, earlier versions, practice, check answers and
          working times by dimension. Their places open again, and all counts change. Kept are the pseudonym, the
          outcome, when they came and when each item was given and handed in, so that pay can be shown. If their visit
          is still open, it ends. Files that were exported before still hold the ratings: make them anew.
        </>
      }
      send={withdraw}
      fields={{ annotatorId: row.id }}
      label={`Delete the ratings of ${row.pseudonym}`}
      pendingLabel="Deleting…"
    />
  );
}
