import { filterChangesOf, versionOf } from "#lib/domain/analysis/filter-changes.ts";
import { getCellReasons } from "#lib/operations/analysis/findings/get-cell-reasons.ts";
import { defineRoute } from "#lib/web/define-route.ts";

/** `GET /api/v1/analyses/{analysisId}/reasons?dimension&item&agent`: what judge and people wrote about one cell. */
export const GET = defineRoute({ auth: "user" }, async ({ actor, params, request }) => {
  const read = (name: string) => request.nextUrl.searchParams.get(name);
  return getCellReasons(actor, {
    analysisId: params.analysisId ?? "",
    version: versionOf(read),
    changes: filterChangesOf((name) => request.nextUrl.searchParams.getAll(name)),
    dimension: read("dimension") ?? "",
    itemKey: read("item") ?? "",
    agent: read("agent"),
  });
});
