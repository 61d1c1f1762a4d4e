import { MappingForm } from "#components/ratings/mapping-form.tsx";
import { MappingPreview } from "#components/ratings/mapping-preview.tsx";
import { isSureMapping } from "#components/ratings/mapping-words.ts";
import { Callout } from "#components/ui/callout.tsx";
import type { Actor } from "#lib/domain/access/actor.ts";
import { previewRatingMapping } from "#lib/operations/rating-imports/preview-rating-mapping.ts";
import { mapRatingsAction } from "../actions.ts";

/** A table that waits for somebody to say what its columns mean: the proposal, and what would come of it. */
export async function WaitingTable({
  actor,
  importId,
  mayImport,
}: {
  actor: Actor;
  importId: string;
  mayImport: boolean;
}) {
  if (!mayImport) return <Callout>A researcher is yet to say what the columns of this table mean.</Callout>;
  const { mapping, preview } = await previewRatingMapping(actor, { importId });
  return (
    <div className="space-y-10">
      <p className="max-w-[70ch]">
        This is how the columns look. Set right what is wrong, look at what comes of it, then import. Nothing has been
        imported yet.
      </p>
      <MappingPreview preview={preview} />
      {/* A new proposal is a new form: what it opens with comes from the server. */}
      <MappingForm
        key={JSON.stringify(mapping)}
        importId={importId}
        mapping={mapping}
        columns={preview.columns}
        isSure={mapping.table !== null && isSureMapping(mapping.table, preview)}
        send={mapRatingsAction}
      />
    </div>
  );
}
