import { filterChangesOf, versionOf } from "#lib/domain/analysis/filter-changes.ts";
import { openAnalysisBundle } from "#lib/operations/analysis/findings/open-analysis-bundle.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { downloadResponse } from "#lib/web/download.ts";

/** `GET /api/v1/analyses/{analysisId}/bundle`: every table, the methods paragraph and the settings as one archive. */
export const GET = defineRoute({ auth: "user" }, async ({ actor, params, request }) => {
  const read = (name: string) => request.nextUrl.searchParams.get(name);
  return downloadResponse(
    await openAnalysisBundle(actor, {
      analysisId: params.analysisId ?? "",
      version: versionOf(read),
      changes: filterChangesOf((name) => request.nextUrl.searchParams.getAll(name)),
    }),
  );
});
