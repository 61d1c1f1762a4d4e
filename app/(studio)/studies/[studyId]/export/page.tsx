import type { Metadata } from "next";
import { ExportList } from "#components/studies/export-list.tsx";
import { getExportOffer } from "#lib/operations/exports/get-export-offer.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";

export const metadata: Metadata = { title: "Export" };

/** What can be taken away from one study. */
export default async function StudyExportPage({ params }: { params: Promise<{ studyId: string }> }) {
  const { studyId } = await params;
  const offer = await orNotFound(getExportOffer(await requireUser(), { studyId }));
  return <ExportList {...offer} />;
}
