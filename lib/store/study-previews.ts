import { randomUUID } from "node:crypto";
import type { DbOrTransaction } from "./db.ts";

/** Who a preview is entered as. */
export type PreviewVisit = { annotatorId: string; visitId: string };

/** Makes an annotator who tries a study out and is counted nowhere, with a visit that has just begun. */
export async function insertPreviewVisit(
  db: DbOrTransaction,
  preview: { studyId: string; userId: string; pseudonym: string; device: string },
): Promise<PreviewVisit> {
  const annotatorId = randomUUID();
  const visitId = randomUUID();
  await db.annotator.create({
    data: {
      id: annotatorId,
      studyId: preview.studyId,
      pseudonym: preview.pseudonym,
      personKey: `preview:${preview.userId}:${annotatorId}`,
      isPreview: true,
      visits: {
        create: { id: visitId, studyId: preview.studyId, sessionKey: `preview:${visitId}`, device: preview.device },
      },
    },
  });
  return { annotatorId, visitId };
}

/** Removes every preview of a study with all that was rated in it; what annotators did is not touched. */
export async function deletePreviewAnnotators(db: DbOrTransaction, studyId: string): Promise<void> {
  await db.annotator.deleteMany({ where: { studyId, isPreview: true } });
}

/** Removes the earlier previews of one user in a study, so that a new one starts from the beginning. */
export async function deletePreviewsOf(db: DbOrTransaction, studyId: string, userId: string): Promise<void> {
  await db.annotator.deleteMany({
    where: { studyId, isPreview: true, personKey: { startsWith: `preview:${userId}:` } },
  });
}
