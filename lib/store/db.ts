import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { connection, connectPool, takeConnection } from "./connection.ts";
import { type Prisma, PrismaClient } from "./generated/client.ts";

/** The Prisma client; only `lib/store` sees it. */
export type Db = PrismaClient;

/** What a query needs: the client itself or an open transaction of it. */
export type DbOrTransaction = PrismaClient | Prisma.TransactionClient;

/** Longest that a transaction may wait for its turn and run, in ms. The embedded database serves one at a time. */
const TRANSACTION_WAIT_MS = 20_000;
const TRANSACTION_RUN_MS = 30_000;

function newClient(pool: pg.Pool): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: TRANSACTION_WAIT_MS, timeout: TRANSACTION_RUN_MS },
  });
}

/** The database of this process, opened on first use with `DATABASE_URL`. Throws `SettingsError` when there is none. */
export function getDb(): Db {
  const open = connection();
  open.client ??= newClient(open.pool);
  return open.client;
}

/** Points this process at another database and closes the old connection; used by tests and shell commands. */
export async function connectDb(url: string, max = 4): Promise<void> {
  await closeDb();
  connectPool(url, max);
}

/** Closes the connection, if there is one. Safe to call twice. */
export async function closeDb(): Promise<void> {
  const open = takeConnection();
  await open?.client?.$disconnect();
  if (open && !open.pool.ended) await open.pool.end();
}
