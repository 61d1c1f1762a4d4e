import { listImportLines, type ReportFilter } from "#lib/operations/imports/list-import-lines.ts";
import { defineRoute } from "#lib/web/define-route.ts";

/** `GET /api/v1/imports/{importId}/lines?outcome=refused&after=0&limit=100`: the report in the order of the file. */
export const GET = defineRoute({ auth: "user" }, ({ request, actor, params }) => {
  const query = request.nextUrl.searchParams;
  return listImportLines(actor, {
    importId: params.importId ?? "",
    // The operation parses these and names what is wrong.
    outcome: (query.get("outcome") ?? "all") as ReportFilter,
    after: query.get("after") ?? 0,
    limit: query.get("limit") ?? 100,
  });
});
