import { z } from "zod";
import { listAuditActions, listAuditActors, listAuditEntries as listEntries } from "#lib/store/audit.ts";
import { defineOperation } from "../define-operation.ts";

/** Lines on one page. */
const PAGE = 50;

const day = z.iso.date("Give a date such as 2026-11-30.");

const input = z.object({
  action: z.string().max(100).optional(),
  actorId: z.string().max(100).optional(),
  subjectKind: z.string().max(100).optional(),
  subjectId: z.string().max(100).optional(),
  /** First day, in UTC, included. */
  from: day.optional(),
  /** Last day, in UTC, included. */
  to: day.optional(),
  /** Where the next page goes on, from `next` of the page before. */
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});

/** One page of the audit log from the newest back, with the choices of its filter. `next` is null on the last page. */
export const listAuditEntries = defineOperation({
  name: "audit/list-audit-entries",
  permission: "audit.read",
  input,
  deps: { pageSize: PAGE },
  run: async (_actor, { from, to, cursor, ...filter }, { pageSize }) => {
    const range = { from: from ? new Date(`${from}T00:00:00Z`) : undefined, until: to ? dayAfter(to) : undefined };
    const before = cursor === undefined ? undefined : BigInt(cursor);
    const [rows, actions, actors] = await Promise.all([
      listEntries({ ...filter, ...range, before }, pageSize + 1),
      listAuditActions(),
      listAuditActors(),
    ]);
    const entries = rows.slice(0, pageSize);
    const next = rows.length > pageSize ? (entries.at(-1)?.id ?? null) : null;
    return { entries, next, actions, actors };
  },
});

function dayAfter(date: string): Date {
  return new Date(new Date(`${date}T00:00:00Z`).getTime() + 24 * 60 * 60 * 1000);
}
