import { randomUUID } from "node:crypto";
import type { Actor } from "#lib/domain/access/actor.ts";
import { recordAudit } from "./audit.ts";
import { getPool } from "./connection.ts";
import { getDb } from "./db.ts";
import type { Prisma, RatingImport, RatingImportLine } from "./generated/client.ts";
import type { ImportNote, RatingImportRow, RatingImportState } from "./rating-import-types.ts";

function toRow(row: RatingImport): RatingImportRow {
  return {
    ...row,
    bytes: Number(row.bytes),
    bytesDone: Number(row.bytesDone),
    state: row.state as RatingImportState,
    notes: row.notes as ImportNote[],
  };
}

/** What is known of a file when its import is made. */
export type NewRatingImport = {
  id?: string;
  fileName: string;
  storedPath: string;
  bytes: number;
  sha256: string;
  state: "mapping" | "queued";
  shape: string;
  mapping: unknown;
  contentKey: string;
};

/** What else must happen in the same transaction: queueing the job. */
export type Alongside = (tx: Prisma.TransactionClient, importId: string) => Promise<unknown>;

/**
 * Makes an import and writes who asked for it. `alongside` commits with it or not at all. Throws a unique violation
 * when another import has the same content.
 */
export async function createRatingImport(
  actor: Actor,
  file: NewRatingImport,
  alongside?: Alongside,
): Promise<RatingImportRow> {
  return getDb().$transaction(async (tx) => {
    const row = await tx.ratingImport.create({
      data: {
        ...file,
        id: file.id ?? randomUUID(),
        bytes: BigInt(file.bytes),
        mapping: file.mapping as Prisma.InputJsonValue,
        createdById: actor.kind === "user" ? actor.userId : null,
      },
    });
    await recordAudit(tx, {
      actor,
      action: "ratings.import",
      subjectKind: "rating-import",
      subjectId: row.id,
      after: { fileName: row.fileName, bytes: file.bytes, sha256: row.sha256, shape: row.shape },
    });
    if (file.state === "queued") await alongside?.(tx, row.id);
    return toRow(row);
  });
}

/** One import, or null. */
export async function findRatingImport(id: string): Promise<RatingImportRow | null> {
  const row = await getDb().ratingImport.findUnique({ where: { id } });
  return row ? toRow(row) : null;
}

/** The import that has taken, takes or is going to take this very content, or null. */
export async function findByContentKey(contentKey: string): Promise<RatingImportRow | null> {
  const row = await getDb().ratingImport.findFirst({
    where: {
      contentKey: { equals: contentKey, not: "" },
      state: { in: ["mapping", "queued", "running", "completed"] },
    },
    orderBy: { createdAt: "asc" },
  });
  return row ? toRow(row) : null;
}

/** The newest imports; `before` is the id of the last one of the page before. */
export async function listRatingImports(limit: number, before?: string): Promise<RatingImportRow[]> {
  const rows = await getDb().ratingImport.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    ...(before ? { cursor: { id: before }, skip: 1 } : {}),
  });
  return rows.map(toRow);
}

/**
 * Takes the mapping that somebody confirmed and queues the import. False when it does not wait for one (any more).
 * Throws a unique violation when another import has the same content.
 */
export async function confirmMapping(
  actor: Actor,
  id: string,
  confirmed: { mapping: unknown; contentKey: string },
  alongside?: Alongside,
): Promise<boolean> {
  return getDb().$transaction(async (tx) => {
    const answer = await tx.ratingImport.updateMany({
      where: { id, state: "mapping" },
      data: { ...confirmed, mapping: confirmed.mapping as Prisma.InputJsonValue, state: "queued" },
    });
    if (answer.count !== 1) return false;
    await recordAudit(tx, {
      actor,
      action: "ratings.confirm-mapping",
      subjectKind: "rating-import",
      subjectId: id,
      after: confirmed.mapping,
    });
    await alongside?.(tx, id);
    return true;
  });
}

/** Deletes an import with everything that came in with it, and writes who did. Answers its row, null when it was gone. */
export async function deleteRatingImport(actor: Actor, id: string): Promise<RatingImportRow | null> {
  const row = await findRatingImport(id);
  if (!row) return null;
  // Ratings first and in one statement: by way of the cascade they would be looked for once for every unit and rater.
  await getPool().query(
    `DELETE FROM imported_ratings WHERE rater_id IN (SELECT id FROM imported_raters WHERE import_id = $1)`,
    [id],
  );
  await getDb().$transaction(async (tx) => {
    const items = await tx.$queryRaw<{ key: string }[]>`
      SELECT DISTINCT item_key AS key FROM imported_units WHERE import_id = ${id}`;
    const answer = await tx.ratingImport.deleteMany({ where: { id } });
    await tx.$executeRaw`SELECT count_imported_raters(${items.map((item) => item.key)}::text[])`;
    if (answer.count === 1)
      await recordAudit(tx, {
        actor,
        action: "ratings.delete-import",
        subjectKind: "rating-import",
        subjectId: id,
        before: { fileName: row.fileName, sha256: row.sha256, ratingCount: row.ratingCount },
      });
  });
  return row;
}

/** Lines of a report in the order of the file, after record `after`, at most `limit`. */
export async function listRatingImportLines(
  importId: string,
  outcome: string | undefined,
  after: number,
  limit: number,
): Promise<RatingImportLine[]> {
  return getDb().ratingImportLine.findMany({
    where: { importId, record: { gt: after }, ...(outcome ? { outcome } : {}) },
    orderBy: { record: "asc" },
    take: limit,
  });
}

/** Keeps what somebody has said so far of a waiting table. */
export async function saveMapping(id: string, mapping: unknown): Promise<void> {
  await getDb().ratingImport.updateMany({
    where: { id, state: "mapping" },
    data: { mapping: mapping as Prisma.InputJsonValue },
  });
}
