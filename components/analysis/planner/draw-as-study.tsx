"use client";
import { ActionForm } from "#components/forms/action-form.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import { plural } from "#components/ui/format.ts";
import type { DimensionPlan } from "#lib/domain/analysis/findings/planner.ts";
import { useShownSearch } from "../live/live-view.tsx";

/** Who may make a study of what comes next, and how it is sent. */
export type DrawOffer = { analysisId: string; version: number; send: SendForm };

/** Makes a draft of a study from the items that come next, with their strata and chances. */
export function DrawAsStudy({ part, offer }: { part: DimensionPlan; offer: DrawOffer }) {
  const search = useShownSearch();
  const next = part.allocation.reduce((sum, row) => sum + row.next, 0);
  if (next === 0) return null;
  if (part.drawable === 0)
    return (
      <p className="mt-2 max-w-[75ch] text-sm text-ink-2">
        No study can be drawn from here: these items are known by their ratings alone. Import their episodes first.
      </p>
    );
  return (
    <div className="mt-3 flex flex-col gap-2 print:hidden">
      <ActionForm
        send={offer.send}
        fields={{
          analysisId: offer.analysisId,
          version: String(offer.version),
          dimension: part.dimension.key,
          filters: search.toString(),
        }}
        label="Draw these as a study"
        pendingLabel="Drawing…"
        variant="primary"
      />
      <p className="max-w-[75ch] text-sm text-ink-2">
        Makes a draft with {plural(Math.min(next, part.drawable), "item")} at most, one rating each; nobody sees it
        before you launch it. Each item keeps its stratum and its inclusion probability.
      </p>
    </div>
  );
}
