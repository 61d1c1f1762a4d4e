import { extendLease } from "#lib/operations/annotations/extend-lease.ts";
import { secondsUntil } from "../../seconds-until.ts";
import { defineVisitRoute, seeOther } from "../../visit-route.ts";

/** Gives somebody more time for the conversation in hand. */
export const POST = defineVisitRoute(async ({ actor, form, json, paths }) => {
  const input = form ? { assignmentId: String(form.get("assignmentId") ?? "") } : json;
  const extended = await extendLease(actor, input as Parameters<typeof extendLease>[1]);
  if (form) return seeOther(paths.start);
  return { ...extended, leaseSecondsLeft: secondsUntil(extended.leaseUntil) };
});
