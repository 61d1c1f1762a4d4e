import type { ExportFormat } from "#lib/domain/studies/export/formats.ts";
import { openStudyExport } from "#lib/operations/exports/open-study-export.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { downloadResponse } from "#lib/web/download.ts";

/** `GET /api/v1/studies/{studyId}/exports/{format}`: the submitted annotations of a study as one file, streamed. */
export const GET = defineRoute({ auth: "user" }, async ({ actor, params }) => {
  // The operation parses the format and answers with the list of those that exist.
  const format = params.format as ExportFormat;
  return downloadResponse(await openStudyExport(actor, { studyId: params.studyId ?? "", format }));
});
