import type { Actor } from "#lib/domain/access/actor.ts";
import { recordAudit } from "./audit.ts";
import { getDb } from "./db.ts";
import type { ImportNote, RatingImportRow } from "./rating-import-types.ts";
import { type Alongside, findRatingImport } from "./rating-imports.ts";

/** Marks an import as running, unless it has ended or waits for its mapping. Answers the row as it is after that. */
export async function startRatingImport(id: string): Promise<RatingImportRow | null> {
  await getDb().ratingImport.updateMany({
    where: { id, state: { in: ["queued", "running"] } },
    data: { state: "running", error: "" },
  });
  await getDb().ratingImport.updateMany({
    where: { id, startedAt: null, state: "running" },
    data: { startedAt: new Date() },
  });
  return findRatingImport(id);
}

/** Ends a running import as failed at the position that its worker knows; false when it had ended or gone further. */
export async function failRatingImport(id: string, rowsDone: number, error: string): Promise<boolean> {
  const answer = await getDb().ratingImport.updateMany({
    where: { id, rowsDone, state: { in: ["queued", "running"] } },
    data: { state: "failed", error, finishedAt: new Date() },
  });
  return answer.count === 1;
}

/** Keeps what there is to say about the file as a whole. */
export async function setImportNotes(id: string, notes: ImportNote[]): Promise<void> {
  await getDb().ratingImport.update({ where: { id }, data: { notes } });
}

/** Stops an import that has not ended; what was written stays. False when it had ended. */
export async function cancelRatingImport(actor: Actor, id: string): Promise<boolean> {
  return getDb().$transaction(async (tx) => {
    const answer = await tx.ratingImport.updateMany({
      where: { id, state: { in: ["queued", "running"] } },
      data: { state: "canceled", finishedAt: new Date() },
    });
    if (answer.count === 1)
      await recordAudit(tx, { actor, action: "ratings.cancel-import", subjectKind: "rating-import", subjectId: id });
    return answer.count === 1;
  });
}

/**
 * Queues a failed or canceled import again; it goes on after the last record that was written. False when it may not.
 * Throws a unique violation when another import has taken the same content since.
 */
export async function requeueRatingImport(actor: Actor, id: string, alongside?: Alongside): Promise<boolean> {
  return getDb().$transaction(async (tx) => {
    const answer = await tx.ratingImport.updateMany({
      where: { id, state: { in: ["failed", "canceled"] }, storedPath: { not: "" } },
      data: { state: "queued", error: "", finishedAt: null },
    });
    if (answer.count !== 1) return false;
    await recordAudit(tx, { actor, action: "ratings.retry-import", subjectKind: "rating-import", subjectId: id });
    await alongside?.(tx, id);
    return true;
  });
}

/** The imports that were made before a moment and still wait for a worker. */
export async function listWaitingRatingImportIds(before: Date): Promise<string[]> {
  const rows = await getDb().ratingImport.findMany({
    where: { state: "queued", createdAt: { lt: before } },
    select: { id: true },
    take: 100,
  });
  return rows.map((row) => row.id);
}

/** Forgets where the file was stored, after it has been deleted. */
export async function clearRatingFile(id: string): Promise<void> {
  await getDb().ratingImport.updateMany({ where: { id }, data: { storedPath: "" } });
}

/** Ends a running import whose job has been given up. False when it had ended or goes on. */
export async function giveUpRatingImport(id: string, error: string): Promise<boolean> {
  const answer = await getDb().ratingImport.updateMany({
    where: { id, state: "running" },
    data: { state: "failed", error, finishedAt: new Date() },
  });
  return answer.count === 1;
}
