import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { systemActor } from "#lib/domain/access/actor.ts";
import { extendLease } from "#lib/operations/annotations/extend-lease.ts";
import { getAssignment } from "#lib/operations/annotations/get-assignment.ts";
import { saveDraft } from "#lib/operations/annotations/save-draft.ts";
import { skipAssignment } from "#lib/operations/annotations/skip-assignment.ts";
import { submitAnnotation } from "#lib/operations/annotations/submit-annotation.ts";
import { claimNextItem } from "#lib/operations/visits/claim-next-item.ts";
import { expireLeases } from "#lib/operations/visits/expire-leases.ts";
import { getVisit } from "#lib/operations/visits/get-visit.ts";
import { failure } from "#tests/factories/failure.ts";
import { claim, completeRatings, makeStudyWithPeople, runOutLease } from "#tests/factories/visits.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();

const key = () => randomUUID();

describe("a lease", () => {
  it("returns the slot when it runs out, and revives with the place when that is still free", async () => {
    const { study, first } = await makeStudyWithPeople();
    const assignmentId = await claim(first);
    await saveDraft(first, { assignmentId, revision: 0, changes: completeRatings(study).slice(0, 1) });
    await runOutLease(assignmentId);
    expect(await expireLeases(systemActor("worker"), {})).toEqual({ expired: 1 });
    expect(await database.db.slot.count({ where: { state: "open" } })).toBe(6);
    expect(await database.db.assignment.findFirst()).toMatchObject({ state: "expired" });
    const saved = await saveDraft(first, { assignmentId, revision: 1, changes: completeRatings(study) });
    expect(Date.parse(saved.leaseUntil ?? "")).toBeGreaterThan(Date.now());
    expect(await database.db.assignment.findFirst()).toMatchObject({ state: "started", isLate: false });
    expect(await database.db.slot.count({ where: { state: "held" } })).toBe(1);
    expect(await claim(first)).toBe(assignmentId);
  });

  it("that ran out over saved ratings is told to whoever comes back, until it is theirs again", async () => {
    const { study, first, second } = await makeStudyWithPeople();
    const [assignmentId, untouched] = [await claim(first), await claim(second)];
    await saveDraft(first, { assignmentId, revision: 0, changes: completeRatings(study).slice(0, 1) });
    for (const id of [assignmentId, untouched]) await runOutLease(id);
    expect(await expireLeases(systemActor("worker"), {})).toEqual({ expired: 2 });
    expect(await getVisit(first, {})).toMatchObject({ currentAssignmentId: null, hasBegunWork: true });
    expect(await getVisit(second, {})).toMatchObject({ currentAssignmentId: null, hasBegunWork: false });
    await claim(first);
    expect(await getVisit(first, {})).toMatchObject({ currentAssignmentId: assignmentId, hasBegunWork: false });
  });

  it("revives for the next item that is asked for, and when the item is opened", async () => {
    const { first } = await makeStudyWithPeople();
    const assignmentId = await claim(first);
    await runOutLease(assignmentId);
    expect(await claim(first)).toBe(assignmentId);
    await runOutLease(assignmentId);
    await expireLeases(systemActor("worker"), {});
    expect(await getAssignment(first, { assignmentId })).toMatchObject({ state: "started" });
    expect(await database.db.slot.count({ where: { state: "held" } })).toBe(1);
  });

  it("accepts a late finish as an extra one when the slot went to somebody else", async () => {
    const { study, first, second } = await makeStudyWithPeople({
      items: 1,
      annotationsPerItem: 1,
      itemsPerAnnotator: 1,
    });
    const assignmentId = await claim(first);
    await saveDraft(first, { assignmentId, revision: 0, changes: completeRatings(study) });
    await runOutLease(assignmentId);
    const theirs = await claim(second);
    const late = await submitAnnotation(first, { assignmentId, revision: 1, submissionKey: key() });
    expect(late).toEqual({ ended: "completed" });
    expect(await database.db.assignment.findUnique({ where: { id: assignmentId } })).toMatchObject({
      isLate: true,
      slotId: null,
      state: "submitted",
    });
    await saveDraft(second, { assignmentId: theirs, revision: 0, changes: completeRatings(study) });
    await submitAnnotation(second, { assignmentId: theirs, revision: 1, submissionKey: key() });
    expect(await database.db.studyItem.findFirst()).toMatchObject({ filledCount: 1, submittedCount: 2 });
    expect(await database.db.slot.findFirst()).toMatchObject({ state: "filled", leaseUntil: null });
  });

  it("takes the slot again for a late finish when it is still free, and never expires what is finished", async () => {
    const { study, first } = await makeStudyWithPeople({ items: 1, annotationsPerItem: 1, itemsPerAnnotator: 1 });
    const assignmentId = await claim(first);
    await saveDraft(first, { assignmentId, revision: 0, changes: completeRatings(study) });
    await runOutLease(assignmentId);
    await expireLeases(systemActor("worker"), {});
    await submitAnnotation(first, { assignmentId, revision: 1, submissionKey: key() });
    await runOutLease(assignmentId);
    expect(await expireLeases(systemActor("worker"), {})).toEqual({ expired: 0 });
    expect(await database.db.assignment.findFirst()).toMatchObject({
      state: "submitted",
      isLate: true,
      slotId: expect.any(String),
    });
    expect(await database.db.studyItem.findFirst()).toMatchObject({ filledCount: 1, submittedCount: 1 });
  });

  it("is extended by one action, at least ten times, and then says so", async () => {
    const { first } = await makeStudyWithPeople();
    const assignmentId = await claim(first);
    let left = 99;
    for (let time = 0; time < 20; time += 1) left = (await extendLease(first, { assignmentId })).extensionsLeft;
    expect(left).toBe(0);
    expect(await failure(extendLease(first, { assignmentId }))).toMatchObject({ code: "CONFLICT" });
  });

  it("stays run out while another item is open, and the draft can still be saved and submitted", async () => {
    const { study, first, second, third } = await makeStudyWithPeople({
      items: 2,
      annotationsPerItem: 1,
      itemsPerAnnotator: 2,
    });
    const old = await claim(first);
    await runOutLease(old);
    // Both items go to others; the one that the first person never had comes back.
    const { studyItemId } = await database.db.assignment.findUniqueOrThrow({ where: { id: old } });
    const given = [await claim(second), await claim(third)];
    for (const [index, assignmentId] of given.entries()) {
      const row = await database.db.assignment.findUniqueOrThrow({ where: { id: assignmentId } });
      const actor = index === 0 ? second : third;
      if (row.studyItemId !== studyItemId) await skipAssignment(actor, { assignmentId, reason: "other" });
    }
    const next = await claim(first);
    expect(next).not.toBe(old);
    expect(await failure(extendLease(first, { assignmentId: old }))).toMatchObject({ code: "EXPIRED" });
    const saved = await saveDraft(first, { assignmentId: old, revision: 0, changes: completeRatings(study) });
    expect(saved.leaseUntil).toBeNull();
    expect(await submitAnnotation(first, { assignmentId: old, revision: 1, submissionKey: key() })).toEqual({
      ended: null,
    });
    expect(await database.db.assignment.findUnique({ where: { id: next } })).toMatchObject({
      state: expect.stringMatching(/assigned|started/),
    });
  });
});

describe("skipping", () => {
  it("returns the slot with the reason, keeps the draft, and never gives the item again", async () => {
    const { study, first } = await makeStudyWithPeople({ items: 2, annotationsPerItem: 1 });
    const assignmentId = await claim(first);
    await saveDraft(first, { assignmentId, revision: 0, changes: completeRatings(study).slice(0, 2) });
    for (let time = 0; time < 2; time += 1) {
      expect(await skipAssignment(first, { assignmentId, reason: "upsetting", note: " too close to home " })).toEqual({
        skipped: true,
      });
    }
    const skipped = await database.db.assignment.findUnique({
      where: { id: assignmentId },
      include: { annotation: { include: { ratings: true } } },
    });
    expect(skipped).toMatchObject({ state: "skipped", skipReason: "upsetting", skipNote: "too close to home" });
    expect(skipped?.annotation?.ratings).toHaveLength(2);
    expect(await database.db.slot.count({ where: { state: "open" } })).toBe(2);
    expect(await failure(saveDraft(first, { assignmentId, revision: 1, changes: [] }))).toMatchObject({
      code: "CONFLICT",
    });
    const second = await claim(first);
    expect(second).not.toBe(assignmentId);
    await skipAssignment(first, { assignmentId: second, reason: "no_time" });
    expect(await claimNextItem(first, {})).toEqual({ ended: "submitted_nothing" });
  });
});
