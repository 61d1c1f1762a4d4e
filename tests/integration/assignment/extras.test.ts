import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "#lib/domain/access/actor.ts";
import type { AnnotatorActor } from "#lib/domain/access/annotator-actor.ts";
import { saveDraft } from "#lib/operations/annotations/save-draft.ts";
import { skipAssignment } from "#lib/operations/annotations/skip-assignment.ts";
import { submitAnnotation } from "#lib/operations/annotations/submit-annotation.ts";
import { getStudyProgress } from "#lib/operations/studies/get-study-progress.ts";
import { listStudies } from "#lib/operations/studies/list-studies.ts";
import { raiseAnnotationsPerItem } from "#lib/operations/studies/raise-annotations-per-item.ts";
import { excludeAnnotation } from "#lib/operations/study-ratings/exclude-annotation.ts";
import { includeAnnotation } from "#lib/operations/study-ratings/include-annotation.ts";
import { withdrawAnnotator } from "#lib/operations/study-ratings/withdraw-annotator.ts";
import { claimNextItem } from "#lib/operations/visits/claim-next-item.ts";
import { expireLeases } from "#lib/operations/visits/expire-leases.ts";
import { makePerson } from "#tests/factories/people.ts";
import { type MadeStudy, makeStudy } from "#tests/factories/study.ts";
import { claim, completeRatings, makeReadyAnnotators, runOutLease } from "#tests/factories/visits.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { brokenLaws } from "./ledger.ts";

const database = withTestDatabase();

let study: MadeStudy;
let [late, holder, third]: AnnotatorActor[] = [];
/** What `late` began and lost, and what `holder` was given in its place. */
let begun = "";
let held = "";

/** One item, wanted once: `late` rated it without submitting, the lease ran out, and `holder` has the place now. */
beforeEach(async () => {
  study = await makeStudy({ items: 1, annotationsPerItem: 1, itemsPerAnnotator: 5 });
  [late, holder, third] = await makeReadyAnnotators(study, 3);
  begun = await claim(late!);
  await saveDraft(late!, { assignmentId: begun, revision: 0, changes: completeRatings(study) });
  await runOutLease(begun);
  held = await claim(holder!);
});

const submit = (actor: AnnotatorActor, assignmentId: string) =>
  submitAnnotation(actor, { assignmentId, revision: 1, submissionKey: randomUUID() });

async function finishHeld(): Promise<void> {
  await saveDraft(holder!, { assignmentId: held, revision: 0, changes: completeRatings(study) });
  await submit(holder!, held);
}

/** Nobody else is asked, the one annotation is no extra one, and every law of the ledger holds. */
async function expectServed(): Promise<void> {
  expect(await claimNextItem(third!, {})).toEqual({ ended: "no_item_left" });
  const { progress } = await getStudyProgress(systemActor("test"), { studyId: study.studyId });
  expect(progress.annotations).toMatchObject({ wanted: 1, submitted: 1, extra: 0 });
  expect(progress.items).toMatchObject({ complete: 1 });
  expect(await brokenLaws(study.studyId)).toEqual([]);
}

describe("a place that opens on an item with an annotation beyond its places", () => {
  it("goes to the late finish when the one who held it gives it back", async () => {
    await submit(late!, begun);
    await skipAssignment(holder!, { assignmentId: held, reason: "other" });
    await expectServed();
  });

  it("goes to the late finish when the one who held it runs out of time", async () => {
    await submit(late!, begun);
    await runOutLease(held);
    expect(await expireLeases(systemActor("worker"), {})).toEqual({ expired: 1 });
    await expectServed();
  });

  it("goes to the late finish when the one who held it is withdrawn", async () => {
    await submit(late!, begun);
    await withdrawAnnotator(systemActor("test"), { annotatorId: holder!.annotatorId });
    await expectServed();
  });

  it("is held by work that goes on without one when what filled it is excluded and to be replaced", async () => {
    await finishHeld();
    expect(await claim(late!)).toBe(begun);
    const { id: annotationId } = await database.db.annotation.findUniqueOrThrow({ where: { assignmentId: held } });
    const { actor } = await makePerson("researcher");
    await excludeAnnotation(actor, { annotationId, reason: "Random clicks.", replace: true });
    expect(await database.db.slot.findFirst()).toMatchObject({ state: "held" });
    await submit(late!, begun);
    await expectServed();
  });

  it("is held by work that goes on without one, and filled by its submission", async () => {
    expect(await claim(late!)).toBe(begun);
    await skipAssignment(holder!, { assignmentId: held, reason: "other" });
    expect(await database.db.slot.findFirst()).toMatchObject({ state: "held" });
    expect(await brokenLaws(study.studyId)).toEqual([]);
    await submit(late!, begun);
    await expectServed();
  });

  it("is open to anybody when what stood beside it is excluded, and is taken again when that is taken back in", async () => {
    await submit(late!, begun);
    const { id: annotationId } = await database.db.annotation.findUniqueOrThrow({ where: { assignmentId: begun } });
    const { actor } = await makePerson("researcher");
    await excludeAnnotation(actor, { annotationId, reason: "Random clicks." });
    await skipAssignment(holder!, { assignmentId: held, reason: "other" });
    expect(await database.db.slot.findFirst()).toMatchObject({ state: "open" });
    await includeAnnotation(actor, { annotationId });
    await expectServed();
  });

  it("is filled at once when more annotations are asked for, and only the rest is given out", async () => {
    await finishHeld();
    await submit(late!, begun);
    const { actor } = await makePerson("researcher");
    const listed = async () => (await listStudies(actor, {})).studies;
    expect(await listed()).toMatchObject([{ wanted: 1, submitted: 1 }]);
    await raiseAnnotationsPerItem(actor, { studyId: study.studyId, annotationsPerItem: 2 });
    expect(await listed()).toMatchObject([{ wanted: 2, submitted: 2 }]);
    expect(await claimNextItem(third!, {})).toEqual({ ended: "no_item_left" });
    await raiseAnnotationsPerItem(actor, { studyId: study.studyId, annotationsPerItem: 3 });
    expect(await database.db.slot.count({ where: { state: "open" } })).toBe(1);
    expect(await brokenLaws(study.studyId)).toEqual([]);
  });

  it("is taken by work that had run out and goes on, also where it is not its own", async () => {
    await finishHeld();
    const { actor } = await makePerson("researcher");
    await raiseAnnotationsPerItem(actor, { studyId: study.studyId, annotationsPerItem: 2 });
    expect(await claim(late!)).toBe(begun);
    expect(await claimNextItem(third!, {})).toEqual({ ended: "no_item_left" });
    await submit(late!, begun);
    expect(await database.db.assignment.count({ where: { slotId: null } })).toBe(0);
    expect(await brokenLaws(study.studyId)).toEqual([]);
  });
});
