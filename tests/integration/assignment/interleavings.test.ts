import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { systemActor } from "#lib/domain/access/actor.ts";
import type { AnnotatorActor } from "#lib/domain/access/annotator-actor.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { isAppError } from "#lib/domain/shared/errors.ts";
import { extendLease } from "#lib/operations/annotations/extend-lease.ts";
import { getAssignment } from "#lib/operations/annotations/get-assignment.ts";
import { saveDraft } from "#lib/operations/annotations/save-draft.ts";
import { skipAssignment } from "#lib/operations/annotations/skip-assignment.ts";
import { submitAnnotation } from "#lib/operations/annotations/submit-annotation.ts";
import { withdrawAnnotator } from "#lib/operations/study-ratings/withdraw-annotator.ts";
import { claimNextItem } from "#lib/operations/visits/claim-next-item.ts";
import { expireLeases } from "#lib/store/assignments.ts";
import { getDb } from "#lib/store/db.ts";
import { type MadeStudy, makeStudy } from "#tests/factories/study.ts";
import { completeRatings, makeReadyAnnotators, runOutLease } from "#tests/factories/visits.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { brokenLaws } from "./ledger.ts";

withTestDatabase({ reset: "file" });

/** One dimension keeps the many submissions small. */
const dimensions = SOTOPIA_DIMENSIONS.slice(0, 1);
const PEOPLE = 5;

const step = fc.record({
  act: fc.oneof(
    { weight: 6, arbitrary: fc.constant("claim" as const) },
    { weight: 4, arbitrary: fc.constant("submit" as const) },
    { weight: 3, arbitrary: fc.constantFrom("save" as const, "runOut" as const, "expire" as const) },
    { weight: 2, arbitrary: fc.constantFrom("renew" as const, "extend" as const, "skip" as const) },
    { weight: 1, arbitrary: fc.constantFrom("pause" as const, "resume" as const, "close" as const) },
    { weight: 1, arbitrary: fc.constant("withdraw" as const) },
  ),
  person: fc.nat(PEOPLE - 1),
  /** Which of the person's assignments, the newest being 0: also old tabs act. */
  which: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) }),
});
type Step = { act: string; person: number; which: number };

const design = fc.record({
  items: fc.integer({ min: 1, max: 4 }),
  annotationsPerItem: fc.integer({ min: 1, max: 3 }),
  itemsPerAnnotator: fc.integer({ min: 1, max: 3 }),
});

/** `acknowledged`: assignments whose submission was; `withdrawn`: annotators whose work was deleted at their wish. */
type World = { study: MadeStudy; people: AnnotatorActor[]; acknowledged: Set<string>; withdrawn: Set<string> };

async function makeWorld(wish: Parameters<typeof makeStudy>[0]): Promise<World> {
  const study = await makeStudy({ ...wish, dimensions });
  return { study, people: await makeReadyAnnotators(study, PEOPLE), acknowledged: new Set(), withdrawn: new Set() };
}

async function ownAssignment(actor: AnnotatorActor, which: number): Promise<string | null> {
  const rows = await getDb().assignment.findMany({
    where: { annotatorId: actor.annotatorId },
    orderBy: { sequence: "desc" },
    select: { id: true },
  });
  return rows[Math.min(which, rows.length - 1)]?.id ?? null;
}

/** Does one step as a person would; a refusal in words is a fine answer, anything else thrown fails the test. */
async function act(world: World, { act: name, person, which }: Step): Promise<void> {
  const actor = world.people[person] as AnnotatorActor;
  try {
    if (name === "claim") await claimNextItem(actor, {});
    else if (name === "expire") await expireLeases(world.study.studyId);
    else if (name === "withdraw") await withdraw(world, actor);
    else if (name === "pause" || name === "resume" || name === "close") await moveStudy(world.study.studyId, name);
    else await actOnAssignment(world, actor, name, await ownAssignment(actor, which));
  } catch (error) {
    if (!isAppError(error)) throw error;
  }
}

async function actOnAssignment(
  world: World,
  actor: AnnotatorActor,
  name: string,
  assignmentId: string | null,
): Promise<void> {
  if (!assignmentId) return;
  if (name === "renew") await getAssignment(actor, { assignmentId });
  else if (name === "extend") await extendLease(actor, { assignmentId });
  else if (name === "skip") await skipAssignment(actor, { assignmentId, reason: "other" });
  else if (name === "runOut")
    await getDb().$executeRaw`
    WITH gone AS (UPDATE assignments SET lease_until = now() - interval '1 minute'
      WHERE id = ${assignmentId} AND state IN ('assigned', 'started') RETURNING slot_id, lease_until)
    UPDATE slots s SET lease_until = gone.lease_until FROM gone WHERE s.id = gone.slot_id`;
  else {
    // Of somebody who was withdrawn there is none, and a page that is still open tries all the same.
    const { revision } = (await getDb().annotation.findUnique({ where: { assignmentId } })) ?? { revision: 0 };
    const saved = await saveDraft(actor, { assignmentId, revision, changes: completeRatings(world.study) });
    if (name !== "submit") return;
    await submitAnnotation(actor, { assignmentId, revision: saved.revision, submissionKey: randomUUID() });
    world.acknowledged.add(assignmentId);
  }
}

async function withdraw({ withdrawn }: World, { annotatorId }: AnnotatorActor): Promise<void> {
  await withdrawAnnotator(systemActor("test"), { annotatorId });
  withdrawn.add(annotatorId);
}

async function moveStudy(id: string, name: "pause" | "resume" | "close"): Promise<void> {
  const from = name === "pause" ? "running" : "paused";
  const state = { pause: "paused", resume: "running", close: "closed" } as const;
  const where = name === "close" ? { id } : { id, state: from as "running" | "paused" };
  await getDb().study.updateMany({ where, data: { state: state[name] } });
}

/**
 * What was acknowledged is there and stays, of those who withdrew nothing that they gave has come back, and every slot
 * that is open can be claimed by somebody new.
 */
async function expectFairEnd({ study, acknowledged, withdrawn }: World): Promise<void> {
  expect(await getDb().annotation.count({ where: { assignment: { annotatorId: { in: [...withdrawn] } } } })).toBe(0);
  const submitted = await getDb().assignment.findMany({
    where: { studyId: study.studyId, state: "submitted" },
    select: { id: true },
  });
  expect(new Set(submitted.map(({ id }) => id))).toEqual(acknowledged);
  await getDb().study.update({ where: { id: study.studyId }, data: { state: "running" } });
  const live = await getDb().assignment.findMany({
    where: { studyId: study.studyId, state: { in: ["assigned", "started"] } },
    select: { id: true },
  });
  for (const { id } of live) await runOutLease(id);
  await expireLeases(study.studyId);
  const open = await getDb().slot.count({ where: { studyId: study.studyId, state: "open" } });
  const fresh = await makeReadyAnnotators(study, open + 1);
  const answers = await Promise.all(fresh.map((actor) => claimNextItem(actor, {})));
  expect(answers.filter((answer) => "assignmentId" in answer)).toHaveLength(open);
  expect(await brokenLaws(study.studyId)).toEqual([]);
}

describe("assignment keeps its laws", () => {
  it("whatever happens one after the other", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(design, fc.array(step, { minLength: 5, maxLength: 40 }), async (wish, steps) => {
        const world = await makeWorld(wish);
        for (const each of steps) {
          await act(world, each);
          expect(await brokenLaws(world.study.studyId), JSON.stringify(each)).toEqual([]);
        }
        await expectFairEnd(world);
      }),
      { numRuns: 25 },
    );
  });

  it("whatever happens at the same moment", { timeout: 120_000 }, async () => {
    const bursts = fc.array(fc.array(step, { minLength: 2, maxLength: 8 }), { minLength: 2, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(design, bursts, async (wish, rounds) => {
        const world = await makeWorld(wish);
        for (const burst of rounds) {
          await Promise.all(burst.map((each) => act(world, each)));
          expect(await brokenLaws(world.study.studyId), JSON.stringify(burst)).toEqual([]);
        }
        await expectFairEnd(world);
      }),
      { numRuns: 40 },
    );
  });

  it("gives out the least filled item first, whatever was given before", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        design,
        fc.array(fc.constantFrom("claim", "claim", "claim", "skip"), { minLength: 3, maxLength: 20 }),
        async (wish, acts) => {
          const study = await makeStudy({ ...wish, dimensions, itemsPerAnnotator: 9 });
          const people = await makeReadyAnnotators(study, acts.length);
          for (const [index, name] of acts.entries()) {
            const actor = people[index] as AnnotatorActor;
            const before = await getDb().studyItem.findMany({ where: { studyId: study.studyId } });
            const next = await claimNextItem(actor, {});
            const least = Math.min(...before.map((item) => item.filledCount));
            if ("ended" in next) {
              expect(least).toBe(wish.annotationsPerItem);
              continue;
            }
            const given = await getDb().assignment.findUniqueOrThrow({ where: { id: next.assignmentId } });
            expect(before.find((item) => item.id === given.studyItemId)?.filledCount).toBe(least);
            if (name === "skip") await skipAssignment(actor, { assignmentId: given.id, reason: "other" });
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});
