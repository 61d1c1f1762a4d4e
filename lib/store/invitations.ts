import type { Role } from "#lib/domain/access/roles.ts";
import { type DbOrTransaction, getDb } from "./db.ts";

/** An invitation that may still be used. `isSetup`: the one made at first start, without anybody who invites. */
export type InvitationRow = {
  id: string;
  email: string | null;
  role: Role;
  createdAt: Date;
  expiresAt: Date;
  invitedBy: string | null;
  isSetup: boolean;
};

const SELECT = {
  id: true,
  email: true,
  role: true,
  createdAt: true,
  expiresAt: true,
  invitedId: true,
  invitedBy: { select: { name: true } },
} as const;

type Raw = Omit<InvitationRow, "invitedBy" | "isSetup"> & {
  invitedId: string | null;
  invitedBy: { name: string } | null;
};

/** Setup invitations carry no address and nobody who invites. */
function toRow({ invitedId, invitedBy, ...row }: Raw): InvitationRow {
  return { ...row, invitedBy: invitedBy?.name ?? null, isSetup: invitedId === null && row.email === null };
}

function live(now: Date) {
  return { usedAt: null, revokedAt: null, expiresAt: { gt: now } };
}

/** Keeps a new invitation by the hash of its token. */
export async function createInvitation(
  db: DbOrTransaction,
  invitation: { tokenHash: string; email: string | null; role: Role; invitedId: string | null; expiresAt: Date },
): Promise<InvitationRow> {
  return toRow(await db.invitation.create({ data: invitation, select: SELECT }));
}

/** The live invitation with this token hash, or null when it is unknown, used, revoked or too old. */
export async function findLiveInvitation(
  tokenHash: string,
  now: Date,
  db: DbOrTransaction = getDb(),
): Promise<InvitationRow | null> {
  const found = await db.invitation.findFirst({ where: { tokenHash, ...live(now) }, select: SELECT });
  return found && toRow(found);
}

/** The newest live invitation for this address, or null. */
export async function findLiveInvitationFor(
  email: string,
  now: Date,
  db: DbOrTransaction = getDb(),
): Promise<InvitationRow | null> {
  const found = await db.invitation.findFirst({
    where: { email, ...live(now) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: SELECT,
  });
  return found && toRow(found);
}

/** All live invitations, newest first. */
export async function listLiveInvitations(now: Date): Promise<InvitationRow[]> {
  const rows = await getDb().invitation.findMany({
    where: live(now),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: SELECT,
  });
  return rows.map(toRow);
}

/** Uses an invitation up. One statement, so that of two who come at once only one gets true. */
export async function consumeInvitation(db: DbOrTransaction, id: string, now: Date): Promise<boolean> {
  return (await db.invitation.updateMany({ where: { id, ...live(now) }, data: { usedAt: now } })).count === 1;
}

/** Revokes a live invitation; answers whether there was one. */
export async function revokeInvitation(db: DbOrTransaction, id: string, now: Date): Promise<boolean> {
  return (await db.invitation.updateMany({ where: { id, ...live(now) }, data: { revokedAt: now } })).count === 1;
}

/** Revokes every setup invitation; a new start makes a new one. */
export async function revokeSetupInvitations(db: DbOrTransaction, now: Date): Promise<void> {
  await db.invitation.updateMany({ where: { invitedId: null, email: null, ...live(now) }, data: { revokedAt: now } });
}
