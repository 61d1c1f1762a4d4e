import { cancelImport } from "#lib/operations/imports/cancel-import.ts";
import { getImport } from "#lib/operations/imports/get-import.ts";
import { defineRoute } from "#lib/web/define-route.ts";

/** `POST /api/v1/imports/{importId}/cancel`: stops the import after the batch in hand; what was written stays. */
export const POST = defineRoute({ auth: "user" }, async ({ actor, params }) => {
  const importId = params.importId ?? "";
  await cancelImport(actor, { importId });
  return getImport(actor, { importId });
});
