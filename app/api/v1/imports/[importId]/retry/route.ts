import { getImport } from "#lib/operations/imports/get-import.ts";
import { retryImport } from "#lib/operations/imports/retry-import.ts";
import { defineRoute } from "#lib/web/define-route.ts";

/** `POST /api/v1/imports/{importId}/retry`: queues a failed or canceled import again. */
export const POST = defineRoute({ auth: "user" }, async ({ actor, params }) => {
  const importId = params.importId ?? "";
  await retryImport(actor, { importId });
  return getImport(actor, { importId });
});
