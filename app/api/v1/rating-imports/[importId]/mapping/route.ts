import { ratingMappingSchema } from "#lib/domain/rating-imports/rating-mapping.ts";
import { confirmRatingMapping } from "#lib/operations/rating-imports/confirm-rating-mapping.ts";
import { previewRatingMapping } from "#lib/operations/rating-imports/preview-rating-mapping.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { readJson } from "#lib/web/read-json.ts";

/** `GET /api/v1/rating-imports/{importId}/mapping`: the proposal for a waiting table, and what it makes of the first rows. */
export const GET = defineRoute({ auth: "user" }, ({ actor, params }) =>
  previewRatingMapping(actor, { importId: params.importId ?? "" }),
);

/** `POST /api/v1/rating-imports/{importId}/mapping`: takes the mapping in the body and queues the import. */
export const POST = defineRoute({ auth: "user" }, async ({ request, actor, params }) => {
  const mapping = await readJson(request, ratingMappingSchema);
  return confirmRatingMapping(actor, { importId: params.importId ?? "", mapping });
});
