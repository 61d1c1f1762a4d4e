import { afterAll, beforeAll, beforeEach, inject } from "vitest";
import { getPool } from "#lib/store/connection.ts";
import { closeDb, connectDb, type Db, getDb } from "#lib/store/db.ts";

/** The database of this test worker. */
export type TestDatabase = {
  /** Its address, for code that connects by itself. */
  readonly url: string;
  readonly kind: "embedded" | "postgres";
  /** The client that `lib/store` uses, pointed at this database. */
  readonly db: Db;
};

/** The address of this worker's database. Two workers never share one. */
export function testDatabaseUrl(): string {
  const urls = inject("databaseUrls");
  const worker = Number(process.env.VITEST_POOL_ID ?? 1);
  const url = urls[(worker - 1) % urls.length];
  if (!url) throw new Error("The databases of the tests have not been started.");
  return url;
}

/**
 * Gives a test file an empty, migrated database: call it once at the top. `getDb()` anywhere in the code under test
 * leads to it. Rows are removed before each test, or with `reset: "file"` only before the first.
 */
export function withTestDatabase(options: { reset?: "test" | "file" } = {}): TestDatabase {
  beforeAll(async () => {
    await connectDb(testDatabaseUrl(), 8);
    await emptyDatabase();
  });
  if (options.reset !== "file") beforeEach(emptyDatabase);
  afterAll(closeDb);
  return {
    get url() {
      return testDatabaseUrl();
    },
    get kind() {
      return inject("databaseKind");
    },
    get db() {
      return getDb();
    },
  };
}

/** The app's tables and the jobs; the queue's other tables say which kinds of job there are. */
const TABLES = `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
  WHERE (schemaname = 'public' AND tablename <> '_prisma_migrations') OR (schemaname = 'pgboss' AND tablename = 'job')`;

let countRows: string | undefined;

/** Removes every row of the worker's database; only tables that have rows are touched, which makes it cheap. */
export async function emptyDatabase(): Promise<void> {
  const pool = getPool();
  if (!countRows) {
    const tables = await pool.query<{ name: string }>(TABLES);
    countRows = tables.rows
      .map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT 1 FROM ${name})`)
      .join(" UNION ALL ");
  }
  const filled = (await pool.query<{ name: string }>(countRows)).rows.map(({ name }) => name);
  if (filled.length === 0) return;
  const deletes = filled.map((name) => `DELETE FROM ${name}`).join("; ");
  // The role "replica" silences the triggers that forbid removing rows of append-only tables, and the foreign keys. A
  // table that is truncated gets new files, and makes every connection plan its statements anew.
  await pool.query(`BEGIN; SET LOCAL session_replication_role = replica; ${deletes}; COMMIT`);
}
