import { filterChangesOf, versionOf } from "#lib/domain/analysis/filter-changes.ts";
import { viewNameOf } from "#lib/domain/analysis/findings/views.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { getView } from "#lib/operations/analysis/findings/get-view.ts";
import { defineRoute } from "#lib/web/define-route.ts";

/**
 * `GET /api/v1/analyses/{analysisId}/views/{view}`: what one view finds, whole, however long its intervals take, with the
 * fingerprint of the question and the data. `version` and the filters are those of the pages. With `wait=no` it comes at
 * once, `isPending` while intervals are still being computed; with `ahead=yes` too they are not begun for it.
 */
export const GET = defineRoute({ auth: "user" }, async ({ actor, params, request }) => {
  const view = viewNameOf(params.view ?? "");
  if (!view) throw new AppError("NOT_FOUND", "There is no view of this name.");
  const read = (name: string) => request.nextUrl.searchParams.getAll(name);
  return getView(actor, {
    analysisId: params.analysisId ?? "",
    version: versionOf(read),
    changes: filterChangesOf(read),
    view,
    isWhole: !read("wait").includes("no"),
    isAhead: read("ahead").includes("yes"),
  });
});
