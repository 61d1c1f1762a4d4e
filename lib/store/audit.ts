import type { Actor } from "#lib/domain/access/actor.ts";
import { currentRequestId } from "#lib/request-scope.ts";
import { type DbOrTransaction, getDb } from "./db.ts";
import { Prisma } from "./generated/client.ts";

/** One thing that was done. `before` and `after` hold the fields that changed, as plain JSON; never a secret. */
export type AuditRecord = {
  actor: Actor;
  /** `<noun>.<verb>`: `studies.launch`, `users.invite`. */
  action: string;
  /** The table's noun in the singular: `study`, `user`, `annotation`. */
  subjectKind: string;
  subjectId: string;
  before?: unknown;
  after?: unknown;
  /** Found by itself inside a route or an action. */
  requestId?: string;
};

/** Appends to the audit log; call it in the transaction of the change that it tells of. */
export async function recordAudit(db: DbOrTransaction, record: AuditRecord): Promise<void> {
  await db.auditEntry.create({
    data: {
      ...actorColumns(record.actor),
      action: record.action,
      subjectKind: record.subjectKind,
      subjectId: record.subjectId,
      before: json(record.before),
      after: json(record.after),
      requestId: record.requestId ?? currentRequestId(),
    },
  });
}

function actorColumns(actor: Actor): { actorKind: string; actorId: string; actorName: string } {
  if (actor.kind === "user") return { actorKind: "user", actorId: actor.userId, actorName: actor.name };
  if (actor.kind === "annotator") return { actorKind: "annotator", actorId: actor.annotatorId, actorName: "" };
  if (actor.kind === "system") return { actorKind: "system", actorId: actor.name, actorName: actor.name };
  return { actorKind: "anonymous", actorId: "", actorName: "" };
}

function json(value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === undefined || value === null
    ? Prisma.DbNull
    : (JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue);
}

/** One line of the audit log. */
export type AuditRow = {
  id: string;
  at: Date;
  actorKind: string;
  actorId: string;
  actorName: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  before: unknown;
  after: unknown;
  requestId: string | null;
};

/** Which lines to read; every field that is given must match. `before` is the id of the last line already seen. */
export type AuditFilter = {
  action?: string;
  actorId?: string;
  subjectKind?: string;
  subjectId?: string;
  from?: Date;
  until?: Date;
  before?: bigint;
};

/** Reads lines from the newest back, at most `limit`. */
export async function listAuditEntries(filter: AuditFilter, limit: number): Promise<AuditRow[]> {
  const { action, actorId, subjectKind, subjectId, from, until, before } = filter;
  const rows = await getDb().auditEntry.findMany({
    where: {
      action,
      actorId,
      subjectKind,
      subjectId,
      at: from || until ? { gte: from, lt: until } : undefined,
      id: before === undefined ? undefined : { lt: before },
    },
    orderBy: { id: "desc" },
    take: limit,
  });
  return rows.map((row) => ({ ...row, id: row.id.toString() }));
}

/** The actions that occur in the log, in alphabetical order, for the filter's choices. */
export async function listAuditActions(): Promise<string[]> {
  const rows = await getDb().auditEntry.groupBy({ by: ["action"], orderBy: { action: "asc" } });
  return rows.map((row) => row.action);
}

/** The people who occur in the log, by name, for the filter's choices. */
export async function listAuditActors(): Promise<{ id: string; name: string }[]> {
  const rows = await getDb().auditEntry.groupBy({
    by: ["actorId"],
    where: { actorKind: "user" },
    _max: { actorName: true },
  });
  const actors = rows.map((row) => ({ id: row.actorId, name: row._max.actorName ?? row.actorId }));
  return actors.sort((a, b) => a.name.localeCompare(b.name));
}
