import type { Role } from "#lib/domain/access/roles.ts";
import { type DbOrTransaction, getDb } from "./db.ts";

/** A person with an account as admins see them. */
export type UserRow = {
  id: string;
  email: string;
  name: string;
  role: Role;
  createdAt: Date;
  disabledAt: Date | null;
  hasPassword: boolean;
};

/** What sign-in needs to know of an account. */
export type UserCredentials = {
  id: string;
  name: string;
  role: Role;
  passwordHash: string | null;
  disabledAt: Date | null;
};

/** An account's facts with the number of its running sessions and when it was last seen. */
export type UserWithActivity = UserRow & { liveSessions: number; lastSeenAt: Date | null };

const COLUMNS = {
  id: true,
  email: true,
  name: true,
  role: true,
  createdAt: true,
  disabledAt: true,
  passwordHash: true,
} as const;

type Raw = Omit<UserRow, "hasPassword"> & { passwordHash: string | null };

function toRow({ passwordHash, ...row }: Raw): UserRow {
  return { ...row, hasPassword: passwordHash !== null };
}

/** Whether anybody has an account yet. */
export async function hasUsers(db: DbOrTransaction = getDb()): Promise<boolean> {
  return (await db.user.findFirst({ select: { id: true } })) !== null;
}

/** The account with this id, or null. */
export async function findUser(id: string, db: DbOrTransaction = getDb()): Promise<UserRow | null> {
  const user = await db.user.findUnique({ where: { id }, select: COLUMNS });
  return user && toRow(user);
}

/** The account that signs in with this address (lower case), or null. */
export async function findCredentials(
  where: { email: string } | { id: string },
  db: DbOrTransaction = getDb(),
): Promise<UserCredentials | null> {
  return db.user.findUnique({
    where,
    select: { id: true, name: true, role: true, passwordHash: true, disabledAt: true },
  });
}

/** Everybody with an account, by name, disabled ones last. A lab has tens of people, so there are no pages. */
export async function listUsers(now: Date): Promise<UserWithActivity[]> {
  const rows = await getDb().user.findMany({
    select: {
      ...COLUMNS,
      sessions: { where: { endedAt: null, expiresAt: { gt: now } }, select: { lastSeenAt: true } },
    },
    orderBy: [{ disabledAt: { sort: "asc", nulls: "first" } }, { name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ sessions, ...user }) => {
    const seen = sessions.map((session) => session.lastSeenAt.getTime());
    return {
      ...toRow(user),
      liveSessions: sessions.length,
      lastSeenAt: seen.length > 0 ? new Date(Math.max(...seen)) : null,
    };
  });
}

/** Makes an account. Throws Prisma's unique violation when the address has one; ask {@link findCredentials} first. */
export async function createUser(
  db: DbOrTransaction,
  user: { email: string; name: string; role: Role; passwordHash: string | null },
): Promise<UserRow> {
  return toRow(await db.user.create({ data: user, select: COLUMNS }));
}

/** Changes an account's own fields. */
export async function updateUser(
  db: DbOrTransaction,
  id: string,
  change: { name?: string; role?: Role; passwordHash?: string; disabledAt?: Date | null },
): Promise<void> {
  await db.user.update({ where: { id }, data: change, select: { id: true } });
}

/**
 * The ids of the admins who may sign in, with their rows locked until the transaction ends: two admins who remove
 * each other at the same time are served one after the other.
 */
export async function lockActiveAdmins(db: DbOrTransaction): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM users WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR UPDATE`;
  return rows.map((row) => row.id);
}

/** Whether more than one person has an account in force and this one has not put the note about the database away. */
export async function needsDatabaseNote(db: DbOrTransaction, userId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ needs: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM users WHERE id <> ${userId} AND disabled_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM users WHERE id = ${userId} AND database_note_closed_at IS NOT NULL) AS needs`;
  return row?.needs ?? false;
}

/** Keeps that somebody has put the note about the database away; the first time stays. */
export async function closeDatabaseNote(db: DbOrTransaction, userId: string, at: Date): Promise<void> {
  await db.user.updateMany({ where: { id: userId, databaseNoteClosedAt: null }, data: { databaseNoteClosedAt: at } });
}
