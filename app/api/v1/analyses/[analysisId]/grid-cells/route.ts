import { filterChangesOf, versionOf } from "#lib/domain/analysis/filter-changes.ts";
import { listBinCells } from "#lib/operations/analysis/findings/list-bin-cells.ts";
import { defineRoute } from "#lib/web/define-route.ts";

/**
 * `GET /api/v1/analyses/{analysisId}/grid-cells?dimension&judgeScore&humanScore[&policy][&offset]`: the cells behind one
 * field of the grid, fifty at a time. `judge` is a filter here as on the pages: the key of the judge that counts.
 */
export const GET = defineRoute({ auth: "user" }, async ({ actor, params, request }) => {
  const read = (name: string) => request.nextUrl.searchParams.get(name);
  return listBinCells(actor, {
    analysisId: params.analysisId ?? "",
    version: versionOf(read),
    changes: filterChangesOf((name) => request.nextUrl.searchParams.getAll(name)),
    dimension: read("dimension") ?? "",
    policy: read("policy"),
    judgeScore: read("judgeScore") ?? undefined,
    humanScore: read("humanScore") ?? undefined,
    offset: read("offset") ?? undefined,
  });
});
