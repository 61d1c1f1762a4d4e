import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { extendLease } from "#lib/operations/annotations/extend-lease.ts";
import { getAssignment } from "#lib/operations/annotations/get-assignment.ts";
import { saveDraft } from "#lib/operations/annotations/save-draft.ts";
import { skipAssignment } from "#lib/operations/annotations/skip-assignment.ts";
import { submitAnnotation } from "#lib/operations/annotations/submit-annotation.ts";
import { failure } from "#tests/factories/failure.ts";
import { claim, completeRatings, makeStudyWithPeople } from "#tests/factories/visits.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();

const key = () => randomUUID();

describe("an item", () => {
  it("is opened blind: no id of the episode, no policy, model, source or judge in it", async () => {
    const { study, first } = await makeStudyWithPeople();
    const assignmentId = await claim(first);
    const view = await getAssignment(first, { assignmentId });
    expect(view).toMatchObject({
      sequence: 1,
      total: 2,
      state: "started",
      extensionsLeft: 20,
      annotation: { revision: 0, ratings: [] },
    });
    expect(view.leaseSecondsLeft).toBeGreaterThan(32 * 60);
    expect(view.effort).toEqual({ minutesPerItem: 12, itemsAfterThis: 1 });
    const text = JSON.stringify(view);
    expect(text).not.toMatch(/telltale|profile-/);
    for (const id of [...study.itemIds, ...study.episodeIds]) expect(text).not.toContain(id);
  });

  it("that is damaged is opened as such, and can be given back for another one", async () => {
    const { study, first } = await makeStudyWithPeople();
    const assignmentId = await claim(first);
    expect((await getAssignment(first, { assignmentId })).isDamaged).toBe(false);
    const { studyItem } = await database.db.assignment.findUniqueOrThrow({
      where: { id: assignmentId },
      include: { studyItem: true },
    });
    const where = { episodeId: studyItem.episodeId };
    await database.db.episodeRecord.update({ where, data: { document: { turns: 7 } } });
    const view = await getAssignment(first, { assignmentId });
    expect(view).toMatchObject({ isDamaged: true, state: "started", episode: { scenario: "", turns: [] } });
    await skipAssignment(first, { assignmentId, reason: "broken_text" });
    const other = await getAssignment(first, { assignmentId: await claim(first) });
    expect([other.isDamaged, other.total]).toEqual([false, Math.min(2, study.itemIds.length)]);
  });

  it("belongs to one person: nobody else can open, save, submit, extend or skip it", async () => {
    const { first, second } = await makeStudyWithPeople();
    const assignmentId = await claim(first);
    const tries = [
      getAssignment(second, { assignmentId }),
      saveDraft(second, { assignmentId, revision: 0, changes: [] }),
      submitAnnotation(second, { assignmentId, revision: 0, submissionKey: key() }),
      extendLease(second, { assignmentId }),
      skipAssignment(second, { assignmentId, reason: "other" }),
    ];
    for (const error of await Promise.all(tries.map(failure))) expect(error).toMatchObject({ code: "NOT_FOUND" });
  });

  it("is not found by an id with a NUL, which the database cannot take: a refusal and no defect", async () => {
    const { first } = await makeStudyWithPeople();
    const assignmentId = "\u0000";
    const tries = [
      getAssignment(first, { assignmentId }),
      saveDraft(first, { assignmentId, revision: 0, changes: [] }),
      extendLease(first, { assignmentId }),
    ];
    for (const error of await Promise.all(tries.map(failure))) expect(error).toMatchObject({ code: "INVALID" });
  });

  it("is the same one for a second tab, and for two tabs at once", async () => {
    const { first } = await makeStudyWithPeople();
    const given = await Promise.all([1, 2, 3, 4].map(() => claim(first)));
    expect(new Set([...given, await claim(first)]).size).toBe(1);
    expect(await database.db.assignment.count()).toBe(1);
  });

  it("goes to the least filled first, and nobody gets one twice", async () => {
    const { first, second, third } = await makeStudyWithPeople({
      items: 3,
      annotationsPerItem: 2,
      itemsPerAnnotator: 3,
    });
    for (const actor of [first, second, third]) await claim(actor);
    const filled = await database.db.studyItem.findMany({ select: { filledCount: true } });
    expect(filled.map((item) => item.filledCount)).toEqual([1, 1, 1]);
  });
});

describe("a draft", () => {
  it("is saved at once, field by field, and every save is kept as an event", async () => {
    const { study, first } = await makeStudyWithPeople();
    const assignmentId = await claim(first);
    const [a, b] = completeRatings(study);
    const saved = await saveDraft(first, {
      assignmentId,
      revision: 0,
      changes: [
        { ...a!, evidence: [3, 1, 3] },
        { ...b!, score: null, rationale: "ab\u0000c\uD800" },
      ],
      activeMs: { believability: 1500 },
      signals: { pasteShare: 0.2 },
    });
    expect(saved.revision).toBe(1);
    await saveDraft(first, {
      assignmentId,
      revision: 1,
      changes: [{ ...b!, score: 4 }],
      activeMs: { believability: 500, goal: 7 },
    });
    const view = await getAssignment(first, { assignmentId });
    expect(view.annotation).toMatchObject({
      revision: 2,
      ratings: [
        { ...a, evidence: [1, 3] },
        { ...b, score: 4 },
      ],
    });
    const note = await database.db.annotation.findFirstOrThrow({ include: { events: { orderBy: { id: "asc" } } } });
    expect(note).toMatchObject({
      activeMs: 2007,
      activeMsByDimension: { believability: 2000, goal: 7 },
      signals: { pasteShare: 0.2 },
    });
    expect(note.events.map((event) => [event.revision, event.agent, event.score, event.rationale.length > 4])).toEqual([
      [1, 1, a!.score, true],
      [1, 2, null, true],
      [2, 2, 4, true],
    ]);
    expect(note.events[1]?.rationale).toBe("ab\uFFFDc\uFFFD");
  });

  it("answers an older revision with the newer copy and overwrites nothing", async () => {
    const { study, first } = await makeStudyWithPeople();
    const assignmentId = await claim(first);
    const [a] = completeRatings(study);
    await saveDraft(first, { assignmentId, revision: 0, changes: [a!] });
    const error = await failure(saveDraft(first, { assignmentId, revision: 0, changes: [{ ...a!, score: 9 }] }));
    expect(error).toMatchObject({ code: "STALE", details: { current: { revision: 1, ratings: [a] } } });
    expect((await database.db.rating.findMany()).map((rating) => rating.score)).toEqual([a!.score]);
  });

  it("takes the same save again when its answer was lost, once", async () => {
    const { study, first } = await makeStudyWithPeople();
    const assignmentId = await claim(first);
    const [a, b] = completeRatings(study);
    const save = { assignmentId, revision: 0, changes: [a!, b!], activeMs: { goal: 100 } };
    await saveDraft(first, save);
    expect(await saveDraft(first, save)).toMatchObject({ revision: 1 });
    expect(await database.db.annotation.findFirst()).toMatchObject({ revision: 1, activeMs: 100 });
    expect(await database.db.ratingEvent.count()).toBe(2);
  });

  it("lets one of many saves at once through and tells the others", async () => {
    const { study, first } = await makeStudyWithPeople();
    const assignmentId = await claim(first);
    const [a] = completeRatings(study);
    const saves = Array.from({ length: 8 }, (_, score) =>
      saveDraft(first, { assignmentId, revision: 0, changes: [{ ...a!, score }] }),
    );
    const answers = await Promise.allSettled(saves);
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    expect(await database.db.ratingEvent.count()).toBe(1);
  });

  it("refuses a score outside its scale and an unknown dimension, all or nothing", async () => {
    const { study, first } = await makeStudyWithPeople();
    const assignmentId = await claim(first);
    const [a, b] = completeRatings(study);
    const wrong = await failure(saveDraft(first, { assignmentId, revision: 0, changes: [a!, { ...b!, score: 11 }] }));
    expect(wrong).toMatchObject({ code: "INVALID", details: { issues: [{ path: "believability.2.score" }] } });
    const unknown = await failure(
      saveDraft(first, { assignmentId, revision: 0, changes: [a!, { ...b!, dimension: "charm" }] }),
    );
    expect(unknown).toMatchObject({ code: "INVALID", details: { issues: [{ path: "charm.2" }] } });
    expect(await database.db.rating.count()).toBe(0);
    expect(await saveDraft(first, { assignmentId, revision: 0, changes: [a!] })).toMatchObject({ revision: 1 });
  });
});

describe("a submission", () => {
  it("names everything that is missing and stays a draft", async () => {
    const { study, first } = await makeStudyWithPeople();
    const assignmentId = await claim(first);
    const ratings = completeRatings(study);
    ratings[0] = { ...ratings[0]!, score: null };
    ratings[3] = { ...ratings[3]!, rationale: ` ${ratings[2]!.rationale.toUpperCase()}! ` };
    ratings[5] = { ...ratings[5]!, rationale: "  " };
    ratings[6] = { ...ratings[6]!, evidence: [9] };
    await saveDraft(first, { assignmentId, revision: 0, changes: ratings });
    const error = await failure(submitAnnotation(first, { assignmentId, revision: 1, submissionKey: key() }));
    expect(error.code).toBe("INVALID");
    expect(error.details.issues?.map((issue) => issue.path)).toEqual([
      "believability.1.score",
      "relationship.2.rationale",
      "knowledge.2.rationale",
      "secret.1.evidence",
    ]);
    expect(await database.db.annotation.findFirst()).toMatchObject({ state: "draft" });
  });

  it("is one row and one answer for the same key ten times and from two tabs", async () => {
    const { study, first } = await makeStudyWithPeople({ itemsPerAnnotator: 1 });
    const assignmentId = await claim(first);
    await saveDraft(first, { assignmentId, revision: 0, changes: completeRatings(study) });
    const submissionKey = key();
    const same = Array.from({ length: 10 }, () =>
      submitAnnotation(first, { assignmentId, revision: 1, submissionKey }),
    );
    const other = submitAnnotation(first, { assignmentId, revision: 1, submissionKey: key() });
    const answers = await Promise.all([...same, other]);
    expect(answers).toEqual(Array.from({ length: 11 }, () => ({ ended: "completed" })));
    expect(await submitAnnotation(first, { assignmentId, revision: 1, submissionKey })).toEqual({ ended: "completed" });
    expect(await database.db.annotation.count({ where: { state: "submitted" } })).toBe(1);
    const item = await database.db.studyItem.findFirst({ where: { submittedCount: 1 }, include: { episode: true } });
    expect(item).toMatchObject({ filledCount: 1, episode: { annotationCount: 1 } });
  });

  it("keeps its first answer after the visit went on", async () => {
    const { study, first } = await makeStudyWithPeople({ itemsPerAnnotator: 2 });
    const submissions = [];
    for (let round = 0; round < 2; round += 1) {
      const assignmentId = await claim(first);
      await saveDraft(first, { assignmentId, revision: 0, changes: completeRatings(study) });
      const submission = { assignmentId, revision: 1, submissionKey: key() };
      submissions.push({ submission, answer: await submitAnnotation(first, submission) });
    }
    expect(submissions.map(({ answer }) => answer.ended)).toEqual([null, "completed"]);
    for (const { submission, answer } of submissions) expect(await submitAnnotation(first, submission)).toEqual(answer);
  });

  it("refuses an older revision, further changes, skipping, and somebody else's key", async () => {
    const { study, first, second } = await makeStudyWithPeople();
    const assignmentId = await claim(first);
    const changes = completeRatings(study);
    await saveDraft(first, { assignmentId, revision: 0, changes });
    const submissionKey = key();
    const stale = await failure(submitAnnotation(first, { assignmentId, revision: 0, submissionKey }));
    expect(stale).toMatchObject({ code: "STALE", details: { current: { revision: 1 } } });
    await submitAnnotation(first, { assignmentId, revision: 1, submissionKey });
    expect(await failure(saveDraft(first, { assignmentId, revision: 1, changes }))).toMatchObject({ code: "CONFLICT" });
    expect(await failure(skipAssignment(first, { assignmentId, reason: "other" }))).toMatchObject({ code: "CONFLICT" });
    expect(await failure(extendLease(first, { assignmentId }))).toMatchObject({ code: "CONFLICT" });
    const theirs = await claim(second);
    await saveDraft(second, { assignmentId: theirs, revision: 0, changes });
    const taken = await failure(submitAnnotation(second, { assignmentId: theirs, revision: 1, submissionKey }));
    expect(taken).toMatchObject({ code: "CONFLICT" });
  });
});
