import type { ShownRatingImport } from "#components/ratings/rating-import-words.ts";
import { RatingReport } from "#components/ratings/rating-report.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatInteger } from "#components/ui/format.ts";
import { Pager } from "#components/ui/pager.tsx";
import { TabsNav } from "#components/ui/tabs-nav.tsx";
import type { Actor } from "#lib/domain/access/actor.ts";
import {
  listRatingImportLines,
  RATING_REPORT_FILTERS,
  type RatingReportFilter,
} from "#lib/operations/rating-imports/list-rating-import-lines.ts";

const TABS: Record<RatingReportFilter, { label: string; count: ((row: ShownRatingImport) => number) | null }> = {
  all: { label: "Everything to tell", count: null },
  refused: { label: "Refused", count: (row) => row.refusedCount },
  partly: { label: "Taken in part", count: (row) => row.partlyCount },
  duplicate: { label: "Repeated", count: (row) => row.duplicateCount },
  accepted: { label: "With a remark", count: null },
  blank: { label: "Blank", count: (row) => row.blankCount },
};

function isFilter(text: unknown): text is RatingReportFilter {
  return RATING_REPORT_FILTERS.some((filter) => filter === text);
}

/** The report of an import: the records of which there is something to say. */
export async function ImportReport({
  actor,
  row,
  query,
}: {
  actor: Actor;
  row: ShownRatingImport;
  query: { outcome?: string | string[]; after?: string | string[] };
}) {
  const outcome = isFilter(query.outcome) ? query.outcome : "all";
  const after = /^\d{1,9}$/.test(String(query.after)) ? Number(query.after) : 0;
  const report = await listRatingImportLines(actor, { importId: row.id, outcome, after });
  const here = `/ratings/${row.id}`;
  return (
    <section aria-labelledby="report" className="mt-10">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="report" className="text-lg">
          Report
        </h2>
        <a href={`/api/v1/rating-imports/${row.id}/report.csv`} className="link text-sm" download>
          Download the whole report as CSV
        </a>
      </div>
      <TabsNav
        label="Part of the report"
        current={`${here}?outcome=${outcome}`}
        tabs={RATING_REPORT_FILTERS.map((key) => {
          const count = TABS[key].count?.(row);
          const tab = { href: `${here}?outcome=${key}`, label: TABS[key].label };
          return count === undefined ? tab : { ...tab, count: formatInteger(count) };
        })}
      />
      {report.lines.length > 0 ? (
        <RatingReport rows={report.lines} />
      ) : (
        <EmptyState title="Nothing to tell">
          <p>
            {row.rowsDone === 0 ? "No record has been read yet." : "No record of this file came out like that."} Records
            that were taken whole have no line.
          </p>
        </EmptyState>
      )}
      <Pager
        firstHref={after > 0 ? `${here}?outcome=${outcome}` : null}
        nextHref={report.next ? `${here}?outcome=${outcome}&after=${report.next}` : null}
      />
    </section>
  );
}
