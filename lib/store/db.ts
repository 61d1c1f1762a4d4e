import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { env, poolSize, SettingsError } from "#lib/env.ts";
import { type Prisma, PrismaClient } from "./generated/client.ts";
import { openPool } from "./pool.ts";

/** The Prisma client; only `lib/store` sees it. */
export type Db = PrismaClient;

/** What a query needs: the client itself or an open transaction of it. */
export type DbOrTransaction = PrismaClient | Prisma.TransactionClient;

type Connection = { url: string; pool: pg.Pool; client: PrismaClient };

/** Kept on the global object: a development reload loads this module anew and must find the old connection. */
const holder = globalThis as typeof globalThis & { studioConnection?: Connection };

/** Longest that a transaction may wait for its turn and run, in ms. The embedded database serves one at a time. */
const TRANSACTION_WAIT_MS = 20_000;
const TRANSACTION_RUN_MS = 30_000;

function connect(url: string, max: number): Connection {
  const pool = openPool(url, max);
  const adapter = new PrismaPg(pool);
  const client = new PrismaClient({
    adapter,
    transactionOptions: { maxWait: TRANSACTION_WAIT_MS, timeout: TRANSACTION_RUN_MS },
  });
  return { url, pool, client };
}

function connection(): Connection {
  if (holder.studioConnection) return holder.studioConnection;
  const settings = env();
  if (!settings.DATABASE_URL) {
    throw new SettingsError(["No database is running. Start the app with npm start, or set DATABASE_URL."]);
  }
  holder.studioConnection = connect(settings.DATABASE_URL, poolSize(settings));
  return holder.studioConnection;
}

/** The database of this process, opened on first use with `DATABASE_URL`. Throws `SettingsError` when there is none. */
export function getDb(): Db {
  return connection().client;
}

/** The pool under {@link getDb}, for the few statements that Prisma cannot say and for the job queue. */
export function getPool(): pg.Pool {
  return connection().pool;
}

/** The address of the database of this process, for a thread of it that connects by itself. */
export function databaseUrl(): string {
  return connection().url;
}

/** Points this process at another database and closes the old connection; used by tests and shell commands. */
export async function connectDb(url: string, max = 4): Promise<void> {
  await closeDb();
  holder.studioConnection = connect(url, max);
}

/** Closes the connection, if there is one. Safe to call twice. */
export async function closeDb(): Promise<void> {
  const open = holder.studioConnection;
  holder.studioConnection = undefined;
  await open?.client.$disconnect();
  if (open && !open.pool.ended) await open.pool.end();
}
