import { describe, expect, it } from "vitest";
import type { AnnotatorActor } from "#lib/domain/access/annotator-actor.ts";
import { checkForDimensions, getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { answerCheck } from "#lib/operations/visits/answer-check.ts";
import { decideConsent } from "#lib/operations/visits/decide-consent.ts";
import { finishGuidelines } from "#lib/operations/visits/finish-guidelines.ts";
import { getVisit } from "#lib/operations/visits/get-visit.ts";
import { insertCheckAttempt } from "#lib/store/annotators.ts";
import { failure } from "#tests/factories/failure.ts";
import { type MadeStudy, makeStudy } from "#tests/factories/study.ts";
import { enter } from "#tests/factories/visits.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();

const DIMENSIONS = ["believability", "secret", "social_rules", "relationship", "goal"];
const questions = checkForDimensions(getGuidelines("1"), DIMENSIONS);
const rightAnswers = Object.fromEntries(getGuidelines("1").check.map((question) => [question.id, question.correct]));

/** Somebody who has read the guidelines and stands before the questions. */
async function enterCheck(study: MadeStudy): Promise<AnnotatorActor> {
  const actor = await enter(study, 1);
  await decideConsent(actor, { accepted: true });
  await finishGuidelines(actor, {});
  return actor;
}

describe("the comprehension check", () => {
  it("is failed after the second try, with both tries kept; feedback names the wrong questions", async () => {
    const study = await makeStudy();
    const actor = await enterCheck(study);
    const wrongFirst = { ...rightAnswers, [questions[0]!.id]: questions[0]!.correct + 1 };
    expect(await answerCheck(actor, { answers: wrongFirst })).toEqual({
      isPassed: false,
      wrongIds: [questions[0]!.id],
      triesLeft: 1,
      ended: null,
    });
    expect((await answerCheck(actor, { answers: {} })).ended).toBe("failed_check");
    const { ending } = await getVisit(actor, {});
    expect(ending).toMatchObject({ outcome: "failed_check", code: study.codes.failed_check });
    expect(await database.db.checkAttempt.count()).toBe(2);
    expect(await failure(answerCheck(actor, { answers: rightAnswers }))).toMatchObject({ code: "CONFLICT" });
  });

  it("counts one of two tries that are sent at once", async () => {
    const actor = await enterCheck(await makeStudy());
    const tries = await Promise.allSettled([1, 2, 3].map(() => answerCheck(actor, { answers: {} })));
    const attempts = await database.db.checkAttempt.count();
    expect(attempts).toBeLessThanOrEqual(2);
    expect(tries.filter((attempt) => attempt.status === "fulfilled")).toHaveLength(attempts);
  });

  it("tells nobody that answers count which came when it was over", async () => {
    const actor = await enterCheck(await makeStudy());
    const wrong = { annotatorId: actor.annotatorId, answers: {}, isPassed: false, next: "practice" as const };
    expect(await insertCheckAttempt({ ...wrong, number: 1, outcome: null })).toBe(true);
    expect(await insertCheckAttempt({ ...wrong, number: 2, outcome: "failed_check" })).toBe(true);
    expect(await insertCheckAttempt({ ...wrong, number: 2, isPassed: true, outcome: null })).toBe(false);
    expect(await database.db.checkAttempt.count()).toBe(2);
  });
});
