import { openPanelIdentitiesExport } from "#lib/operations/exports/open-panel-identities-export.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { downloadResponse } from "#lib/web/download.ts";

/** `GET /api/v1/studies/{studyId}/panel-identities`: what the panel calls the annotators; administrators only. */
export const GET = defineRoute({ auth: "user" }, async ({ actor, params }) =>
  downloadResponse(await openPanelIdentitiesExport(actor, { studyId: params.studyId ?? "" })),
);
