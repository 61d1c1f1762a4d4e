import { exportRatingLines } from "#lib/operations/rating-imports/export-rating-lines.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { downloadResponse } from "#lib/web/download.ts";

/** `GET /api/v1/rating-imports/{importId}/report.csv`: the whole report as a table, streamed. */
export const GET = defineRoute({ auth: "user" }, async ({ actor, params }) =>
  downloadResponse(await exportRatingLines(actor, { importId: params.importId ?? "" })),
);
