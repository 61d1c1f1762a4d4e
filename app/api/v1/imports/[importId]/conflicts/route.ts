import { z } from "zod";
import { type Decision, decideConflicts } from "#lib/operations/imports/decide-conflicts.ts";
import { listImportConflicts } from "#lib/operations/imports/list-import-conflicts.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { readJson } from "#lib/web/read-json.ts";

/** `GET /api/v1/imports/{importId}/conflicts?after=0&limit=50`: what differs and where each stands, in the order of the file. */
export const GET = defineRoute({ auth: "user" }, ({ request, actor, params }) => {
  const query = request.nextUrl.searchParams;
  return listImportConflicts(actor, {
    importId: params.importId ?? "",
    after: query.get("after") ?? 0,
    limit: query.get("limit") ?? 50,
  });
});

/** `POST /api/v1/imports/{importId}/conflicts`: decides those of the records in the body, or of the whole file without any. */
export const POST = defineRoute({ auth: "user" }, async ({ request, actor, params }) => {
  // The operation reads what is in the body, after it has looked at who asks.
  const decision = await readJson(request, z.record(z.string(), z.unknown()));
  return decideConflicts(actor, { ...(decision as Decision), importId: params.importId ?? "" });
});
