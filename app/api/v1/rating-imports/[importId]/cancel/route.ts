import { cancelRatingImport } from "#lib/operations/rating-imports/cancel-rating-import.ts";
import { getRatingImport } from "#lib/operations/rating-imports/get-rating-import.ts";
import { defineRoute } from "#lib/web/define-route.ts";

/** `POST /api/v1/rating-imports/{importId}/cancel`: stops the import after the batch in hand; what was written stays. */
export const POST = defineRoute({ auth: "user" }, async ({ actor, params }) => {
  const importId = params.importId ?? "";
  await cancelRatingImport(actor, { importId });
  return getRatingImport(actor, { importId });
});
