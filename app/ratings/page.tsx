import type { Metadata } from "next";
import Link from "next/link";
import { isUnderWay } from "#components/imports/import-state.tsx";
import { UploadForm } from "#components/imports/upload-form.tsx";
import { AcceptedRatings } from "#components/ratings/accepted-ratings.tsx";
import { RatingImportTable } from "#components/ratings/rating-import-table.tsx";
import { UploadFields } from "#components/ratings/upload-fields.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatInteger } from "#components/ui/format.ts";
import { LiveRefresh } from "#components/ui/live-refresh.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { can } from "#lib/domain/access/permissions.ts";
import { uploadLimitBytes } from "#lib/operations/imports/upload-limit.ts";
import { listRatingImports } from "#lib/operations/rating-imports/list-rating-imports.ts";
import { requireUser } from "#lib/web/current-actor.ts";

export const metadata: Metadata = { title: "Ratings" };

/** Takes files of ratings in, and lists those that came so far. */
export default async function RatingsPage({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const actor = await requireUser();
  const { before } = await searchParams;
  const { imports, next } = await listRatingImports(actor, { before: typeof before === "string" ? before : undefined });
  const mayImport = can(actor, "ratings.import");
  return (
    <>
      <PageHeader
        title="Ratings"
        facts="What people and judges said of episodes outside this app. Ratings of studies and of imported episodes are here without being imported."
      />
      {mayImport ? (
        <section aria-labelledby="upload">
          <h2 id="upload" className="mb-3 text-lg">
            Import ratings
          </h2>
          <UploadForm
            action="/api/v1/rating-imports"
            onePage="/ratings/{id}"
            manyPage="/ratings"
            help="CSV, JSON or JSON Lines, one or several files. Nothing is changed in what you already have."
            failureHelp={
              <>
                Files of episodes, scenarios and agents are taken in under{" "}
                <Link href="/episodes/import" className="link">
                  Episodes › Import
                </Link>
                .
              </>
            }
            accept=".csv,.tsv,.json,.jsonl,.ndjson,.txt,text/csv,application/json"
          >
            <UploadFields />
          </UploadForm>
        </section>
      ) : (
        <Callout>Your role reads ratings. A researcher or an administrator imports them.</Callout>
      )}
      {imports.length > 0 ? (
        <section aria-labelledby="imports" className="mt-10">
          <h2 id="imports" className="mb-3 text-lg">
            {before ? "Earlier imports" : "Imports"}
          </h2>
          <RatingImportTable imports={imports} />
          <Pager
            firstHref={before ? "/ratings" : null}
            nextHref={next ? `/ratings?before=${encodeURIComponent(next)}` : null}
          />
        </section>
      ) : (
        <div className="mt-10">
          <EmptyState title="No ratings from outside yet">
            <p>Import a file of human ratings or of a judge’s scores, and they can be compared with each other.</p>
          </EmptyState>
        </div>
      )}
      <div className="mt-10">
        <AcceptedRatings maxSize={`${formatInteger(uploadLimitBytes() / 1_048_576)} MB`} />
      </div>
      {imports.some((row) => isUnderWay(row.state)) ? <LiveRefresh seconds={3} /> : null}
    </>
  );
}
