import { decideConsent } from "#lib/operations/visits/decide-consent.ts";
import { defineVisitRoute, seeOther } from "../../visit-route.ts";

/** Takes part, or not. Taking part needs the tick; declining needs nothing. */
export const POST = defineVisitRoute(async ({ actor, form, paths }) => {
  const isAccepting = form?.get("decision") === "accept";
  if (isAccepting && form?.get("agree") !== "yes") return seeOther(`${paths.consent}?problem=tick`);
  if (!isAccepting && form?.get("decision") !== "decline") return seeOther(paths.consent);
  await decideConsent(actor, { accepted: isAccepting });
  return seeOther(paths.start);
});
