import {
  listRatingImportLines,
  type RatingReportFilter,
} from "#lib/operations/rating-imports/list-rating-import-lines.ts";
import { defineRoute } from "#lib/web/define-route.ts";

/** `GET /api/v1/rating-imports/{importId}/lines?outcome=refused&after=0&limit=100`: the report in the order of the file. */
export const GET = defineRoute({ auth: "user" }, ({ request, actor, params }) => {
  const query = request.nextUrl.searchParams;
  return listRatingImportLines(actor, {
    importId: params.importId ?? "",
    // The operation parses these and names what is wrong.
    outcome: (query.get("outcome") ?? "all") as RatingReportFilter,
    after: query.get("after") ?? 0,
    limit: query.get("limit") ?? 100,
  });
});
