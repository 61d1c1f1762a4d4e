import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { saveDraft } from "#lib/operations/annotations/save-draft.ts";
import { submitAnnotation } from "#lib/operations/annotations/submit-annotation.ts";
import { getStudyProgress } from "#lib/operations/studies/get-study-progress.ts";
import { excludeAnnotation } from "#lib/operations/study-ratings/exclude-annotation.ts";
import { excludeAnnotator } from "#lib/operations/study-ratings/exclude-annotator.ts";
import { getItemRatings } from "#lib/operations/study-ratings/get-item-ratings.ts";
import { includeAnnotation } from "#lib/operations/study-ratings/include-annotation.ts";
import { includeAnnotator } from "#lib/operations/study-ratings/include-annotator.ts";
import { claimNextItem } from "#lib/operations/visits/claim-next-item.ts";
import { makeStudy, type StudyWish } from "#tests/factories/study.ts";
import { claim, completeRatings, makeReadyAnnotators, runOutLease } from "#tests/factories/visits.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { brokenLaws } from "../assignment/ledger.ts";
import { makeResearcher, refusal, submitNext } from "./support.ts";

const database = withTestDatabase();
const REASON = { reason: "Random clicks." };

/** One item that two people have rated, as asked for; a third and a fourth are ready. */
async function aFullStudy(wish: StudyWish = {}) {
  const { actor } = await makeResearcher(0);
  const study = await makeStudy({ items: 1, annotationsPerItem: 2, itemsPerAnnotator: 5, ...wish });
  const people = await makeReadyAnnotators(study, 4);
  const [first, second, third, fourth] = people as [
    (typeof people)[0],
    (typeof people)[0],
    (typeof people)[0],
    (typeof people)[0],
  ];
  const submitted = [await submitNext(first, study), await submitNext(second, study)];
  const notes = await database.db.annotation.findMany({ where: { assignmentId: { in: submitted } } });
  const annotationId = notes.find((note) => note.assignmentId === submitted[0])!.id;
  const itemsOf = async () => (await getStudyProgress(actor, { studyId: study.studyId })).progress.items;
  const laws = () => brokenLaws(study.studyId);
  return { actor, study, first, second, third, fourth, annotationId, itemsOf, laws };
}

describe("excluding an annotation and asking for another", () => {
  it("opens one place, which somebody else fills, so that the item has its count again", async () => {
    const { actor, study, first, third, fourth, annotationId, itemsOf, laws } = await aFullStudy();
    await excludeAnnotation(actor, { annotationId, ...REASON, replace: true });
    expect(await itemsOf()).toMatchObject({ total: 1, complete: 0, begun: 1 });
    expect(await laws()).toEqual([]);
    expect(await claimNextItem(first, {})).toEqual({ ended: "ran_out_midway" });
    await submitNext(third, study);
    expect(await itemsOf()).toMatchObject({ complete: 1 });
    expect(await claimNextItem(fourth, {})).toEqual({ ended: "no_item_left" });
    expect(await laws()).toEqual([]);
    const item = await getItemRatings(actor, { studyId: study.studyId, position: 1 });
    expect(item.annotations.map((one) => [one.exclusion?.isReplaced ?? null, one.isExtra])).toEqual([
      [true, false],
      [null, false],
      [null, false],
    ]);
  });

  it("without asking, leaves the count as it is and opens nothing", async () => {
    const { actor, third, annotationId, itemsOf, laws } = await aFullStudy();
    await excludeAnnotation(actor, { annotationId, ...REASON });
    expect(await itemsOf()).toMatchObject({ complete: 1 });
    expect(await claimNextItem(third, {})).toEqual({ ended: "no_item_left" });
    expect(await laws()).toEqual([]);
  });

  it("is undone: into its own place while that is open, else beside the one that replaced it", async () => {
    const { actor, study, third, annotationId, itemsOf, laws } = await aFullStudy();
    await excludeAnnotation(actor, { annotationId, ...REASON, replace: true });
    await includeAnnotation(actor, { annotationId });
    expect(await itemsOf()).toMatchObject({ complete: 1 });
    expect(await laws()).toEqual([]);
    await excludeAnnotation(actor, { annotationId, ...REASON, replace: true });
    await submitNext(third, study);
    await includeAnnotation(actor, { annotationId });
    expect(await laws()).toEqual([]);
    const { progress } = await getStudyProgress(actor, { studyId: study.studyId });
    expect(progress.annotations).toMatchObject({ wanted: 2, submitted: 3, extra: 1, excluded: 0 });
  });

  it("takes an extra annotation in its place where there is one, and asks nobody", async () => {
    const { actor } = await makeResearcher(0);
    const study = await makeStudy({ items: 1, annotationsPerItem: 1, itemsPerAnnotator: 5 });
    const people = await makeReadyAnnotators(study, 3);
    const late = await claim(people[0]!);
    await runOutLease(late);
    const inTime = await submitNext(people[1]!, study);
    await saveDraft(people[0]!, { assignmentId: late, revision: 0, changes: completeRatings(study) });
    await submitAnnotation(people[0]!, { assignmentId: late, revision: 1, submissionKey: randomUUID() });
    const { id } = await database.db.annotation.findUniqueOrThrow({ where: { assignmentId: inTime } });
    await excludeAnnotation(actor, { annotationId: id, ...REASON, replace: true });
    expect(await brokenLaws(study.studyId)).toEqual([]);
    const { progress } = await getStudyProgress(actor, { studyId: study.studyId });
    expect(progress.annotations).toMatchObject({ submitted: 1, extra: 0, excluded: 1 });
    expect(await claimNextItem(people[2]!, {})).toEqual({ ended: "no_item_left" });
  });

  it("is refused in a closed study, and nothing is excluded then", async () => {
    const { actor, study, annotationId } = await aFullStudy();
    await database.db.study.update({ where: { id: study.studyId }, data: { state: "closed", closedAt: new Date() } });
    const refused = await refusal(excludeAnnotation(actor, { annotationId, ...REASON, replace: true }));
    expect(refused).toMatchObject({ code: "CONFLICT", message: expect.stringContaining("Nothing was changed") });
    expect(await database.db.annotation.count({ where: { excludedAt: { not: null } } })).toBe(0);
  });

  it("does the same for everything of one annotator, and takes it back", async () => {
    const { actor, study, first, itemsOf, laws } = await aFullStudy();
    await excludeAnnotator(actor, { annotatorId: first.annotatorId, ...REASON, replace: true });
    expect(await itemsOf()).toMatchObject({ complete: 0 });
    await includeAnnotator(actor, { annotatorId: first.annotatorId });
    expect(await itemsOf()).toMatchObject({ complete: 1 });
    expect(await laws()).toEqual([]);
    expect(await database.db.episode.findFirst({ where: { id: study.episodeIds[0]! } })).toMatchObject({
      annotationCount: 2,
    });
  });
});
