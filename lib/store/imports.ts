import { randomUUID } from "node:crypto";
import type { Actor } from "#lib/domain/access/actor.ts";
import { recordAudit } from "./audit.ts";
import { getDb } from "./db.ts";
import type { EpisodeImport, EpisodeImportLine, Prisma } from "./generated/client.ts";

/** The states of an import; `completed`, `failed` and `canceled` are ends, of which the last two may be retried. */
export type ImportState = "queued" | "running" | "completed" | "failed" | "canceled";

/** What became of a record. */
export type LineOutcome = "accepted" | "unchanged" | "conflict" | "refused";

/** One import with its counts. Bytes are plain numbers: files are far below 2⁵³. */
export type ImportRow = Omit<EpisodeImport, "bytes" | "bytesDone" | "state"> & {
  bytes: number;
  bytesDone: number;
  state: ImportState;
};

function toRow(row: EpisodeImport): ImportRow {
  return { ...row, bytes: Number(row.bytes), bytesDone: Number(row.bytesDone), state: row.state as ImportState };
}

/** What is known of a file when its import is made. */
export type NewImport = {
  id?: string;
  fileName: string;
  storedPath: string;
  bytes: number;
  sha256: string;
  isDemo?: boolean;
  judgeVersion?: string;
};

/** What else must happen in the same transaction: queueing the job. */
type Alongside = (tx: Prisma.TransactionClient, importId: string) => Promise<unknown>;

/** Makes a queued import and writes who asked for it. `alongside` commits with it or not at all. */
export async function createImport(actor: Actor, file: NewImport, alongside?: Alongside): Promise<ImportRow> {
  return getDb().$transaction(async (tx) => {
    const row = await tx.episodeImport.create({
      data: {
        ...file,
        id: file.id ?? randomUUID(),
        bytes: BigInt(file.bytes),
        createdById: actor.kind === "user" ? actor.userId : null,
      },
    });
    await recordAudit(tx, {
      actor,
      action: "episodes.import",
      subjectKind: "import",
      subjectId: row.id,
      after: {
        fileName: row.fileName,
        bytes: file.bytes,
        sha256: row.sha256,
        ...(row.judgeVersion === "" ? {} : { judgeVersion: row.judgeVersion }),
      },
    });
    await alongside?.(tx, row.id);
    return toRow(row);
  });
}

/** One import, or null. */
export async function findImport(id: string): Promise<ImportRow | null> {
  const row = await getDb().episodeImport.findUnique({ where: { id } });
  return row ? toRow(row) : null;
}

/** Episodes that a file brought again, by the import with which they came first; null for what came with no file. */
export type EarlierImport = { importId: string | null; fileName: string; episodes: number };

/** With which imports the episodes came that an import reports as unchanged; the one with most of them first. */
export async function listEarlierImports(importId: string): Promise<EarlierImport[]> {
  return getDb().$queryRaw<EarlierImport[]>`
    SELECT e.import_id AS "importId", coalesce(i.file_name, '') AS "fileName", count(DISTINCT e.id)::int AS episodes
    FROM episode_import_lines l JOIN episodes e ON e.id = l.record_id LEFT JOIN episode_imports i ON i.id = e.import_id
    WHERE l.import_id = ${importId} AND l.outcome = 'unchanged' AND l.kind = 'episode'
      AND e.import_id IS DISTINCT FROM ${importId}
    GROUP BY e.import_id, i.file_name, i.created_at ORDER BY episodes DESC, i.created_at`;
}

/** The newest imports; `before` is the id of the last one of the page before. */
export async function listImports(limit: number, before?: string): Promise<ImportRow[]> {
  const rows = await getDb().episodeImport.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    ...(before ? { cursor: { id: before }, skip: 1 } : {}),
  });
  return rows.map(toRow);
}

/** Marks an import as running, unless it has ended. Answers the row as it is after that, or null when there is none. */
export async function startImport(id: string): Promise<ImportRow | null> {
  await getDb().episodeImport.updateMany({
    where: { id, state: { in: ["queued", "running"] } },
    data: { state: "running", error: "" },
  });
  await getDb().episodeImport.updateMany({ where: { id, startedAt: null }, data: { startedAt: new Date() } });
  return findImport(id);
}

/**
 * Ends a running import at the position that its worker knows, once. False when it had ended already (it was canceled)
 * or another worker has gone further: then it is that worker's to end.
 */
export async function finishImport(
  id: string,
  rowsDone: number,
  end: { state: "completed" } | { state: "failed"; error: string },
): Promise<boolean> {
  const answer = await getDb().episodeImport.updateMany({
    where: { id, rowsDone, state: { in: ["queued", "running"] } },
    data: { error: "", ...end, finishedAt: new Date() },
  });
  return answer.count === 1;
}

/** Stops an import that has not ended; what was written stays. False when it had ended. */
export async function cancelImport(actor: Actor, id: string): Promise<boolean> {
  return getDb().$transaction(async (tx) => {
    const answer = await tx.episodeImport.updateMany({
      where: { id, state: { in: ["queued", "running"] } },
      data: { state: "canceled", finishedAt: new Date() },
    });
    if (answer.count === 1)
      await recordAudit(tx, { actor, action: "episodes.cancel-import", subjectKind: "import", subjectId: id });
    return answer.count === 1;
  });
}

/** Queues a failed or canceled import again; it goes on after the last record that was written. False when it may not. */
export async function requeueImport(actor: Actor, id: string, alongside?: Alongside): Promise<boolean> {
  return getDb().$transaction(async (tx) => {
    const answer = await tx.episodeImport.updateMany({
      where: { id, state: { in: ["failed", "canceled"] }, storedPath: { not: "" } },
      data: { state: "queued", error: "", finishedAt: null },
    });
    if (answer.count !== 1) return false;
    await recordAudit(tx, { actor, action: "episodes.retry-import", subjectKind: "import", subjectId: id });
    await alongside?.(tx, id);
    return true;
  });
}

/** Ends an import that still counts as running though nobody works on it any more. False when it has ended. */
export async function giveUpImport(id: string, error: string): Promise<boolean> {
  const answer = await getDb().episodeImport.updateMany({
    where: { id, state: "running" },
    data: { state: "failed", error, finishedAt: new Date() },
  });
  return answer.count === 1;
}

/** The imports that were made before a moment and still wait for a worker. */
export async function listWaitingImportIds(before: Date): Promise<string[]> {
  const rows = await getDb().episodeImport.findMany({
    where: { state: "queued", createdAt: { lt: before } },
    select: { id: true },
    take: 100,
  });
  return rows.map((row) => row.id);
}

/** Forgets where the file was stored, after it has been deleted. */
export async function clearStoredPath(id: string): Promise<void> {
  await getDb().episodeImport.update({ where: { id }, data: { storedPath: "" } });
}

/** Which lines of a report are wanted: by outcome, or the repaired ones among those that were taken. */
export type LineFilter = { outcome?: LineOutcome | undefined; isRepaired?: boolean | undefined };

/** Lines of a report in the order of the file, after record `after`, at most `limit`. */
export async function listImportLines(
  importId: string,
  filter: LineFilter,
  after: number,
  limit: number,
): Promise<EpisodeImportLine[]> {
  const where: Prisma.EpisodeImportLineWhereInput = { importId, record: { gt: after } };
  if (filter.outcome) where.outcome = filter.outcome;
  if (filter.isRepaired) where.isRepaired = true;
  return getDb().episodeImportLine.findMany({ where, orderBy: { record: "asc" }, take: limit });
}

/** Brings the planner's statistics up to date; the embedded database has nobody else who would. */
export async function analyzeEpisodes(): Promise<void> {
  await getDb().$executeRaw`ANALYZE episodes`;
}
