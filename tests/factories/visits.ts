import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "#lib/domain/access/actor.ts";
import type { AnnotatorActor } from "#lib/domain/access/annotator-actor.ts";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import type { Device } from "#lib/domain/studies/device.ts";
import { claimNextItem } from "#lib/operations/visits/claim-next-item.ts";
import { enterStudy } from "#lib/operations/visits/enter-study.ts";
import { getDb } from "#lib/store/db.ts";
import { type MadeStudy, makeStudy, prolificId, type StudyWish } from "./study.ts";

/** Enters a study as person `number`, in their session `session`; answers their actor. */
export async function enter(
  study: MadeStudy,
  number: number,
  options: { session?: number; device?: Device } = {},
): Promise<AnnotatorActor> {
  const { session = number, device = "desktop" } = options;
  const panel = { participantId: prolificId(number), panelStudyId: "", sessionId: prolificId(1_000_000 + session) };
  const visit = await enterStudy(ANONYMOUS, { entryToken: study.entryToken, panel, device });
  return { kind: "annotator", annotatorId: visit.annotatorId, studyId: visit.studyId, visitId: visit.visitId };
}

/** Enters and passes over consent, guidelines, check and practice: the person is ready for the first item. */
export async function enterReady(study: MadeStudy, number: number): Promise<AnnotatorActor> {
  const actor = await enter(study, number);
  await getDb().annotator.update({
    where: { id: actor.annotatorId },
    data: { stage: "rating", consentedAt: new Date() },
  });
  return actor;
}

/** Adds people who are ready for their first item, quickly: two statements for any number. */
export async function makeReadyAnnotators(study: MadeStudy, count: number): Promise<AnnotatorActor[]> {
  const actors = Array.from({ length: count }, (): AnnotatorActor => {
    return { kind: "annotator", annotatorId: randomUUID(), studyId: study.studyId, visitId: randomUUID() };
  });
  await getDb().annotator.createMany({
    data: actors.map(({ annotatorId, studyId }) => ({
      id: annotatorId,
      studyId,
      pseudonym: `A-${annotatorId}`,
      personKey: annotatorId,
      stage: "rating",
    })),
  });
  await getDb().visit.createMany({
    data: actors.map(({ annotatorId, studyId, visitId }) => ({ id: visitId, studyId, annotatorId, sessionKey: "1" })),
  });
  return actors;
}

/** A study with three people who are ready for their first item. */
export async function makeStudyWithPeople(
  wish: StudyWish = {},
): Promise<{ study: MadeStudy; first: AnnotatorActor; second: AnnotatorActor; third: AnnotatorActor }> {
  const study = await makeStudy(wish);
  const [first, second, third] = await makeReadyAnnotators(study, 3);
  if (!first || !second || !third) throw new Error("Three people were asked for.");
  return { study, first, second, third };
}

/** Claims the next item and answers its assignment; fails when the visit ends instead. */
export async function claim(actor: AnnotatorActor): Promise<string> {
  const next = await claimNextItem(actor, {});
  if ("ended" in next) throw new Error(`No item was given: ${next.ended}`);
  return next.assignmentId;
}

/** A complete set of ratings: the lowest score plus one everywhere, and a rationale of its own for each. */
export function completeRatings(study: MadeStudy): RatingDraft[] {
  return study.dimensions.flatMap((dimension) =>
    ([1, 2] as const).map((agent) => ({
      agent,
      dimension: dimension.id,
      score: dimension.min + 1,
      rationale: `Agent ${agent} shows this of ${dimension.name} when the coffee is handed over.`,
      evidence: [1, 3],
    })),
  );
}

/** Moves the end of one assignment's lease into the past, as time would. */
export async function runOutLease(assignmentId: string): Promise<void> {
  const past = new Date(Date.now() - 60_000);
  const { slotId } = await getDb().assignment.update({ where: { id: assignmentId }, data: { leaseUntil: past } });
  if (slotId) await getDb().slot.updateMany({ where: { id: slotId, state: "held" }, data: { leaseUntil: past } });
}
