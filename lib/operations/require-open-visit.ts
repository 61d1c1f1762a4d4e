import { AppError } from "#lib/domain/shared/errors.ts";
import { type AnnotatorStanding, findStanding } from "#lib/store/annotators.ts";
import { findStudyFacts, type StudyFacts } from "#lib/store/study-facts.ts";
import { resumeVisit } from "#lib/store/visits.ts";

/** A study and where one of its annotators stands. */
export type StandingInStudy = { facts: StudyFacts; standing: AnnotatorStanding };

/**
 * Reads where an annotator stands, for a step that only an open visit may take. A step of somebody whose visit was recorded
 * as abandoned opens the next one.
 * Throws `NOT_FOUND` for a visit that is gone and `CONFLICT` for one that has ended.
 */
export async function requireOpenVisit(actor: {
  annotatorId: string;
  visitId: string;
  studyId: string;
}): Promise<StandingInStudy> {
  const [facts, standing] = await Promise.all([
    findStudyFacts(actor.studyId),
    findStanding(actor.annotatorId, actor.visitId),
  ]);
  if (!facts || !standing) {
    throw new AppError("NOT_FOUND", "This visit is not known here. Open the study again by the link you were given.");
  }
  if (standing.outcome !== null) throw visitEnded();
  if (standing.visitOutcome === "abandoned") await resumeVisit(actor.annotatorId);
  else if (standing.visitOutcome !== null) throw visitEnded();
  return { facts, standing };
}

/** The `CONFLICT` for a step in a visit that has ended. */
function visitEnded(): AppError {
  return new AppError(
    "CONFLICT",
    "This visit has ended. Everything you submitted is kept. There is nothing more to do.",
  );
}

/** The `CONFLICT` for a step that comes later than where the annotator stands. */
export function tooEarly(what: string): AppError {
  return new AppError("CONFLICT", `${what} Nothing was lost. Go on from where you were.`);
}
