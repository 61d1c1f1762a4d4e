import { finishGuidelines } from "#lib/operations/visits/finish-guidelines.ts";
import { defineVisitRoute, seeOther } from "../../visit-route.ts";

/** The guidelines were read for the first time. */
export const POST = defineVisitRoute(async ({ actor, paths }) => {
  await finishGuidelines(actor, {});
  return seeOther(paths.start);
});
