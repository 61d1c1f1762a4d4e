import { filterChangesOf, versionOf } from "#lib/domain/analysis/filter-changes.ts";
import { listDisagreements } from "#lib/operations/analysis/findings/list-disagreements.ts";
import { defineRoute } from "#lib/web/define-route.ts";

/**
 * `GET /api/v1/analyses/{analysisId}/disagreements?dimension[&policy][&direction][&offset]`: the cells where judge and people
 * lie furthest apart, fifty at a time; `direction` is `above` or `below` for the judge’s side, or `both`.
 */
export const GET = defineRoute({ auth: "user" }, async ({ actor, params, request }) => {
  const read = (name: string) => request.nextUrl.searchParams.get(name);
  return listDisagreements(actor, {
    analysisId: params.analysisId ?? "",
    version: versionOf(read),
    changes: filterChangesOf((name) => request.nextUrl.searchParams.getAll(name)),
    dimension: read("dimension") ?? "",
    policy: read("policy"),
    // What is no direction is refused by the operation.
    direction: (read("direction") ?? undefined) as "both" | undefined,
    offset: read("offset") ?? undefined,
  });
});
