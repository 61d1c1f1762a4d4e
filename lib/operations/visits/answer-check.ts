import { z } from "zod";
import { type AnnotatorActor, requireAnnotator } from "#lib/domain/access/annotator-actor.ts";
import { checkForStudy } from "#lib/domain/annotations/guidelines/check-for-study.ts";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { CHECK_TRIES, gradeCheck } from "#lib/domain/annotations/guidelines/grade-check.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { type Outcome, outcomeOfCheck, stageAfterCheck } from "#lib/domain/studies/outcomes.ts";
import { defineOperation } from "#lib/operations/define-operation.ts";
import { type AnnotatorStanding, insertCheckAttempt } from "#lib/store/annotators.ts";
import { sqlState } from "#lib/store/sql.ts";
import { requireOpenVisit, tooEarly } from "../require-open-visit.ts";

/** How one try went. `wrongIds` names the questions that were answered wrongly or not at all. */
export type CheckAnswer = { isPassed: boolean; wrongIds: string[]; triesLeft: number; ended: Outcome | null };

const input = z.object({ answers: z.record(z.string().max(64), z.int().min(0).max(20)) });

/**
 * Grades one try at the comprehension check. The second failed try ends the visit as `failed_check`, in the same
 * statement that keeps the answers. Passing again changes nothing. Throws `CONFLICT` outside the check, and when
 * another tab answered at the same moment.
 */
export const answerCheck = defineOperation({
  name: "visits/answer-check",
  permission: "visit.work",
  input,
  deps: {},
  run: async (actor, { answers }): Promise<CheckAnswer> => {
    const me = requireAnnotator(actor);
    const { facts, standing } = await requireOpenVisit(me);
    if (hasPassed(standing)) return passedBefore(standing);
    if (standing.stage !== "check") throw tooEarly("The questions come after the guidelines.");
    const grade = gradeCheck(answers, checkForStudy(getGuidelines(facts.guidelinesVersion), facts.dimensions));
    const number = standing.checkTries + 1;
    const outcome = outcomeOfCheck(grade.passed, number, CHECK_TRIES);
    const next = stageAfterCheck(facts.hasPractice);
    const attempt = { annotatorId: me.annotatorId, number, answers, isPassed: grade.passed, next, outcome };
    if (!(await write(attempt))) return afterOtherTab(me);
    return { isPassed: grade.passed, wrongIds: grade.wrong, triesLeft: CHECK_TRIES - number, ended: outcome };
  },
});

/** Writes a try; false where another tab was faster. */
async function write(attempt: Parameters<typeof insertCheckAttempt>[0]): Promise<boolean> {
  try {
    return await insertCheckAttempt(attempt);
  } catch (error) {
    if (sqlState(error) === "23505") return false;
    throw error;
  }
}

/** What those hear whose answers came while another tab's were being written: these do not count. */
async function afterOtherTab(me: AnnotatorActor): Promise<CheckAnswer> {
  const { standing } = await requireOpenVisit(me);
  if (hasPassed(standing)) return passedBefore(standing);
  throw new AppError(
    "CONFLICT",
    "Your answers were sent from another tab at the same moment; those count. Reload this page to see how it went.",
  );
}

function hasPassed({ stage }: AnnotatorStanding): boolean {
  return stage === "practice" || stage === "rating";
}

function passedBefore({ checkTries }: AnnotatorStanding): CheckAnswer {
  return { isPassed: true, wrongIds: [], triesLeft: CHECK_TRIES - checkTries, ended: null };
}
