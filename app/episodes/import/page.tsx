import type { Metadata } from "next";
import { AcceptedShapes } from "#components/episodes/accepted-shapes.tsx";
import { ImportTable } from "#components/episodes/import-table.tsx";
import { JudgeVersionField } from "#components/episodes/judge-version-field.tsx";
import { isUnderWay } from "#components/imports/import-state.tsx";
import { UploadForm } from "#components/imports/upload-form.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { formatInteger } from "#components/ui/format.ts";
import { LiveRefresh } from "#components/ui/live-refresh.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { can } from "#lib/domain/access/permissions.ts";
import { listImports } from "#lib/operations/imports/list-imports.ts";
import { uploadLimitBytes } from "#lib/operations/imports/upload-limit.ts";
import { requireUser } from "#lib/web/current-actor.ts";

export const metadata: Metadata = { title: "Import episodes" };

/** Takes files in, and lists the imports so far. */
export default async function ImportPage({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const actor = await requireUser();
  const { before } = await searchParams;
  const { imports, next } = await listImports(actor, { before: typeof before === "string" ? before : undefined });
  return (
    <>
      <PageHeader
        parent={{ href: "/episodes", label: "Episodes" }}
        title="Import episodes"
        facts="From files of SOTOPIA’s own shapes, checked record by record."
      />
      {can(actor, "episodes.import") ? (
        <UploadForm action="/api/v1/imports" onePage="/episodes/imports/{id}" manyPage="/episodes/import">
          <JudgeVersionField />
        </UploadForm>
      ) : (
        <Callout>Your role reads episodes. A researcher or an administrator imports them.</Callout>
      )}
      <div className="mt-10">
        <AcceptedShapes maxSize={`${formatInteger(uploadLimitBytes() / 1_048_576)} MB`} />
      </div>
      {imports.length > 0 ? (
        <section aria-labelledby="recent" className="mt-10">
          <h2 id="recent" className="mb-3 text-lg">
            {before ? "Earlier imports" : "Recent imports"}
          </h2>
          <ImportTable imports={imports} />
          <Pager
            firstHref={before ? "/episodes/import" : null}
            nextHref={next ? `/episodes/import?before=${encodeURIComponent(next)}` : null}
          />
        </section>
      ) : null}
      {imports.some((row) => isUnderWay(row.state)) ? <LiveRefresh seconds={3} /> : null}
    </>
  );
}
