import { isUnderWay } from "#components/imports/import-state.tsx";
import { ReportSection } from "#components/imports/report-section.tsx";
import { RatingImportReport } from "#components/ratings/rating-import-report.tsx";
import type { ShownRatingImport } from "#components/ratings/rating-import-words.ts";
import type { Actor } from "#lib/domain/access/actor.ts";
import {
  listRatingImportLines,
  RATING_REPORT_FILTERS,
  type RatingReportFilter,
} from "#lib/operations/rating-imports/list-rating-import-lines.ts";
import { placeInList } from "#lib/web/place-in-list.ts";

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
  const after = placeInList(query.after);
  const report = await listRatingImportLines(actor, { importId: row.id, outcome, after });
  const found = row.rowsDone === 0 ? "No record has been read yet." : "No record of this file came out like that.";
  return (
    <ReportSection
      here={`/ratings/${row.id}`}
      csvHref={`/api/v1/rating-imports/${row.id}/report.csv`}
      outcome={outcome}
      tabs={RATING_REPORT_FILTERS.map((key) => ({
        key,
        label: TABS[key].label,
        count: TABS[key].count?.(row) ?? null,
      }))}
      isGoingOn={isUnderWay(row.state)}
      after={after}
      next={report.next}
      empty={{ title: "Nothing to tell", text: `${found} Records that were taken whole have no line.` }}
    >
      {report.lines.length > 0 ? <RatingImportReport lines={report.lines} /> : null}
    </ReportSection>
  );
}
