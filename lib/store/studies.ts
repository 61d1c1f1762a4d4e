import { bandSchema, type Dimension } from "#lib/domain/dimensions/dimension.ts";
import { DIMENSION_HUES } from "#lib/domain/dimensions/hues.ts";
import { teachingOf } from "#lib/domain/dimensions/teaching.ts";
import type { StudyDesign } from "#lib/domain/studies/design.ts";
import { samplingRecordSchema } from "#lib/domain/studies/sampling-plan.ts";
import type { OutcomeCode, Study } from "#lib/domain/studies/study.ts";
import type { DbOrTransaction } from "./db.ts";
import type { StudyDimension as DimensionRow, Prisma, Study as StudyRow } from "./generated/client.ts";

/** What a new study needs beside its design. */
export type NewStudy = {
  id: string;
  entryToken: string;
  design: StudyDesign;
  consentVersion: string;
  codes: { outcome: string; code: string }[];
  createdById: string | null;
  clonedFromId?: string | null;
  isDemo?: boolean;
};

/** Inserts a draft with its dimensions and completion codes. */
export async function insertStudy(db: DbOrTransaction, study: NewStudy): Promise<void> {
  await db.study.create({
    data: {
      id: study.id,
      entryToken: study.entryToken,
      consentVersion: study.consentVersion,
      createdById: study.createdById,
      clonedFromId: study.clonedFromId ?? null,
      isDemo: study.isDemo ?? false,
      ...designColumns(study.design),
      dimensions: { createMany: { data: study.design.dimensions.map(dimensionColumns) } },
      codes: { createMany: { data: study.codes as Prisma.CompletionCodeCreateManyStudyInput[] } },
    },
  });
}

/** Replaces the design of a draft. Returns false when the study is no draft (any more). */
export async function updateStudyDesign(
  db: DbOrTransaction,
  studyId: string,
  design: StudyDesign,
  consentVersion: string,
): Promise<boolean> {
  const { count } = await db.study.updateMany({
    where: { id: studyId, state: "draft" },
    data: { ...designColumns(design), consentVersion },
  });
  if (count === 0) return false;
  await db.studyDimension.deleteMany({ where: { studyId } });
  await db.studyDimension.createMany({
    data: design.dimensions.map((dimension, position) => ({ studyId, ...dimensionColumns(dimension, position) })),
  });
  return true;
}

/** One study, or null. `lock` holds its row until the end of the transaction. */
export async function findStudy(
  db: DbOrTransaction,
  studyId: string,
  options: { lock?: boolean } = {},
): Promise<Study | null> {
  if (options.lock) await db.$queryRaw`SELECT 1 FROM studies WHERE id = ${studyId} FOR NO KEY UPDATE`;
  const row = await db.study.findUnique({
    where: { id: studyId },
    include: { dimensions: { orderBy: { position: "asc" } } },
  });
  return row ? toStudy(row) : null;
}

/** The completion codes of a study, one an outcome. */
export async function listCodes(db: DbOrTransaction, studyId: string): Promise<OutcomeCode[]> {
  const rows = await db.completionCode.findMany({ where: { studyId }, orderBy: { outcome: "asc" } });
  return rows.map(({ outcome, code }) => ({ outcome, code }));
}

/** Freezes a draft as launched, and keeps the text that its hash is made of. Returns false when it was no draft (any more). */
export async function markLaunched(
  db: DbOrTransaction,
  studyId: string,
  launch: { designHash: string; frozenText: string; at: Date },
): Promise<boolean> {
  const { count } = await db.study.updateMany({
    where: { id: studyId, state: "draft" },
    data: { state: "running", designHash: launch.designHash, launchedAt: launch.at },
  });
  if (count === 1) await db.frozenDesign.create({ data: { studyId, document: launch.frozenText } });
  return count === 1;
}

/** The text of what launch froze, or null where it was not kept. */
export async function findFrozenText(db: DbOrTransaction, studyId: string): Promise<string | null> {
  return (await db.frozenDesign.findUnique({ where: { studyId } }))?.document ?? null;
}

/** Moves a launched study from one state to another. Returns false when it stood elsewhere. */
export async function moveStudy(
  db: DbOrTransaction,
  studyId: string,
  from: Study["state"],
  to: Study["state"],
  closedAt: Date | null,
): Promise<boolean> {
  const { count } = await db.study.updateMany({
    where: { id: studyId, state: from },
    data: { state: to, closedAt },
  });
  return count === 1;
}

/** Sets a higher number of annotations per item. */
export async function setAnnotationsPerItem(db: DbOrTransaction, studyId: string, count: number): Promise<void> {
  await db.study.update({ where: { id: studyId }, data: { annotationsPerItem: count } });
}

/** Deletes a draft with all that hangs on it, previews too. Returns false when it is no draft (any more). */
export async function deleteDraftRows(db: DbOrTransaction, studyId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM studies WHERE id = ${studyId} AND state = 'draft' FOR UPDATE`;
  if (!row) return false;
  await db.annotator.deleteMany({ where: { studyId, isPreview: true } });
  await db.study.delete({ where: { id: studyId } });
  return true;
}

function designColumns(design: StudyDesign) {
  const { dimensions: _dimensions, ...columns } = design;
  return columns;
}

function dimensionColumns(dimension: Dimension, position: number) {
  const { id, bands, description = "", examples = {}, ...columns } = dimension;
  const documents = { bands: bands as Prisma.InputJsonValue, examples: examples as Prisma.InputJsonValue };
  return { dimension: id, position, description, ...documents, ...columns };
}

/** Builds the domain’s dimension from its row; bands and examples are parsed again as they are JSON. */
export function toDimension(row: DimensionRow): Dimension {
  const hue = DIMENSION_HUES.find((name) => name === row.hue) ?? "bel";
  const { dimension: id, symbol, name, question, direction, min, max } = row;
  const bands = bandSchema.array().parse(row.bands);
  return { id, symbol, name, question, direction, min, max, bands, hue, ...teachingOf(row) };
}

function toStudy(row: StudyRow & { dimensions: DimensionRow[] }): Study {
  return {
    id: row.id,
    entryToken: row.entryToken,
    state: row.state,
    design: {
      name: row.name,
      kind: row.kind,
      annotationsPerItem: row.annotationsPerItem,
      itemsPerAnnotator: row.itemsPerAnnotator,
      minutesPerItem: row.minutesPerItem,
      guidelinesVersion: row.guidelinesVersion,
      consentText: row.consentText,
      contact: row.contact,
      hasPractice: row.hasPractice,
      isDesktopOnly: row.isDesktopOnly,
      panelKind: row.panelKind,
      panelStudyId: row.panelStudyId,
      completionUrl: row.completionUrl,
      rewardMinor: row.rewardMinor,
      currency: row.currency,
      qualifyingStudyId: row.qualifyingStudyId,
      seed: row.seed,
      dimensions: row.dimensions.map(toDimension),
    },
    consentVersion: row.consentVersion,
    sampling: samplingRecordSchema.parse(row.sampling),
    designHash: row.designHash,
    isDemo: row.isDemo,
    clonedFromId: row.clonedFromId,
    createdAt: row.createdAt,
    launchedAt: row.launchedAt,
    closedAt: row.closedAt,
  };
}
