import { getRatingImport } from "#lib/operations/rating-imports/get-rating-import.ts";
import { retryRatingImport } from "#lib/operations/rating-imports/retry-rating-import.ts";
import { defineRoute } from "#lib/web/define-route.ts";

/** `POST /api/v1/rating-imports/{importId}/retry`: lets a failed or stopped import go on after what was written. */
export const POST = defineRoute({ auth: "user" }, async ({ actor, params }) => {
  const importId = params.importId ?? "";
  await retryRatingImport(actor, { importId });
  return getRatingImport(actor, { importId });
});
