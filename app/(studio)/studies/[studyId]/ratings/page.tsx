import { Distributions } from "#components/studies/ratings/distributions.tsx";
import { RatingsTable } from "#components/studies/ratings/ratings-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { getDimensionDistributions } from "#lib/operations/study-ratings/get-dimension-distributions.ts";
import { listStudyRatings } from "#lib/operations/study-ratings/list-study-ratings.ts";
import { placeInList } from "#lib/web/place-in-list.ts";
import { loadStudy, type StudyParams } from "../study.ts";

export const metadata = { title: "Ratings" };

/** How scores are spread, and every item with its annotators side by side. */
export default async function StudyRatingsPage({
  params,
  searchParams,
}: StudyParams & { searchParams: Promise<{ after?: string }> }) {
  const { actor, study } = await loadStudy((await params).studyId);
  const after = placeInList((await searchParams).after);
  const [{ items, next }, distributions] = await Promise.all([
    listStudyRatings(actor, { studyId: study.id, after }),
    getDimensionDistributions(actor, { studyId: study.id }),
  ]);
  const base = `/studies/${study.id}/ratings`;
  if (items.length === 0 && after === 0) {
    return (
      <EmptyState title="No ratings yet">
        <p>Ratings appear here as soon as an annotator submits an item. Drafts stay with their annotator until then.</p>
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-10">
      {after === 0 ? (
        <section>
          <h2 className="mb-1 text-lg">How scores are spread</h2>
          <p className="mb-3 text-sm text-ink-2">Submitted annotations that are not excluded.</p>
          <Distributions distributions={distributions} dimensions={study.design.dimensions} />
        </section>
      ) : null}
      <section>
        <h2 className="mb-3 text-lg">Item by item</h2>
        <RatingsTable studyId={study.id} items={items} dimensions={study.design.dimensions} />
        <Pager firstHref={after > 0 ? base : null} nextHref={next === null ? null : `${base}?after=${next}`} />
      </section>
    </div>
  );
}
