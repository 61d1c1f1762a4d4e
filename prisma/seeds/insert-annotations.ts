import { SOTOPIA_DIMENSIONS, sotopiaDimension } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { getDb } from "#lib/store/db.ts";
import type { Prisma } from "#lib/store/generated/client.ts";
import { DEMO_ANNOTATIONS } from "./demo/index.ts";
import type { DemoAnnotation, DemoStudy } from "./demo/types.ts";

/** What is needed to put a demo study's annotations in. `newId` makes ids. */
export type DemoAnnotationInput = { studyId: string; demo: DemoStudy; launchedAt: Date; newId: () => string };

type Placed = DemoAnnotation & {
  assignmentId: string;
  annotationId: string;
  slotId: string;
  studyItemId: string;
  startedAt: Date;
  endedAt: Date;
};

const MINUTE_MS = 60_000;
/** A draft of the demo is held for a month, so that a newcomer sees somebody at work. */
const DEMO_LEASE_MS = 30 * 86_400_000;

/** Inserts annotators, visits, assignments, annotations and ratings of one launched demo study, and fills its slots. */
export async function insertDemoAnnotations({ studyId, demo, launchedAt, newId }: DemoAnnotationInput): Promise<void> {
  const written = DEMO_ANNOTATIONS.filter((annotation) => annotation.studyId === demo.id);
  const annotatorIds = new Map(demo.annotators.map((annotator) => [annotator.id, newId()]));
  const idOf = (annotatorId: string): string => annotatorIds.get(annotatorId) ?? "";
  await getDb().$transaction(async (tx) => {
    const placed = await placeAnnotations(tx, { studyId, demo, launchedAt, newId }, written);
    await tx.annotator.createMany({
      data: demo.annotators.map((annotator) => annotatorRow(studyId, idOf(annotator.id), annotator, placed)),
    });
    await tx.visit.createMany({
      data: demo.annotators.map((annotator) => visitRow(studyId, idOf(annotator.id), newId(), annotator.id, placed)),
    });
    await tx.assignment.createMany({ data: placed.map((one) => assignmentRow(studyId, idOf(one.annotatorId), one)) });
    await tx.annotation.createMany({ data: placed.map((one) => annotationRow(studyId, one)) });
    await tx.rating.createMany({ data: placed.flatMap((one) => ratingRows(studyId, one)) });
    await fillSlots(tx, studyId, placed);
  });
}

/** Gives every written annotation a slot of its item, in the order in which they were begun. */
async function placeAnnotations(
  tx: Prisma.TransactionClient,
  input: DemoAnnotationInput,
  written: DemoAnnotation[],
): Promise<Placed[]> {
  const items = await tx.studyItem.findMany({
    where: { studyId: input.studyId },
    include: { episode: { select: { sourceId: true } }, slots: { orderBy: { index: "asc" } } },
  });
  const free = new Map(items.map((item) => [item.episode.sourceId, item.slots.map((slot) => slot.id)]));
  const itemIds = new Map(items.map((item) => [item.episode.sourceId, item.id]));
  return [...written]
    .sort((a, b) => a.startedMinutes - b.startedMinutes)
    .map((annotation) => {
      const slotId = free.get(annotation.episodeSourceId)?.shift();
      const studyItemId = itemIds.get(annotation.episodeSourceId);
      if (!slotId || !studyItemId) throw new Error(`The demo has no place left for ${annotation.episodeSourceId}.`);
      const startedAt = new Date(input.launchedAt.getTime() + annotation.startedMinutes * MINUTE_MS);
      const endedAt = new Date(startedAt.getTime() + activeMs(annotation) * 1.15);
      return {
        ...annotation,
        assignmentId: input.newId(),
        annotationId: input.newId(),
        slotId,
        studyItemId,
        startedAt,
        endedAt,
      };
    });
}

function activeMs(annotation: DemoAnnotation): number {
  return annotation.activeSeconds.reduce((sum, seconds) => sum + seconds, 0) * 1000;
}

/** When an annotator's last submission came, or null while something of theirs is open. */
function doneAt(annotatorId: string, placed: Placed[]): Date | null {
  const own = placed.filter((one) => one.annotatorId === annotatorId);
  if (own.length === 0 || own.some((one) => one.state === "draft")) return null;
  return new Date(Math.max(...own.map((one) => one.endedAt.getTime())));
}

function annotatorRow(
  studyId: string,
  id: string,
  annotator: DemoStudy["annotators"][number],
  placed: Placed[],
): Prisma.AnnotatorCreateManyInput {
  const endedAt = doneAt(annotator.id, placed);
  const first = placed.find((one) => one.annotatorId === annotator.id);
  const before = new Date((first?.startedAt ?? new Date(0)).getTime() - 8 * MINUTE_MS);
  return {
    id,
    studyId,
    pseudonym: annotator.pseudonym,
    personKey: `demo-${annotator.id}`,
    stage: endedAt ? "ended" : "rating",
    outcome: endedAt ? "completed" : null,
    endedAt,
    consentVersion: "1",
    consentedAt: before,
    guidelinesReadAt: before,
    checkPassedAt: before,
    practicedAt: before,
    createdAt: before,
  };
}

function visitRow(
  studyId: string,
  annotatorId: string,
  id: string,
  demoAnnotatorId: string,
  placed: Placed[],
): Prisma.VisitCreateManyInput {
  const endedAt = doneAt(demoAnnotatorId, placed);
  const first = placed.find((one) => one.annotatorId === demoAnnotatorId);
  return {
    id,
    studyId,
    annotatorId,
    sessionKey: `demo-${demoAnnotatorId}`,
    device: "desktop",
    enteredAt: new Date((first?.startedAt ?? new Date(0)).getTime() - 9 * MINUTE_MS),
    outcome: endedAt ? "completed" : null,
    endedAt,
  };
}

function assignmentRow(studyId: string, annotatorId: string, one: Placed): Prisma.AssignmentCreateManyInput {
  const isDraft = one.state === "draft";
  return {
    id: one.assignmentId,
    studyId,
    studyItemId: one.studyItemId,
    annotatorId,
    slotId: one.slotId,
    sequence: one.sequence,
    state: isDraft ? "started" : "submitted",
    leaseUntil: isDraft ? new Date(Date.now() + DEMO_LEASE_MS) : null,
    assignedAt: one.startedAt,
    startedAt: one.startedAt,
    endedAt: isDraft ? null : one.endedAt,
  };
}

function annotationRow(studyId: string, one: Placed): Prisma.AnnotationCreateManyInput {
  const byDimension = SOTOPIA_DIMENSIONS.map((dimension, index) => [
    dimension.id,
    (one.activeSeconds[index] ?? 0) * 1000,
  ]);
  return {
    id: one.annotationId,
    assignmentId: one.assignmentId,
    studyId,
    state: one.state,
    revision: one.ratings.length,
    savedAt: one.endedAt,
    submittedAt: one.state === "draft" ? null : one.endedAt,
    activeMs: activeMs(one),
    activeMsByDimension: Object.fromEntries(byDimension),
  };
}

function ratingRows(studyId: string, one: Placed): Prisma.RatingCreateManyInput[] {
  return one.ratings.map(({ agent, dimensionId, score, rationale, evidence }) => {
    const scale = sotopiaDimension(dimensionId);
    if (!scale) throw new Error(`No such dimension: ${dimensionId}`);
    const { min: scaleMin, max: scaleMax } = scale;
    return {
      annotationId: one.annotationId,
      studyId,
      agent,
      dimension: dimensionId,
      scaleMin,
      scaleMax,
      score,
      rationale,
      evidence,
    };
  });
}

/** Marks the slots as held or filled and brings the counters of items and episodes in line. */
async function fillSlots(tx: Prisma.TransactionClient, studyId: string, placed: Placed[]): Promise<void> {
  const held = placed.filter((one) => one.state === "draft").map((one) => one.slotId);
  const filled = placed.filter((one) => one.state === "submitted").map((one) => one.slotId);
  await tx.slot.updateMany({
    where: { id: { in: held } },
    data: { state: "held", leaseUntil: new Date(Date.now() + DEMO_LEASE_MS) },
  });
  await tx.slot.updateMany({ where: { id: { in: filled } }, data: { state: "filled" } });
  await tx.$executeRaw`
    UPDATE study_items i SET filled_count = s.taken, submitted_count = s.filled
    FROM (SELECT study_item_id, count(*) FILTER (WHERE state <> 'open')::int AS taken, count(*) FILTER (WHERE state = 'filled')::int AS filled
          FROM slots WHERE study_id = ${studyId} GROUP BY study_item_id) s
    WHERE i.id = s.study_item_id`;
  await tx.$executeRaw`
    UPDATE episodes e SET annotation_count = annotation_count + i.submitted_count
    FROM study_items i WHERE i.study_id = ${studyId} AND i.episode_id = e.id`;
}
