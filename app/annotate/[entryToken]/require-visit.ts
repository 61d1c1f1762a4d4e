import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { isAppError } from "#lib/domain/shared/errors.ts";
import type { Stage } from "#lib/domain/studies/outcomes.ts";
import { getVisit, type VisitView } from "#lib/operations/visits/get-visit.ts";
import { type AnnotatorActor, readVisitActor } from "#lib/web/annotator-cookie.ts";
import { visitPaths } from "./visit-paths.ts";

/** A page of a visit knows who is there, how the visit stands, and all its addresses. */
export type VisitPage = { actor: AnnotatorActor; visit: VisitView; paths: ReturnType<typeof visitPaths> };

/**
 * The visit that this browser is in; without one, the page that says what to do. With `stages`, somebody whose visit
 * stands elsewhere is sent to where they are; so is somebody who was away so long that it has ended, and somebody who is
 * still reading in a study that was closed.
 */
export const requireVisit = cache(async (entryToken: string, stages?: string): Promise<VisitPage> => {
  const paths = visitPaths(entryToken);
  const actor = await readVisitActor(await cookies(), entryToken);
  if (!actor) redirect(paths.noEntry("visit"));
  const visit = await getVisit(actor, {}).catch((error: unknown) => {
    if (isAppError(error) && error.code === "NOT_FOUND") return null;
    throw error;
  });
  if (!visit) redirect(paths.noEntry("visit"));
  if (visit.mayResume || visit.isTooLate) redirect(paths.start);
  if (stages && !stages.split(" ").includes(visit.stage)) redirect(whereNow(visit, entryToken));
  return { actor, visit, paths };
});

/** The address of the page on which a visit stands. */
export function whereNow(visit: Pick<VisitView, "stage" | "currentAssignmentId">, entryToken: string): string {
  const paths = visitPaths(entryToken);
  const pages: Record<Stage, string> = {
    consent: paths.consent,
    guidelines: paths.guidelines,
    check: paths.check,
    practice: paths.practice,
    rating: visit.currentAssignmentId ? paths.rate(visit.currentAssignmentId) : paths.next,
    ended: paths.end,
  };
  return pages[visit.stage];
}
