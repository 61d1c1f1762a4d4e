import type { Actor } from "#lib/domain/access/actor.ts";
import { currentRequestId } from "#lib/request-scope.ts";
import type { DbOrTransaction } from "./db.ts";
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
