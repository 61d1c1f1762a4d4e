import { redirect } from "next/navigation";
import { cache } from "react";
import { annotationIssues } from "#lib/domain/annotations/completeness.ts";
import { type FieldIssue, isAppError } from "#lib/domain/shared/errors.ts";
import { type AssignmentView, getAssignment } from "#lib/operations/annotations/get-assignment.ts";
import { requireVisit, type VisitPage } from "../../require-visit.ts";

/** A page about one item: the visit around it and the item itself. */
export type AssignmentPage = VisitPage & { assignment: AssignmentView };

/** The annotator's own open item. Any other leads to where the visit stands, without a word on whether it exists. */
export const requireAssignment = cache(async (entryToken: string, assignmentId: string): Promise<AssignmentPage> => {
  const page = await requireVisit(entryToken, "rating");
  const assignment = await getAssignment(page.actor, { assignmentId }).catch((error: unknown) => {
    if (isAppError(error) && error.code === "NOT_FOUND") return null;
    throw error;
  });
  // A page that is not found is blank without JavaScript, and there is always a place to go on from.
  if (!assignment || assignment.state === "submitted" || assignment.state === "skipped") redirect(page.paths.start);
  return { ...page, assignment };
});

/** The same for whoever is to rate it: a conversation that cannot be shown whole leads to where it is given back. */
export async function requireReadable(entryToken: string, assignmentId: string): Promise<AssignmentPage> {
  const page = await requireAssignment(entryToken, assignmentId);
  if (page.assignment.isDamaged) redirect(page.paths.skip(assignmentId));
  return page;
}

/** What is still missing in an item before it may be submitted. */
export function missingIn({ episode, dimensions, annotation }: AssignmentView): FieldIssue[] {
  return annotationIssues(annotation.ratings, {
    dimensions,
    agentNames: [episode.agents[0].name, episode.agents[1].name],
    turnCount: episode.turns.length,
  });
}
