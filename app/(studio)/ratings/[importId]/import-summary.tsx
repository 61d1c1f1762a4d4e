import { ConfirmAction } from "#components/forms/confirm-action.tsx";
import { OverlapNote } from "#components/ratings/overlap-note.tsx";
import { RaterTable } from "#components/ratings/rater-table.tsx";
import { DimensionTable, ItemNotes, PolicyTable } from "#components/ratings/rating-summary.tsx";
import { formatInteger } from "#components/ui/format.ts";
import type { Actor } from "#lib/domain/access/actor.ts";
import { can } from "#lib/domain/access/permissions.ts";
import { type ImportOverlap, superfluousImport } from "#lib/domain/rating-imports/import-overlap.ts";
import { getRatingSummary } from "#lib/operations/rating-imports/get-rating-summary.ts";
import type { RatingImportView } from "#lib/operations/rating-imports/rating-import-view.ts";
import { deleteRatingImportAction, excludeRaterAction, includeRaterAction } from "../actions.ts";

/** Raters shown before the rest is folded away: a crowd may be hundreds. */
const SHOWN_RATERS = 30;

/** What came in with an import: what is elsewhere as well, then by dimension, by policy, by rater. */
export async function ImportSummary({ actor, row }: { actor: Actor; row: RatingImportView }) {
  const summary = await getRatingSummary(actor, { importId: row.id });
  const { items, dimensions, policies, raters, foreignScenarios, overlaps } = summary;
  const actions = can(actor, "ratings.exclude") ? { exclude: excludeRaterAction, include: includeRaterAction } : null;
  const [shown, folded] = [raters.slice(0, SHOWN_RATERS), raters.slice(SHOWN_RATERS)];
  return (
    <div className="mt-10 space-y-10">
      {overlaps.length > 0 ? (
        <div className="-mt-4 space-y-4">
          {overlaps.map((overlap) => (
            <OverlapNote
              key={overlap.importId}
              overlap={overlap}
              ratingCount={row.ratingCount}
              remove={can(actor, "ratings.import") ? <RemoveSuperfluous row={row} overlap={overlap} /> : null}
            />
          ))}
        </div>
      ) : null}
      <section aria-labelledby="dimensions">
        <h2 id="dimensions" className="mb-3 text-lg">
          What came in
        </h2>
        <ItemNotes items={items} foreignScenarios={foreignScenarios} />
        <div className="mt-4">
          <DimensionTable dimensions={dimensions} />
        </div>
      </section>
      <section aria-labelledby="policies">
        <h2 id="policies" className="mb-3 text-lg">
          Policies
        </h2>
        <PolicyTable policies={policies} />
      </section>
      <section aria-labelledby="raters">
        <h2 id="raters" className="mb-3 text-lg">
          Raters
        </h2>
        <RaterTable raters={shown} actions={actions} />
        {folded.length > 0 ? (
          <details className="mt-3 text-sm">
            <summary className="w-fit text-ink-2">{formatInteger(folded.length)} more</summary>
            <div className="mt-2">
              <RaterTable raters={folded} actions={actions} />
            </div>
          </details>
        ) : null}
      </section>
    </div>
  );
}

/** Deletes the one of two imports that may go. */
function RemoveSuperfluous({ row, overlap }: { row: RatingImportView; overlap: ImportOverlap }) {
  const isThis = superfluousImport(overlap, row.ratingCount).which === "this";
  return (
    <ConfirmAction
      trigger={isThis ? "Delete this one" : "Delete the other one"}
      title={isThis ? `Delete this import of ${row.fileName}?` : `Delete the other import, ${overlap.fileName}?`}
      description="All its ratings go, with its report and with what was said of its raters. The other of the two stays. Analyses that read the deleted one lose its ratings."
      send={deleteRatingImportAction}
      fields={{ importId: isThis ? row.id : overlap.importId }}
      label="Delete import and ratings"
      pendingLabel="Deleting…"
    />
  );
}
