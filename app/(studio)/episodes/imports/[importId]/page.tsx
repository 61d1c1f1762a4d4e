import type { Metadata } from "next";
import { ConflictsOfFile } from "#components/episodes/conflicts-of-file.tsx";
import { EpisodesHereAlready } from "#components/episodes/episodes-of-file.tsx";
import { ImportConflicts } from "#components/episodes/import-conflicts.tsx";
import { ImportLive } from "#components/episodes/import-live.tsx";
import { ImportReport } from "#components/episodes/import-report.tsx";
import { isWhollyRefused, type ShownImport } from "#components/episodes/import-words.ts";
import { ActionForm } from "#components/forms/action-form.tsx";
import { ImportStateTag, isUnderWay } from "#components/imports/import-state.tsx";
import { ReportSection } from "#components/imports/report-section.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { formatBytes } from "#components/ui/format.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { can } from "#lib/domain/access/permissions.ts";
import { STOPPED_FILE_DAYS } from "#lib/domain/episodes/import/kept-files.ts";
import { getImport } from "#lib/operations/imports/get-import.ts";
import { listEarlierImports } from "#lib/operations/imports/list-earlier-imports.ts";
import { listImportConflicts } from "#lib/operations/imports/list-import-conflicts.ts";
import { listImportLines, REPORT_FILTERS, type ReportFilter } from "#lib/operations/imports/list-import-lines.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { placeInList } from "#lib/web/place-in-list.ts";
import { cancelImportAction, decideConflictsAction, retryImportAction } from "../../actions.ts";

export const metadata: Metadata = { title: "Import" };

type Props = {
  params: Promise<{ importId: string }>;
  searchParams: Promise<{ outcome?: string | string[]; after?: string | string[] }>;
};

const TABS: Record<ReportFilter, { label: string; count: (row: ShownImport) => number }> = {
  all: { label: "All", count: (row) => row.rowsDone },
  refused: { label: "Refused", count: (row) => row.refusedCount },
  conflict: { label: "Conflict", count: (row) => row.conflictCount },
  repaired: { label: "Repaired", count: (row) => row.repairedCount },
  accepted: { label: "Accepted", count: (row) => row.acceptedCount },
  unchanged: { label: "Unchanged", count: (row) => row.unchangedCount },
};

function isReportFilter(text: unknown): text is ReportFilter {
  return REPORT_FILTERS.some((filter) => filter === text);
}

/** One import: how far it is, and what became of every record. */
export default async function ImportPage({ params, searchParams }: Props) {
  const actor = await requireUser();
  const { importId } = await params;
  const query = await searchParams;
  const row = await orNotFound(getImport(actor, { importId }));
  const outcome = isReportFilter(query.outcome) ? query.outcome : row.refusedCount > 0 ? "refused" : "all";
  const after = placeInList(query.after);
  const isConflicts = outcome === "conflict";
  const [report, conflicts, earlier] = await Promise.all([
    isConflicts ? null : listImportLines(actor, { importId, outcome, after }),
    row.conflictCount > 0
      ? listImportConflicts(actor, { importId, ...(isConflicts ? { after } : { limit: 1 }) })
      : null,
    row.unchangedCount > 0 && !isUnderWay(row.state) ? listEarlierImports(actor, { importId }) : [],
  ]);
  const shown =
    row.acceptedCount + row.conflictCount > 0 ? importId : earlier.length === 1 ? earlier[0]?.importId : null;
  const decide = can(actor, "episodes.resolve") ? decideConflictsAction : undefined;
  return (
    <>
      <PageHeader
        parent={{ href: "/episodes/import", label: "Imports" }}
        title={row.fileName}
        facts={
          <span className="flex flex-wrap items-center gap-2">
            <ImportStateTag state={row.state} isRefused={isWhollyRefused(row)} />
            <span>
              {formatBytes(row.bytes)} · <RelativeTime at={row.createdAt} />
              {row.judgeVersion ? ` · version of its judge: ${row.judgeVersion}` : null}
            </span>
          </span>
        }
        actions={shown ? <ButtonLink href={`/episodes?import=${shown}`}>Show its episodes</ButtonLink> : undefined}
      />
      <div className="space-y-4">
        <ImportLive initial={row} address={`/api/v1/imports/${importId}`} />
        <EpisodesHereAlready earlier={earlier} />
        <ImportControls row={row} mayImport={can(actor, "episodes.import")} />
        {conflicts ? <ConflictsOfFile importId={importId} counts={conflicts.counts} decide={decide} /> : null}
      </div>
      <ReportSection
        here={`/episodes/imports/${importId}`}
        csvHref={`/api/v1/imports/${importId}/report.csv`}
        outcome={outcome}
        tabs={(Object.keys(TABS) as ReportFilter[]).map((key) => ({
          key,
          label: TABS[key].label,
          count: TABS[key].count(row),
        }))}
        isGoingOn={isUnderWay(row.state)}
        after={after}
        next={(report ?? conflicts)?.next ?? null}
        empty={{
          title: "Nothing here",
          text: row.rowsDone === 0 ? "No record has been read yet." : "No record of this file came out like that.",
        }}
      >
        {isConflicts && conflicts && conflicts.conflicts.length > 0 ? (
          <ImportConflicts importId={importId} conflicts={conflicts.conflicts} decide={decide} />
        ) : report && report.lines.length > 0 ? (
          <ImportReport lines={report.lines} />
        ) : null}
      </ReportSection>
    </>
  );
}

/** What can be done about an import in its state, and why it stopped. */
function ImportControls({ row, mayImport }: { row: ShownImport; mayImport: boolean }) {
  if (row.state === "failed") {
    return (
      <Callout tone="bad" title="The import stopped">
        <p>{row.error}</p>
        {mayImport && row.canRetry ? (
          <div className="mt-3">
            <ActionForm inRow size="sm" send={retryImportAction} fields={{ importId: row.id }} label="Try again" />
          </div>
        ) : null}
        <FileKept canRetry={row.canRetry} />
      </Callout>
    );
  }
  if (!mayImport) return null;
  if (isUnderWay(row.state)) {
    return (
      <ActionForm inRow size="sm" send={cancelImportAction} fields={{ importId: row.id }} label="Stop this import" />
    );
  }
  if (row.state !== "canceled") return null;
  return (
    <>
      {row.canRetry ? (
        <ActionForm inRow size="sm" send={retryImportAction} fields={{ importId: row.id }} label="Go on with it" />
      ) : null}
      <FileKept canRetry={row.canRetry} />
    </>
  );
}

/** How long an import that stopped can still be gone on with. */
function FileKept({ canRetry }: { canRetry: boolean }) {
  return (
    <p className="mt-2 text-sm text-ink-2">
      {canRetry
        ? `The file is kept for ${STOPPED_FILE_DAYS} days after it stopped.`
        : "The file is not kept any more. Import it again to go on: what is here already is recognized."}
    </p>
  );
}
