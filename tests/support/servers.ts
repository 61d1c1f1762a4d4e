import pg from "pg";
import { installQueue } from "#lib/jobs/queue.ts";
import { closeDb, connectDb } from "#lib/store/db.ts";
import { migrate } from "#lib/store/migrate.ts";
import { type Owner, startOwner, stopOwner, temporarySocketDir } from "#scripts/lib/embedded/owner.ts";

/** Databases for the test workers, one for each, and a way to end them all. */
export type TestDatabases = { urls: string[]; stop(): Promise<void> };

const MIGRATIONS = new URL("../../prisma/migrations", import.meta.url).pathname;
const DEFAULT_SERVER = "postgresql://postgres@127.0.0.1:5432/postgres";

/** The PostgreSQL server on which tests may make databases, or null where none answers within two seconds. */
export async function findTestServer(): Promise<string | null> {
  const url = process.env.TEST_DATABASE_URL || DEFAULT_SERVER;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.end();
    return url;
  } catch {
    return null;
  }
}

/** Gives a fresh database its tables and the job queue's. */
async function prepare(url: string): Promise<void> {
  await migrate(url, MIGRATIONS);
  await connectDb(url, 2);
  await installQueue();
  await closeDb();
}

/** Starts one embedded database in memory for each worker, migrated. */
export async function startEmbeddedDatabases(count: number): Promise<TestDatabases> {
  const owners: Owner[] = await Promise.all(
    Array.from({ length: count }, () => startOwner(undefined, temporarySocketDir())),
  );
  for (const owner of owners) await prepare(owner.url);
  return {
    urls: owners.map((owner) => owner.url),
    stop: async () => {
      await Promise.all(owners.map((owner) => stopOwner(owner)));
    },
  };
}

/** The same address with another database name. */
function withName(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function administer(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes one database for each worker on a PostgreSQL server, as copies of a migrated one; they are dropped at the end. */
export async function startServerDatabases(count: number, server: string): Promise<TestDatabases> {
  const prefix = `studio_test_${process.pid}`;
  const template = `${prefix}_template`;
  const names = Array.from({ length: count }, (_, index) => `${prefix}_${index}`);
  await administer(server, [`CREATE DATABASE "${template}"`]);
  await prepare(withName(server, template));
  await administer(
    server,
    names.map((name) => `CREATE DATABASE "${name}" TEMPLATE "${template}"`),
  );
  return {
    urls: names.map((name) => withName(server, name)),
    stop: () =>
      administer(
        server,
        [template, ...names].map((name) => `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
      ),
  };
}
