import type { Metadata } from "next";
import { AcceptedShapes } from "#components/episodes/accepted-shapes.tsx";
import { ImportTable } from "#components/episodes/import-table.tsx";
import { JudgeVersionField } from "#components/episodes/judge-version-field.tsx";
import { ImportsSoFar } from "#components/imports/imports-so-far.tsx";
import { UploadForm } from "#components/imports/upload-form.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { formatInteger } from "#components/ui/format.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/domain/access/permissions.ts";
import { listImports } from "#lib/operations/imports/list-imports.ts";
import { uploadLimitBytes } from "#lib/operations/imports/upload-limit.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";

export const metadata: Metadata = { title: "Import episodes" };

/** Takes files in, and lists the imports so far. */
export default async function ImportPage({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const actor = await requireUser();
  const { before } = await searchParams;
  const { imports, next } = await orNotFound(
    listImports(actor, { before: typeof before === "string" ? before : undefined }),
  );
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
      {imports.length > 0 ? (
        <ImportsSoFar path="/episodes/import" imports={imports} before={before} next={next}>
          <ImportTable imports={imports} />
        </ImportsSoFar>
      ) : null}
      <div className="mt-10">
        <AcceptedShapes maxSize={`${formatInteger(uploadLimitBytes() / 1_048_576)} MB`} />
      </div>
    </>
  );
}
