import { finishPractice } from "#lib/operations/visits/finish-practice.ts";
import { defineVisitRoute, seeOther } from "../../../visit-route.ts";

/** Leaves the practice for the conversations. */
export const POST = defineVisitRoute(async ({ actor, form, paths }) => {
  const finished = await finishPractice(actor, {});
  return form ? seeOther(paths.start) : finished;
});
