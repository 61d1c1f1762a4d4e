import { isAppError } from "#lib/domain/shared/errors.ts";
import { endLateVisit } from "#lib/operations/visits/end-late-visit.ts";
import { getVisit } from "#lib/operations/visits/get-visit.ts";
import { resumeVisit } from "#lib/operations/visits/resume-visit.ts";
import { readVisitActor } from "#lib/web/annotator-cookie.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { whereNow } from "../require-visit.ts";
import { visitPaths } from "../visit-paths.ts";
import { seeOther } from "../visit-route.ts";

/**
 * Leads to where the visit stands: to the next one after it was left for too long, to its end where the study was closed
 * before its first item. It is the first address after the entry link, so a missing cookie shows here.
 */
export const GET = defineRoute({ auth: "none" }, async ({ request, params }) => {
  const entryToken = params.entryToken ?? "";
  const paths = visitPaths(entryToken);
  const actor = await readVisitActor(request, entryToken);
  if (!actor) return seeOther(paths.noEntry("cookies"));
  try {
    const visit = await getVisit(actor, {});
    if (!visit.mayResume && !visit.isTooLate) return seeOther(whereNow(visit, entryToken));
    await (visit.mayResume ? resumeVisit : endLateVisit)(actor, {});
    return seeOther(whereNow(await getVisit(actor, {}), entryToken));
  } catch (error) {
    if (isAppError(error) && error.code === "NOT_FOUND") return seeOther(paths.noEntry("visit"));
    throw error;
  }
});
