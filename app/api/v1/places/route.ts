import { findPlaces } from "#lib/operations/places/find-places.ts";
import { defineRoute } from "#lib/web/define-route.ts";

/** Studies and episodes by name: `?q=` holds what somebody typed. */
export const GET = defineRoute({ auth: "user" }, async ({ request, actor }) =>
  findPlaces(actor, { text: (request.nextUrl.searchParams.get("q") ?? "").replaceAll("\u0000", "").slice(0, 200) }),
);
