import { ActionForm } from "#components/forms/action-form.tsx";
import { isUnderWay } from "#components/imports/import-state.tsx";
import { RatingImportLive } from "#components/ratings/rating-import-live.tsx";
import type { ShownRatingImport } from "#components/ratings/rating-import-words.ts";
import { Callout } from "#components/ui/callout.tsx";
import { cancelRatingImportAction, retryRatingImportAction } from "../actions.ts";

/** How far an import is, what there is to say about its file as a whole, and what can be done about it. */
export function ImportProgress({ row, mayImport }: { row: ShownRatingImport; mayImport: boolean }) {
  return (
    <div className="space-y-4">
      <RatingImportLive initial={row} address={`/api/v1/rating-imports/${row.id}`} />
      {row.notes.map((note) => (
        <Callout key={note.code} tone="note">
          {note.message}
        </Callout>
      ))}
      {row.state === "failed" ? (
        <Callout tone="bad" title="The import stopped">
          <p>{row.error}</p>
        </Callout>
      ) : null}
      {mayImport && row.canRetry ? (
        <ActionForm
          inRow
          size="sm"
          send={retryRatingImportAction}
          fields={{ importId: row.id }}
          label="Go on with it"
        />
      ) : null}
      {mayImport && isUnderWay(row.state) ? (
        <ActionForm
          inRow
          size="sm"
          send={cancelRatingImportAction}
          fields={{ importId: row.id }}
          label="Stop this import"
        />
      ) : null}
    </div>
  );
}
