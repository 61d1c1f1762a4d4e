import type pg from "pg";
import { env, poolSize, SettingsError } from "#lib/env.ts";
import type { PrismaClient } from "./generated/client.ts";
import { openPool } from "./pool.ts";

/** The database of a process. Its client is made on first use: a thread that only reads columns does without one. */
export type Connection = { url: string; pool: pg.Pool; client: PrismaClient | null };

/** Kept on the global object: a development reload loads this module anew and must find the old connection. */
const holder = globalThis as typeof globalThis & { studioConnection?: Connection | undefined };

/** The connection of this process, opened on first use with `DATABASE_URL`. Throws `SettingsError` when there is none. */
export function connection(): Connection {
  if (holder.studioConnection) return holder.studioConnection;
  const settings = env();
  if (!settings.DATABASE_URL) {
    throw new SettingsError(["No database is running. Start the app with npm start, or set DATABASE_URL."]);
  }
  return connectPool(settings.DATABASE_URL, poolSize(settings));
}

/** Lets this process use the database at an address; an older connection must have been taken before. */
export function connectPool(url: string, max: number): Connection {
  holder.studioConnection = { url, pool: openPool(url, max), client: null };
  return holder.studioConnection;
}

/** Takes the connection away from this process, for whoever closes it; undefined where there is none. */
export function takeConnection(): Connection | undefined {
  const open = holder.studioConnection;
  holder.studioConnection = undefined;
  return open;
}

/** The pool of this process, for the statements that Prisma cannot say and for the job queue. */
export function getPool(): pg.Pool {
  return connection().pool;
}

/** The address of the database of this process, for a thread of it that connects by itself. */
export function databaseUrl(): string {
  return connection().url;
}
