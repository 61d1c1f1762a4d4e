import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ANONYMOUS, systemActor } from "#lib/domain/access/actor.ts";
import type { AnnotatorActor } from "#lib/domain/access/annotator-actor.ts";
import { PAID_IN_FULL } from "#lib/domain/studies/outcomes.ts";
import { saveDraft } from "#lib/operations/annotations/save-draft.ts";
import { skipAssignment } from "#lib/operations/annotations/skip-assignment.ts";
import { submitAnnotation } from "#lib/operations/annotations/submit-annotation.ts";
import { createPersonalLinks } from "#lib/operations/personal-links/create-personal-links.ts";
import { getStudyProgress } from "#lib/operations/studies/get-study-progress.ts";
import { listStudyAnnotators } from "#lib/operations/study-ratings/list-study-annotators.ts";
import { claimNextItem } from "#lib/operations/visits/claim-next-item.ts";
import { decideConsent } from "#lib/operations/visits/decide-consent.ts";
import { endAbandonedVisits } from "#lib/operations/visits/end-abandoned-visits.ts";
import { enterStudy } from "#lib/operations/visits/enter-study.ts";
import { expireLeases } from "#lib/operations/visits/expire-leases.ts";
import { getVisit } from "#lib/operations/visits/get-visit.ts";
import { resumeVisit } from "#lib/operations/visits/resume-visit.ts";
import { makePerson } from "#tests/factories/people.ts";
import { type MadeStudy, makeStudy, type StudyWish } from "#tests/factories/study.ts";
import { claim, completeRatings, enter, enterReady, runOutLease } from "#tests/factories/visits.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { brokenLaws } from "./ledger.ts";

const database = withTestDatabase();
const system = systemActor("test");
const HOUR = 3_600_000;

async function setState(study: MadeStudy, state: "running" | "paused" | "closed", closedAt: Date | null = null) {
  await database.db.study.update({ where: { id: study.studyId }, data: { state, closedAt } });
}

/** Moves everything that somebody did into the past, as time would. */
async function age(hours: number): Promise<void> {
  const back = `interval '${hours} hours'`;
  const shift = (table: string, columns: string[]) =>
    database.db.$executeRawUnsafe(
      `UPDATE ${table} SET ${columns.map((name) => `${name} = ${name} - ${back}`).join(", ")}`,
    );
  await shift("visits", ["entered_at"]);
  await shift("annotators", ["created_at", "consented_at", "guidelines_read_at", "check_passed_at", "practiced_at"]);
  await shift("assignments", ["assigned_at", "started_at", "ended_at"]);
  await shift("annotations", ["saved_at"]);
}

/** Somebody who has a draft with every score, left it, and was away for so many hours. */
async function somebodyAway(hours: number, wish: StudyWish = {}) {
  const study = await makeStudy({ items: 2, itemsPerAnnotator: 1, ...wish });
  const actor = await enterReady(study, 1);
  const assignmentId = await claim(actor);
  await saveDraft(actor, { assignmentId, revision: 0, changes: completeRatings(study) });
  await runOutLease(assignmentId);
  await expireLeases(system, {});
  await age(hours);
  return { study, actor, assignmentId };
}

const outcomes = async () =>
  (await database.db.visit.findMany({ orderBy: { enteredAt: "asc" } })).map((visit) => visit.outcome);

describe("a visit that was left", () => {
  it("ends as abandoned after a day without a sign of life, and is counted and listed so", async () => {
    const { study } = await somebodyAway(23);
    const reading = await enter(study, 2);
    expect(await endAbandonedVisits(system, {})).toEqual({ ended: 0 });
    await age(2);
    expect(await endAbandonedVisits(system, {})).toEqual({ ended: 1 });
    await decideConsent(reading, { accepted: true });
    await age(23);
    expect(await endAbandonedVisits(system, {})).toEqual({ ended: 0 });
    const { actor } = await makePerson("researcher");
    const { progress } = await getStudyProgress(actor, { studyId: study.studyId });
    expect(progress.arrivals).toEqual({ total: 2, open: 1, byOutcome: [{ outcome: "abandoned", count: 1 }] });
    const { annotators } = await listStudyAnnotators(actor, { studyId: study.studyId });
    expect(annotators.map((row) => row.outcome)).toEqual(["abandoned", null]);
  });

  it("is left alone while an item is held, in a pause, and of a preview; an hour is enough once the study is closed", async () => {
    const study = await makeStudy();
    const holder = await enterReady(study, 1);
    await claim(holder);
    await enter(study, 2);
    await database.db.annotator.update({
      where: { id: (await enter(study, 3)).annotatorId },
      data: { isPreview: true },
    });
    await age(100);
    await setState(study, "paused");
    expect(await endAbandonedVisits(system, {})).toEqual({ ended: 0 });
    await setState(study, "closed", new Date());
    expect(await endAbandonedVisits(system, {})).toEqual({ ended: 0 });
    await setState(study, "closed", new Date(Date.now() - 2 * HOUR));
    expect(await endAbandonedVisits(system, {})).toEqual({ ended: 1 });
    expect(await outcomes()).toEqual(expect.arrayContaining([null, null, "abandoned"]));
  });

  it("goes on by the link in a new visit, with the draft as it was", async () => {
    const { study, actor, assignmentId } = await somebodyAway(30);
    await endAbandonedVisits(system, {});
    const back = await enter(study, 1);
    expect(back.annotatorId).toBe(actor.annotatorId);
    expect(back.visitId).not.toBe(actor.visitId);
    expect(await claimNextItem(back, {})).toEqual({ assignmentId, firstDimension: null });
    expect(await submitAnnotation(back, { assignmentId, revision: 1, submissionKey: randomUUID() })).toEqual({
      ended: "completed",
    });
    expect(await outcomes()).toEqual(["abandoned", "completed"]);
    expect(await brokenLaws(study.studyId)).toEqual([]);
  });

  it("goes on in the browser that still knows the old visit, by whichever step comes first", async () => {
    const steps: Record<string, (actor: AnnotatorActor, assignmentId: string) => Promise<unknown>> = {
      resume: (actor) => resumeVisit(actor, {}),
      claim: (actor) => claimNextItem(actor, {}),
      submit: (actor, assignmentId) =>
        submitAnnotation(actor, { assignmentId, revision: 1, submissionKey: randomUUID() }),
    };
    for (const [name, step] of Object.entries(steps)) {
      const { study, actor, assignmentId } = await somebodyAway(30);
      await endAbandonedVisits(system, {});
      expect(await getVisit(actor, {})).toMatchObject({
        mayResume: true,
        ending: { outcome: "abandoned", code: null },
      });
      await step(actor, assignmentId);
      const after = await getVisit(actor, {});
      expect(after.mayResume, name).toBe(false);
      expect(after.ending?.outcome ?? null, name).toBe(name === "submit" ? "completed" : null);
      expect(await database.db.visit.count({ where: { studyId: study.studyId } })).toBe(2);
    }
  });

  it("opens one visit, however many steps come back at once, and none for somebody who has ended", async () => {
    const { study, actor, assignmentId } = await somebodyAway(30);
    await endAbandonedVisits(system, {});
    await Promise.all(Array.from({ length: 5 }, () => resumeVisit(actor, {})));
    expect(await outcomes()).toEqual(["abandoned", null]);
    await submitAnnotation(actor, { assignmentId, revision: 1, submissionKey: randomUUID() });
    expect(await resumeVisit(actor, {})).toEqual({ isOpen: false });
    expect(await outcomes()).toEqual(["abandoned", "completed"]);
    expect((await getVisit(await enter(study, 1), {})).ending?.outcome).toBe("completed");
  });

  it("goes on with a step before the first item too", async () => {
    const study = await makeStudy();
    const actor = await enter(study, 1);
    await age(30);
    expect(await endAbandonedVisits(system, {})).toEqual({ ended: 1 });
    expect(await decideConsent(actor, { accepted: true })).toEqual({ stage: "guidelines", ended: null });
    expect(await outcomes()).toEqual(["abandoned", null]);
  });
});

describe("a pause", () => {
  it("in the middle ends that visit only; the person goes on where they were after it", async () => {
    const study = await makeStudy();
    const ready = await enterReady(study, 1);
    await setState(study, "paused");
    expect(await claimNextItem(ready, {})).toEqual({ ended: "came_in_pause" });
    expect((await getVisit(ready, {})).ending).toMatchObject({
      outcome: "came_in_pause",
      code: study.codes.came_in_pause,
    });
    await setState(study, "running");
    const again = await enter(study, 1);
    expect(await getVisit(again, {})).toMatchObject({ stage: "rating", ending: null });
    await claim(again);
  });

  it("lets links be made, which say so and work when the study goes on", async () => {
    const study = await makeStudy({ state: "paused", columns: { panelKind: "none" } });
    const { actor } = await makePerson("researcher");
    const { links } = await createPersonalLinks(actor, { studyId: study.studyId, labels: ["Kim"] });
    const entry = { entryToken: study.entryToken, personalToken: links[0]!.token };
    const come = async (): Promise<AnnotatorActor> => ({ kind: "annotator", ...(await enterStudy(ANONYMOUS, entry)) });
    expect((await getVisit(await come(), {})).ending).toMatchObject({ outcome: "came_in_pause" });
    await setState(study, "running");
    expect(await getVisit(await come(), {})).toMatchObject({ stage: "consent", ending: null });
  });
});

it("submitted_nothing: for good, for somebody who gave the only item back, and not paid as if they had submitted", async () => {
  const study = await makeStudy({ items: 1 });
  const actor = await enterReady(study, 1);
  await skipAssignment(actor, { assignmentId: await claim(actor), reason: "cannot_follow" });
  expect(await claimNextItem(actor, {})).toEqual({ ended: "submitted_nothing" });
  expect((await getVisit(actor, {})).ending).toMatchObject({
    outcome: "submitted_nothing",
    code: study.codes.submitted_nothing,
  });
  expect(PAID_IN_FULL).not.toContain("submitted_nothing");
});
