import { filterChangesOf, versionOf } from "#lib/domain/analysis/filter-changes.ts";
import { viewNameOf } from "#lib/domain/analysis/findings/views.ts";
import { viewTables } from "#lib/domain/analysis/tables/view-tables.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { getView } from "#lib/operations/analysis/findings/get-view.ts";
import { defineRoute } from "#lib/web/define-route.ts";

/**
 * `GET /api/v1/analyses/{analysisId}/views/{view}/tables`: one view, whole, as the tables of its page and of the bundle, over
 * all dimensions: each column with title, unit and decimals, each cell with its unrounded value and the words about it.
 */
export const GET = defineRoute({ auth: "user" }, async ({ actor, params, request }) => {
  const view = viewNameOf(params.view ?? "");
  if (!view) throw new AppError("NOT_FOUND", "There is no view of this name.");
  const read = (name: string) => request.nextUrl.searchParams.getAll(name);
  const { finding, fingerprint } = await getView(actor, {
    analysisId: params.analysisId ?? "",
    version: versionOf(read),
    changes: filterChangesOf(read),
    view,
    isWhole: true,
  });
  return { fingerprint, filters: finding.filters, tables: viewTables(view, finding) };
});
