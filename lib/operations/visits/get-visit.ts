import { z } from "zod";
import { requireAnnotator } from "#lib/domain/access/annotator-actor.ts";
import { CHECK_TRIES } from "#lib/domain/annotations/guidelines/grade-check.ts";
import { draftChangesSchema, type RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import type { PanelKind } from "#lib/domain/studies/design.ts";
import { returnUrl, type Stage, tellsOfWithdrawal, type VisitEnding } from "#lib/domain/studies/outcomes.ts";
import { defineOperation } from "#lib/operations/define-operation.ts";
import { findStudyFacts, type StudyFacts } from "#lib/store/study-facts.ts";
import { findVisit, type VisitStanding } from "#lib/store/visits.ts";

/** What an annotator may know of the study: not its name, nothing about its items, its policies or anybody else. */
export type VisitStudy = {
  entryToken: string;
  minutesPerItem: number;
  itemsPerAnnotator: number;
  hasPractice: boolean;
  guidelinesVersion: string;
  dimensions: Dimension[];
  consentText: string;
  consentVersion: string;
  contact: string;
  isDesktopOnly: boolean;
  rewardMinor: number | null;
  currency: string;
  panelKind: PanelKind;
};

/** One visit as its annotator sees it. `ending` is there only once an outcome is stored, and with it the code. */
export type VisitView = {
  study: VisitStudy;
  stage: Stage;
  ending: VisitEnding | null;
  /** The visit was recorded as abandoned, and the person may go on in a new one (see `resumeVisit`). */
  mayResume: boolean;
  /** The study was closed before anything was given to them, and there will be nothing to rate (see `endLateVisit`). */
  isTooLate: boolean;
  progress: { submitted: number; total: number };
  currentAssignmentId: string | null;
  /** They have saved ratings of a conversation whose hold ran out, and get it back as their next one. */
  hasBegunWork: boolean;
  checkTriesLeft: number;
  hasPracticed: boolean;
  /** What the annotator gave the practice episode so far. */
  practice: RatingDraft[];
  isPreview: boolean;
};

/** The annotator's own visit. Throws `NOT_FOUND` when the visit is gone. */
export const getVisit = defineOperation({
  name: "visits/get-visit",
  permission: "visit.work",
  input: z.object({}),
  deps: {},
  run: async (actor): Promise<VisitView> => {
    const { annotatorId, visitId, studyId } = requireAnnotator(actor);
    const [facts, visit] = await Promise.all([findStudyFacts(studyId), findVisit(annotatorId, visitId)]);
    if (!facts || !visit) throw visitGone();
    return {
      study: studyOf(facts),
      stage: visit.visitOutcome ? "ended" : visit.stage,
      ending: endingOf(facts, visit),
      mayResume: visit.visitOutcome === "abandoned" && visit.annotatorOutcome === null,
      isTooLate: visit.isTooLate,
      progress: { submitted: visit.submitted, total: Math.min(facts.itemsPerAnnotator, visit.itemCount) },
      currentAssignmentId: visit.currentAssignmentId,
      hasBegunWork: visit.hasBegunWork,
      checkTriesLeft: Math.max(0, CHECK_TRIES - visit.checkTries),
      hasPracticed: visit.hasPracticed,
      practice: draftChangesSchema.catch([]).parse(visit.practice),
      isPreview: visit.isPreview,
    };
  },
});

function studyOf(facts: StudyFacts): VisitStudy {
  const { id: _id, panelStudyId: _panel, completionUrl: _url, qualifyingStudyId: _pilot, ...shown } = facts;
  return shown;
}

function endingOf(facts: StudyFacts, visit: VisitStanding): VisitEnding | null {
  if (visit.visitOutcome === null) return null;
  const code = facts.panelKind === "none" ? null : visit.code;
  return {
    outcome: visit.visitOutcome,
    firstOutcome: visit.visitOutcome === "came_again" ? visit.annotatorOutcome : null,
    isWithdrawn: tellsOfWithdrawal(visit),
    code,
    returnUrl: returnUrl(facts.panelKind, facts.completionUrl, code),
  };
}

function visitGone(): AppError {
  return new AppError("NOT_FOUND", "This visit is not known here. Open the study again by the link you were given.");
}
