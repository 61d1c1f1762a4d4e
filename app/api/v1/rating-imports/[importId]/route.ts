import { deleteRatingImport } from "#lib/operations/rating-imports/delete-rating-import.ts";
import { getRatingImport } from "#lib/operations/rating-imports/get-rating-import.ts";
import { defineRoute } from "#lib/web/define-route.ts";

/** `GET /api/v1/rating-imports/{importId}`: state, counts, speed, time left, and the mapping. */
export const GET = defineRoute({ auth: "user" }, ({ actor, params }) =>
  getRatingImport(actor, { importId: params.importId ?? "" }),
);

/** `DELETE /api/v1/rating-imports/{importId}`: takes the import back with all its ratings. */
export const DELETE = defineRoute({ auth: "user" }, ({ actor, params }) =>
  deleteRatingImport(actor, { importId: params.importId ?? "" }),
);
