import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { AnnotatorActor } from "#lib/domain/access/annotator-actor.ts";
import { submittedKeys } from "#lib/domain/studies/export/snapshot.ts";
import { saveDraft } from "#lib/operations/annotations/save-draft.ts";
import { submitAnnotation } from "#lib/operations/annotations/submit-annotation.ts";
import { getStudyProgress } from "#lib/operations/studies/get-study-progress.ts";
import { excludeAnnotation } from "#lib/operations/study-ratings/exclude-annotation.ts";
import { listStudyAnnotators } from "#lib/operations/study-ratings/list-study-annotators.ts";
import { listStudyRatings } from "#lib/operations/study-ratings/list-study-ratings.ts";
import { withdrawAnnotator } from "#lib/operations/study-ratings/withdraw-annotator.ts";
import { claimNextItem } from "#lib/operations/visits/claim-next-item.ts";
import { decideConsent } from "#lib/operations/visits/decide-consent.ts";
import { getVisit } from "#lib/operations/visits/get-visit.ts";
import { readStamp } from "#lib/store/analysis-stamp.ts";
import { readExportSnapshot } from "#lib/store/study-export-people.ts";
import { makePerson } from "#tests/factories/people.ts";
import { makeStudy } from "#tests/factories/study.ts";
import {
  claim,
  completeRatings,
  enter,
  enterReady,
  makeStudyWithPeople,
  runOutLease,
} from "#tests/factories/visits.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { brokenLaws } from "../assignment/ledger.ts";
import { refusal, submitNext } from "./support.ts";

const database = withTestDatabase();

/** Two items for two people each, three people who are ready, and an administrator. */
async function aStudy() {
  const { actor } = await makePerson("admin");
  const made = await makeStudyWithPeople({ items: 2, annotationsPerItem: 2, itemsPerAnnotator: 2 });
  const { studyId } = made.study;
  const annotations = async () => (await getStudyProgress(actor, { studyId })).progress.annotations;
  const items = async () => (await getStudyProgress(actor, { studyId })).progress.items;
  const rows = async () => (await listStudyAnnotators(actor, { studyId })).annotators;
  const row = async (annotatorId: string) => (await rows()).find(({ id }) => id === annotatorId);
  const laws = () => brokenLaws(studyId);
  const stamp = async () => (await readStamp({ studyIds: [studyId], importIds: [], judges: [] })).stamp;
  return { ...made, actor, studyId, annotations, items, row, laws, stamp };
}

/** Saves a complete draft of an assignment and submits it. */
async function submit(person: Parameters<typeof claim>[0], study: Parameters<typeof completeRatings>[0], id: string) {
  await saveDraft(person, { assignmentId: id, revision: 0, changes: completeRatings(study) });
  await submitAnnotation(person, { assignmentId: id, revision: 1, submissionKey: randomUUID() });
}

describe("an annotator who asks for deletion", () => {
  it("leaves no rating, reason, earlier version or answer, and keeps outcome and times", async () => {
    const { actor, study, studyId, first, second, row, laws, annotations, items, stamp } = await aStudy();
    const mine = [await submitNext(first, study), await submitNext(first, study)];
    await submitNext(second, study);
    await database.db.annotator.update({ where: { id: first.annotatorId }, data: { practice: [{ score: 3 }] } });
    await database.db.checkAttempt.create({
      data: { annotatorId: first.annotatorId, number: 1, answers: { q: 1 }, isPassed: true },
    });
    await claimNextItem(first, {});
    const before = await row(first.annotatorId);
    const stampBefore = await stamp();
    expect(await withdrawAnnotator(actor, { annotatorId: first.annotatorId })).toMatchObject({
      submitted: 2,
      drafts: 0,
    });
    expect(await database.db.annotation.count({ where: { assignmentId: { in: mine } } })).toBe(0);
    expect(await database.db.rating.count()).toBe(14);
    expect(await database.db.ratingEvent.count()).toBe(14);
    expect(await database.db.checkAttempt.count()).toBe(0);
    const kept = await database.db.annotator.findUniqueOrThrow({ where: { id: first.annotatorId } });
    expect(kept).toMatchObject({ outcome: "completed", practice: null, endedAt: before?.endedAt });
    const work = await database.db.assignment.findMany({ where: { id: { in: mine } } });
    expect(work.map(({ state, slotId, endedAt }) => [state, slotId, endedAt !== null])).toEqual([
      ["submitted", null, true],
      ["submitted", null, true],
    ]);
    expect(await laws()).toEqual([]);
    expect(await annotations()).toMatchObject({ submitted: 1, extra: 0, excluded: 0, drafts: 0 });
    expect(await items()).toMatchObject({ total: 2, complete: 0, begun: 1, untouched: 1 });
    expect(await row(first.annotatorId)).toMatchObject({ submitted: 0, medianActiveMs: null, outcome: "completed" });
    expect((await row(first.annotatorId))?.withdrawnAt).toBeInstanceOf(Date);
    expect(submittedKeys(await readExportSnapshot(studyId))).toHaveLength(1);
    expect((await listStudyRatings(actor, { studyId })).items).toHaveLength(1);
    const counts = await database.db.episode.findMany({ where: { id: { in: study.episodeIds } } });
    expect(counts.reduce((sum, episode) => sum + episode.annotationCount, 0)).toBe(1);
    expect(await stamp()).not.toBe(stampBefore);
  });

  it("is told so at the end, with the code of the outcome; one who was turned away hears why", async () => {
    const { actor } = await makePerson("admin");
    const study = await makeStudy({ itemsPerAnnotator: 1, columns: { isDesktopOnly: true } });
    const phone = await enter(study, 1, { session: 7, device: "phone" });
    const atConsent = await enter(study, 1);
    const done = await enterReady(study, 2);
    await submitNext(done, study);
    expect(await claimNextItem(done, {})).toEqual({ ended: "completed" });
    for (const { annotatorId } of [atConsent, done]) await withdrawAnnotator(actor, { annotatorId });
    const ending = async (person: AnnotatorActor) => (await getVisit(person, {})).ending;
    const { codes } = study;
    expect(await ending(atConsent)).toMatchObject({ outcome: "declined", isWithdrawn: true, code: codes.declined });
    expect(await ending(done)).toMatchObject({ outcome: "completed", isWithdrawn: true, code: codes.completed });
    const again = await ending(await enter(study, 2, { session: 9 }));
    expect(again).toMatchObject({ outcome: "came_again", firstOutcome: "completed", isWithdrawn: true });
    expect(await ending(phone)).toMatchObject({ outcome: "wrong_device", isWithdrawn: false });
    const declined = await enter(study, 3);
    await decideConsent(declined, { accepted: false });
    expect(await ending(declined)).toMatchObject({ outcome: "declined", isWithdrawn: false });
  });

  it("makes room for others, and the log tells how many without a word of them", async () => {
    const { actor, study, first, second, third, items, laws } = await aStudy();
    for (const person of [first, second]) for (let item = 0; item < 2; item += 1) await submitNext(person, study);
    expect(await claimNextItem(third, {})).toEqual({ ended: "no_item_left" });
    await withdrawAnnotator(actor, { annotatorId: first.annotatorId });
    expect(await items()).toMatchObject({ complete: 0, begun: 2 });
    expect(await laws()).toEqual([]);
    const log = await database.db.auditEntry.findFirstOrThrow({ where: { subjectId: first.annotatorId } });
    expect(log).toMatchObject({ action: "annotations.withdraw-annotator", before: null });
    expect(Object.keys(log.after as object).sort()).toEqual(["drafts", "pseudonym", "studyId", "submitted"]);
    const again = await refusal(withdrawAnnotator(actor, { annotatorId: first.annotatorId }));
    expect(again.code).toBe("NOT_FOUND");
  });

  it("ends a part that is open: what is begun is given back, and a page still open can save nothing", async () => {
    const { actor, study, first, second, third, row, laws } = await aStudy();
    const done = await submitNext(first, study);
    const begun = await claim(first);
    await saveDraft(first, { assignmentId: begun, revision: 0, changes: completeRatings(study).slice(0, 3) });
    const untouched = await claim(second);
    await runOutLease(untouched);
    expect(await withdrawAnnotator(actor, { annotatorId: first.annotatorId })).toMatchObject({
      submitted: 1,
      drafts: 1,
    });
    await withdrawAnnotator(actor, { annotatorId: second.annotatorId });
    expect(await laws()).toEqual([]);
    expect(await row(first.annotatorId)).toMatchObject({ outcome: "ran_out_midway", submitted: 0 });
    expect(await row(second.annotatorId)).toMatchObject({ outcome: "declined", submitted: 0 });
    for (const assignmentId of [begun, done, untouched]) {
      const person = assignmentId === untouched ? second : first;
      await refusal(saveDraft(person, { assignmentId, revision: 0, changes: completeRatings(study) }));
      await refusal(submitAnnotation(person, { assignmentId, revision: 1, submissionKey: randomUUID() }));
    }
    expect(await database.db.rating.count()).toBe(0);
    expect(await laws()).toEqual([]);
    for (let item = 0; item < 2; item += 1) await submitNext(third, study);
    expect(await laws()).toEqual([]);
  });

  it("passes a place on to a late finish, and leaves the counts of what was replaced alone", async () => {
    const { actor } = await makePerson("admin");
    const { study, first, second, third } = await makeStudyWithPeople({ items: 1, annotationsPerItem: 1 });
    const late = await claim(first);
    await runOutLease(late);
    await submitNext(second, study);
    await submit(first, study, late);
    await withdrawAnnotator(actor, { annotatorId: second.annotatorId });
    expect(await brokenLaws(study.studyId)).toEqual([]);
    const { progress } = await getStudyProgress(actor, { studyId: study.studyId });
    expect(progress.annotations).toMatchObject({ submitted: 1, extra: 0 });
    const { id } = await database.db.annotation.findUniqueOrThrow({ where: { assignmentId: late } });
    await excludeAnnotation(actor, { annotationId: id, reason: "Random clicks.", replace: true });
    await withdrawAnnotator(actor, { annotatorId: first.annotatorId });
    expect(await brokenLaws(study.studyId)).toEqual([]);
    await submitNext(third, study);
    expect(await brokenLaws(study.studyId)).toEqual([]);
    expect(await database.db.episode.findFirst({ where: { id: study.episodeIds[0]! } })).toMatchObject({
      annotationCount: 1,
    });
  });
});
