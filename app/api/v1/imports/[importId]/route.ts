import { getImport } from "#lib/operations/imports/get-import.ts";
import { defineRoute } from "#lib/web/define-route.ts";

/** `GET /api/v1/imports/{importId}`: state, counts, speed and time left. */
export const GET = defineRoute({ auth: "user" }, ({ actor, params }) =>
  getImport(actor, { importId: params.importId ?? "" }),
);
