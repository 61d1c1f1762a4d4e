import { exportImportLines } from "#lib/operations/imports/export-import-lines.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { downloadResponse } from "#lib/web/download.ts";

/** `GET /api/v1/imports/{importId}/report.csv`: the whole report as a table, streamed. */
export const GET = defineRoute({ auth: "user" }, async ({ actor, params }) =>
  downloadResponse(await exportImportLines(actor, { importId: params.importId ?? "" })),
);
