import { RaterTable } from "#components/ratings/rater-table.tsx";
import { DimensionTable, ItemNotes, PolicyTable } from "#components/ratings/rating-summary.tsx";
import { formatInteger } from "#components/ui/format.ts";
import type { Actor } from "#lib/domain/access/actor.ts";
import { can } from "#lib/domain/access/permissions.ts";
import { getRatingSummary } from "#lib/operations/rating-imports/get-rating-summary.ts";
import { excludeRaterAction, includeRaterAction } from "../actions.ts";

/** Raters shown before the rest is folded away: a crowd may be hundreds. */
const SHOWN_RATERS = 30;

/** What came in with an import: by dimension, by policy, by rater. */
export async function ImportSummary({ actor, importId }: { actor: Actor; importId: string }) {
  const { items, dimensions, policies, raters, foreignScenarios } = await getRatingSummary(actor, { importId });
  const actions = can(actor, "ratings.exclude") ? { exclude: excludeRaterAction, include: includeRaterAction } : null;
  const [shown, folded] = [raters.slice(0, SHOWN_RATERS), raters.slice(SHOWN_RATERS)];
  return (
    <div className="mt-10 space-y-10">
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
