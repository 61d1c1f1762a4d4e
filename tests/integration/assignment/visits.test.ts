import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ANONYMOUS } from "#lib/domain/access/actor.ts";
import type { AnnotatorActor } from "#lib/domain/access/annotator-actor.ts";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { saveDraft } from "#lib/operations/annotations/save-draft.ts";
import { submitAnnotation } from "#lib/operations/annotations/submit-annotation.ts";
import { listPilots } from "#lib/operations/studies/list-pilots.ts";
import { excludeAnnotator } from "#lib/operations/study-ratings/exclude-annotator.ts";
import { listStudyAnnotators } from "#lib/operations/study-ratings/list-study-annotators.ts";
import { markPilotPassed } from "#lib/operations/study-ratings/mark-pilot-passed.ts";
import { answerCheck } from "#lib/operations/visits/answer-check.ts";
import { claimNextItem } from "#lib/operations/visits/claim-next-item.ts";
import { decideConsent } from "#lib/operations/visits/decide-consent.ts";
import { endLateVisit } from "#lib/operations/visits/end-late-visit.ts";
import { enterStudy } from "#lib/operations/visits/enter-study.ts";
import { finishGuidelines } from "#lib/operations/visits/finish-guidelines.ts";
import { finishPractice } from "#lib/operations/visits/finish-practice.ts";
import { getVisit } from "#lib/operations/visits/get-visit.ts";
import { submitPractice } from "#lib/operations/visits/submit-practice.ts";
import { failure } from "#tests/factories/failure.ts";
import { makePerson } from "#tests/factories/people.ts";
import { type MadeStudy, makeStudy } from "#tests/factories/study.ts";
import { claim, completeRatings, enter, enterReady, makeReadyAnnotators } from "#tests/factories/visits.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();

const rightAnswers = Object.fromEntries(getGuidelines("1").check.map((question) => [question.id, question.correct]));

async function rate(study: MadeStudy, actor: AnnotatorActor, assignmentId: string) {
  await saveDraft(actor, { assignmentId, revision: 0, changes: completeRatings(study) });
  return submitAnnotation(actor, { assignmentId, revision: 1, submissionKey: randomUUID() });
}

/** The one ending of this actor's visit, after checking that code and way back are those of its outcome. */
async function endingOf(study: MadeStudy, actor: AnnotatorActor) {
  const { ending } = await getVisit(actor, {});
  if (!ending) return null;
  const coded = ending.firstOutcome ?? ending.outcome;
  expect(ending.code).toBe(study.codes[coded]);
  expect(ending.returnUrl).toBe(`https://app.prolific.com/submissions/complete?cc=${study.codes[coded]}`);
  return ending.outcome;
}

describe("a whole visit", () => {
  it("goes from consent to completed, and shows no code before the last submission is stored", async () => {
    const study = await makeStudy({ itemsPerAnnotator: 2 });
    const actor = await enter(study, 1);
    const seen: string[] = [];
    const look = async () => {
      const view = await getVisit(actor, {});
      seen.push(JSON.stringify(view));
      return view;
    };
    expect(await look()).toMatchObject({
      stage: "consent",
      ending: null,
      progress: { submitted: 0, total: 2 },
      checkTriesLeft: 2,
    });
    expect(await decideConsent(actor, { accepted: true })).toEqual({ stage: "guidelines", ended: null });
    expect(await finishGuidelines(actor, {})).toEqual({ stage: "check" });
    expect(await answerCheck(actor, { answers: rightAnswers })).toEqual({
      isPassed: true,
      wrongIds: [],
      triesLeft: 1,
      ended: null,
    });
    const practice = [{ agent: 1 as const, dimension: "goal", score: 3, rationale: "", evidence: [] }];
    expect((await submitPractice(actor, { ratings: practice })).feedback).toMatchObject([
      { dimensionId: "goal", agent: 1, score: 3 },
    ]);
    expect(await look()).toMatchObject({ stage: "practice", hasPracticed: true });
    expect(await finishPractice(actor, {})).toEqual({ stage: "rating" });
    for (const ended of [null, "completed"]) {
      const assignmentId = await claim(actor);
      expect(await look()).toMatchObject({ currentAssignmentId: assignmentId, ending: null });
      expect(await rate(study, actor, assignmentId)).toEqual({ ended });
    }
    for (const text of seen) expect(text).not.toContain("CODE-");
    expect(await look()).toMatchObject({ stage: "ended", progress: { submitted: 2, total: 2 } });
    expect(await endingOf(study, actor)).toBe("completed");
    expect(await claimNextItem(actor, {})).toEqual({ ended: "completed" });
    expect(await database.db.annotator.findFirst()).toMatchObject({
      pseudonym: expect.stringMatching(/^A-[2-9A-Z]{4}$/),
      outcome: "completed",
    });
  });

  it("cannot be taken out of order", async () => {
    const actor = await enter(await makeStudy(), 1);
    const early = [
      finishGuidelines(actor, {}),
      answerCheck(actor, { answers: {} }),
      submitPractice(actor, { ratings: [] }),
      finishPractice(actor, {}),
      claimNextItem(actor, {}),
    ];
    for (const error of await Promise.all(early.map(failure))) expect(error).toMatchObject({ code: "CONFLICT" });
    expect(await getVisit(actor, {})).toMatchObject({ stage: "consent" });
  });

  it("leaves out the practice where the study has none, and takes a repeated step once", async () => {
    const actor = await enter(await makeStudy({ columns: { hasPractice: false } }), 1);
    await decideConsent(actor, { accepted: true });
    await decideConsent(actor, { accepted: true });
    await finishGuidelines(actor, {});
    expect(await answerCheck(actor, { answers: rightAnswers })).toMatchObject({ isPassed: true });
    expect(await getVisit(actor, {})).toMatchObject({ stage: "rating" });
  });
});

describe("outcomes", () => {
  it("declined: final, and nothing but the outcome is kept", async () => {
    const study = await makeStudy();
    const actor = await enter(study, 1);
    expect(await decideConsent(actor, { accepted: false })).toEqual({ stage: "ended", ended: "declined" });
    expect(await endingOf(study, actor)).toBe("declined");
    expect(await database.db.panelIdentity.count()).toBe(0);
    expect(await failure(decideConsent(actor, { accepted: true }))).toMatchObject({ code: "CONFLICT" });
    // The panel may send them once more, in a session of its own: that is no consent either.
    expect(await endingOf(study, await enter(study, 1, { session: 2 }))).toBe("came_again");
    expect(await database.db.panelIdentity.count()).toBe(0);
  });

  it("wrong_device: ends that visit only, and the same session goes on from a desktop", async () => {
    const study = await makeStudy({ columns: { isDesktopOnly: true } });
    const phone = await enter(study, 1, { device: "phone" });
    expect(await endingOf(study, phone)).toBe("wrong_device");
    expect(await enter(study, 1, { device: "phone" })).toEqual(phone);
    expect(await claimNextItem(phone, {})).toEqual({ ended: "wrong_device" });
    const desktop = await enter(study, 1);
    expect(desktop.annotatorId).toBe(phone.annotatorId);
    expect(await getVisit(desktop, {})).toMatchObject({ stage: "consent", ending: null });
    expect(await endingOf(study, await enter(study, 1, { device: "tablet" }))).toBe("wrong_device");
    expect(await enter(study, 1)).toEqual(desktop);
    expect(await database.db.visit.count()).toBe(2);
  });

  it("no_item_left: at arrival on the visit only, and at the first claim for good", async () => {
    const study = await makeStudy({ items: 1, annotationsPerItem: 1 });
    const ready = await enterReady(study, 1);
    const holder = await enterReady(study, 2);
    const held = await claim(holder);
    const late = await enter(study, 3);
    expect(await endingOf(study, late)).toBe("no_item_left");
    expect(await claimNextItem(ready, {})).toEqual({ ended: "no_item_left" });
    expect(await endingOf(study, ready)).toBe("no_item_left");
    await database.db.assignment.update({ where: { id: held }, data: { leaseUntil: new Date(0) } });
    expect(await getVisit(await enter(study, 3), {})).toMatchObject({ stage: "consent", ending: null });
  });

  it("ran_out_midway: whoever submitted something is thanked and paid in full", async () => {
    const study = await makeStudy({ items: 1, itemsPerAnnotator: 3 });
    const actor = await enterReady(study, 1);
    expect(await rate(study, actor, await claim(actor))).toEqual({ ended: null });
    expect(await claimNextItem(actor, {})).toEqual({ ended: "ran_out_midway" });
    expect(await endingOf(study, actor)).toBe("ran_out_midway");
  });

  it("came_late after closing, came_in_pause while paused; those who have begun finish, and others come in after the pause", async () => {
    const study = await makeStudy({ itemsPerAnnotator: 2 });
    const begun = await enterReady(study, 1);
    const assignmentId = await claim(begun);
    const reading = await enter(study, 2);
    await database.db.study.update({ where: { id: study.studyId }, data: { state: "paused" } });
    expect(await endingOf(study, await enter(study, 3))).toBe("came_in_pause");
    expect(await enter(study, 1)).toEqual(begun);
    expect(await endingOf(study, await enter(study, 2))).toBe("came_in_pause");
    expect(await endingOf(study, reading)).toBe("came_in_pause");
    await database.db.study.update({ where: { id: study.studyId }, data: { state: "running" } });
    expect(await endingOf(study, await enter(study, 3))).toBeNull();
    await database.db.study.update({ where: { id: study.studyId }, data: { state: "closed", closedAt: new Date() } });
    expect(await rate(study, begun, assignmentId)).toEqual({ ended: null });
    expect(await claimNextItem(begun, {})).toEqual({ ended: "ran_out_midway" });
    expect(await endingOf(study, await enter(study, 4))).toBe("came_late");
  });

  it("came_late for those who are still on their way when the study closes, and for nobody else", async () => {
    const study = await makeStudy({ itemsPerAnnotator: 2 });
    const [reading, ready, begun] = [await enter(study, 1), await enterReady(study, 2), await enterReady(study, 3)];
    const assignmentId = await claim(begun);
    const preview = await enterReady(study, 4);
    await database.db.annotator.update({ where: { id: preview.annotatorId }, data: { isPreview: true } });
    const everybody = [reading, ready, begun, preview];
    const late = async () =>
      (await Promise.all(everybody.map((actor) => getVisit(actor, {})))).map((it) => it.isTooLate);
    expect(await late()).toEqual([false, false, false, false]);
    await database.db.study.update({ where: { id: study.studyId }, data: { state: "closed", closedAt: new Date() } });
    expect(await late()).toEqual([true, true, false, false]);
    const ended = await Promise.all(everybody.map((actor) => endLateVisit(actor, {})));
    expect(ended.map((answer) => answer.ended)).toEqual(["came_late", "came_late", null, null]);
    expect(await late()).toEqual([false, false, false, false]);
    expect(await endingOf(study, reading)).toBe("came_late");
    expect(await enter(study, 1)).toEqual(reading);
    expect(await endLateVisit(reading, {})).toEqual({ ended: "came_late" });
    expect(await rate(study, begun, assignmentId)).toEqual({ ended: null });
  });

  it("waits for somebody with a personal link while the study is paused", async () => {
    const study = await makeStudy({ columns: { panelKind: "none" } });
    const [actor] = await makeReadyAnnotators(study, 1);
    await database.db.study.update({ where: { id: study.studyId }, data: { state: "paused" } });
    expect(await failure(claimNextItem(actor!, {}))).toMatchObject({ code: "CONFLICT" });
    await database.db.study.update({ where: { id: study.studyId }, data: { state: "running" } });
    await claim(actor!);
  });

  it("came_again: a new visit after the end, with the code of the first end; a reload shows the end itself", async () => {
    const study = await makeStudy({ itemsPerAnnotator: 1 });
    const actor = await enterReady(study, 1);
    await rate(study, actor, await claim(actor));
    expect(await enter(study, 1)).toEqual(actor);
    const again = await enter(study, 1, { session: 99 });
    expect(await getVisit(again, {})).toMatchObject({
      stage: "ended",
      ending: { outcome: "came_again", firstOutcome: "completed" },
    });
    expect(await endingOf(study, again)).toBe("came_again");
    expect(await enter(study, 1, { session: 99 })).toEqual(again);
    expect(await endingOf(study, actor)).toBe("completed");
    expect(await claimNextItem(again, {})).toEqual({ ended: "completed" });
  });

  it("came_again by a personal link is one further visit, however often the link is opened", async () => {
    const study = await makeStudy({ columns: { panelKind: "none" } });
    const { token } = await database.db.personalLink.create({ data: { studyId: study.studyId, token: randomUUID() } });
    const entry = { entryToken: study.entryToken, personalToken: token };
    const first = await enterStudy(ANONYMOUS, entry);
    const actor: AnnotatorActor = { kind: "annotator", ...first };
    await decideConsent(actor, { accepted: false });
    for (let time = 0; time < 3; time += 1) await enterStudy(ANONYMOUS, entry);
    const visits = await database.db.visit.findMany({ orderBy: { enteredAt: "asc" } });
    expect(visits.map((visit) => visit.outcome)).toEqual(["declined", "came_again"]);
    expect((await getVisit(actor, {})).ending).toEqual({
      outcome: "declined",
      firstOutcome: null,
      isWithdrawn: false,
      code: null,
      returnUrl: null,
    });
  });

  it("not_qualified: an official study lets in only those who passed its pilot", async () => {
    const pilot = await makeStudy({ itemsPerAnnotator: 1 });
    const study = await makeStudy({ columns: { qualifyingStudyId: pilot.studyId } });
    const passed = await enterReady(pilot, 1);
    await rate(pilot, passed, await claim(passed));
    const failed = await enter(pilot, 2);
    await decideConsent(failed, { accepted: false });
    expect(await endingOf(study, await enter(study, 1))).toBeNull();
    expect(await endingOf(study, await enter(study, 2))).toBe("not_qualified");
    expect(await endingOf(study, await enter(study, 3))).toBe("not_qualified");
    const names = await database.db.annotator.findMany({
      where: {
        personKey: (await database.db.annotator.findUniqueOrThrow({ where: { id: passed.annotatorId } })).personKey,
      },
    });
    expect(new Set(names.map((name) => name.pseudonym)).size).toBe(2);
  });

  it("not_qualified: what was excluded passes nobody, and the researcher's word goes before", async () => {
    const { actor } = await makePerson("researcher");
    const pilot = await makeStudy({ itemsPerAnnotator: 1, annotationsPerItem: 3, columns: { kind: "pilot" } });
    const study = await makeStudy({ columns: { qualifyingStudyId: pilot.studyId } });
    const people = [await enterReady(pilot, 1), await enterReady(pilot, 2), await enterReady(pilot, 3)] as const;
    for (const person of people) await rate(pilot, person, await claim(person));
    const passed = async () => (await listPilots(actor, {})).find(({ id }) => id === pilot.studyId)?.passed;
    const shown = async () =>
      (await listStudyAnnotators(actor, { studyId: pilot.studyId })).annotators.map((row) => row.hasPassed);
    expect(await passed()).toBe(3);
    await excludeAnnotator(actor, { annotatorId: people[0].annotatorId, reason: "Random clicks." });
    await markPilotPassed(actor, { annotatorId: people[1].annotatorId, isPassed: false });
    expect(await passed()).toBe(1);
    expect(await shown()).toEqual([false, false, true]);
    expect(await endingOf(study, await enter(study, 1))).toBe("not_qualified");
    expect(await endingOf(study, await enter(study, 2))).toBe("not_qualified");
    expect(await endingOf(study, await enter(study, 3))).toBeNull();
    await markPilotPassed(actor, { annotatorId: people[0].annotatorId, isPassed: true });
    expect(await passed()).toBe(2);
    expect(await endingOf(study, await enter(study, 1, { session: 60 }))).toBeNull();
    const outsider = await enterReady(study, 9);
    await expect(markPilotPassed(actor, { annotatorId: outsider.annotatorId, isPassed: true })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const log = await database.db.auditEntry.findMany({ where: { subjectId: people[0].annotatorId } });
    expect(log.map((entry) => entry.action)).toContain("annotations.mark-pilot-passed");
  });

  it("ends every open visit of a person at once, each with one outcome", async () => {
    const study = await makeStudy({ itemsPerAnnotator: 1 });
    const actor = await enterReady(study, 1);
    const second = await enter(study, 1, { session: 50 });
    await rate(study, actor, await claim(second));
    expect(await endingOf(study, second)).toBe("completed");
    const visits = await database.db.visit.findMany();
    expect(visits.map((visit) => visit.outcome)).toEqual(["completed", "completed"]);
    const change = database.db.visit.updateMany({ data: { outcome: "declined" } });
    await expect(change).rejects.toThrow(/recorded once/);
  });

  it("builds the way back to another panel from its own address", async () => {
    const study = await makeStudy({
      columns: { panelKind: "generic", completionUrl: "https://panel.example/done?c={code}" },
    });
    const visit = await enterStudy(ANONYMOUS, { entryToken: study.entryToken, panel: { participantId: "worker-5" } });
    const actor: AnnotatorActor = { kind: "annotator", ...visit };
    await decideConsent(actor, { accepted: false });
    expect((await getVisit(actor, {})).ending).toMatchObject({
      code: study.codes.declined,
      returnUrl: `https://panel.example/done?c=${study.codes.declined}`,
    });
  });
});

describe("a preview", () => {
  it("rates items of a draft study without slots, counts or limits of the study's state", async () => {
    const study = await makeStudy({ state: "draft", items: 2, itemsPerAnnotator: 2 });
    const [actor] = await makeReadyAnnotators(study, 1);
    await database.db.annotator.updateMany({ data: { isPreview: true } });
    for (const ended of [null, "completed"]) expect(await rate(study, actor!, await claim(actor!))).toEqual({ ended });
    expect(await database.db.studyItem.findFirst()).toMatchObject({ filledCount: 0, submittedCount: 0 });
    expect(await database.db.episode.findFirst()).toMatchObject({ annotationCount: 0 });
    expect(await database.db.assignment.findMany({ select: { slotId: true } })).toEqual([
      { slotId: null },
      { slotId: null },
    ]);
  });
});
