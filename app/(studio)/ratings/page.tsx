import type { Metadata } from "next";
import { ImportsSoFar } from "#components/imports/imports-so-far.tsx";
import { UploadForm } from "#components/imports/upload-form.tsx";
import { AcceptedRatings } from "#components/ratings/accepted-ratings.tsx";
import { RatingImportTable } from "#components/ratings/rating-import-table.tsx";
import { UploadFields } from "#components/ratings/upload-fields.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatInteger } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/domain/access/permissions.ts";
import { uploadLimitBytes } from "#lib/operations/imports/upload-limit.ts";
import { listRatingImports } from "#lib/operations/rating-imports/list-rating-imports.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";

export const metadata: Metadata = { title: "Ratings" };

/** Takes files of ratings in, and lists those that came so far. */
export default async function RatingsPage({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const actor = await requireUser();
  const { before } = await searchParams;
  const { imports, next } = await orNotFound(
    listRatingImports(actor, { before: typeof before === "string" ? before : undefined }),
  );
  const mayImport = can(actor, "ratings.import");
  return (
    <>
      <PageHeader
        title="Ratings"
        actions={<ButtonLink href="/ratings/judges">Judges and their versions</ButtonLink>}
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
        <ImportsSoFar path="/ratings" imports={imports} before={before} next={next}>
          <RatingImportTable imports={imports} />
        </ImportsSoFar>
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
    </>
  );
}
