import type { Metadata } from "next";
import { ConfirmAction } from "#components/forms/confirm-action.tsx";
import { ImportStateTag } from "#components/imports/import-state.tsx";
import { isWhollyRefused, SHAPE_WORDS } from "#components/ratings/rating-import-words.ts";
import { RepeatNote } from "#components/ratings/repeat-note.tsx";
import { formatBytes } from "#components/ui/format.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { can } from "#lib/domain/access/permissions.ts";
import { getRatingImport } from "#lib/operations/rating-imports/get-rating-import.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { deleteRatingImportAction } from "../actions.ts";
import { ImportProgress } from "./import-progress.tsx";
import { ImportReport } from "./import-report.tsx";
import { ImportSummary } from "./import-summary.tsx";
import { WaitingTable } from "./waiting-table.tsx";

export const metadata: Metadata = { title: "Import of ratings" };

type Props = {
  params: Promise<{ importId: string }>;
  searchParams: Promise<{ outcome?: string | string[]; after?: string | string[]; repeat?: string | string[] }>;
};

/** One import of ratings: what its columns mean while it waits, how far it is, what came in, and the report. */
export default async function RatingImportPage({ params, searchParams }: Props) {
  const actor = await requireUser();
  const { importId } = await params;
  const row = await orNotFound(getRatingImport(actor, { importId }));
  const query = await searchParams;
  const mayImport = can(actor, "ratings.import");
  const isAtRest = row.state !== "queued" && row.state !== "running";
  return (
    <>
      <PageHeader
        parent={{ href: "/ratings", label: "Ratings" }}
        title={row.fileName}
        facts={
          <span className="flex flex-wrap items-center gap-2">
            <ImportStateTag state={row.state} isRefused={isWhollyRefused(row)} />
            <span>
              {SHAPE_WORDS[row.shape] ?? row.shape} · {formatBytes(row.bytes)} · <RelativeTime at={row.createdAt} />
            </span>
          </span>
        }
        actions={
          mayImport && isAtRest ? (
            <ConfirmAction
              trigger="Delete this import"
              title="Delete this import?"
              description="All ratings that came in with it go, with its report and with what was said of its raters. Analyses that read it lose them. The file can be imported again."
              send={deleteRatingImportAction}
              fields={{ importId }}
              label="Delete import and ratings"
              pendingLabel="Deleting…"
            />
          ) : undefined
        }
      />
      {typeof query.repeat === "string" && query.repeat !== "" ? <RepeatNote sent={query.repeat} row={row} /> : null}
      {row.state === "mapping" ? (
        <WaitingTable actor={actor} importId={importId} mayImport={mayImport} />
      ) : (
        <>
          <ImportProgress row={row} mayImport={mayImport} />
          {row.ratingCount > 0 ? <ImportSummary actor={actor} row={row} /> : null}
          <ImportReport actor={actor} row={row} query={query} />
        </>
      )}
    </>
  );
}
