import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { migrate } from "#lib/store/migrate.ts";
import { startOwner, stopOwner, temporarySocketDir } from "#scripts/lib/embedded/owner.ts";
import { testDatabaseUrl } from "#tests/support/database.ts";

/** A database of its own: this file makes and breaks tables. */
let url: string;
let close: () => Promise<void>;

beforeAll(async () => {
  if (inject("databaseKind") === "embedded") {
    const owner = await startOwner(undefined, temporarySocketDir());
    url = owner.url;
    close = () => stopOwner(owner);
    return;
  }
  const name = `studio_migrate_${process.pid}`;
  await run(testDatabaseUrl(), `CREATE DATABASE ${name}`);
  const address = new URL(testDatabaseUrl());
  address.pathname = `/${name}`;
  url = address.href;
  close = () => run(testDatabaseUrl(), `DROP DATABASE ${name} WITH (FORCE)`).then(() => {});
});
afterAll(() => close());

async function run<Row extends pg.QueryResultRow>(target: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: target });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

let folder: string;

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, "migration.sql"), sql);
}

beforeEach(async () => {
  await run(url, `DROP SCHEMA public CASCADE; CREATE SCHEMA public`);
  folder = await mkdtemp(path.join(os.tmpdir(), "studio-migrations-"));
  await addMigration(
    "001_fruit",
    `CREATE TABLE fruit (name text PRIMARY KEY); CREATE INDEX fruit_name ON fruit (name);`,
  );
});

describe("migrating", () => {
  it("applies what is pending, once, and keeps the rows that Prisma's command keeps", async () => {
    expect(await migrate(url, folder)).toEqual(["001_fruit"]);
    expect(await migrate(url, folder)).toEqual([]);
    await addMigration("002_colour", `ALTER TABLE fruit ADD COLUMN colour text;`);
    expect(await migrate(url, folder)).toEqual(["002_colour"]);
    const rows = await run(
      url,
      `SELECT migration_name, length(checksum) AS hash, applied_steps_count AS steps,
      finished_at >= started_at AS finished, rolled_back_at, logs FROM _prisma_migrations ORDER BY 1`,
    );
    const kept = { hash: 64, steps: 1, finished: true, rolled_back_at: null, logs: null };
    expect(rows).toEqual([
      { migration_name: "001_fruit", ...kept },
      { migration_name: "002_colour", ...kept },
    ]);
    await run(url, `INSERT INTO fruit (name, colour) VALUES ('pear', 'green')`);
  });

  it("refuses a database that a newer program has changed, and leaves it alone", async () => {
    await migrate(url, folder);
    await run(
      url,
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'y', '999_future', now())`,
    );
    await addMigration("002_colour", `ALTER TABLE fruit ADD COLUMN colour text;`);
    await expect(migrate(url, folder)).rejects.toMatchObject({
      reason: "NEWER",
      message: expect.stringContaining("999_future"),
    });
    const columns = await run(
      url,
      `SELECT 1 FROM information_schema.columns WHERE table_name = 'fruit' AND column_name = 'colour'`,
    );
    expect(columns).toEqual([]);
  });

  it("refuses a migration that was edited after it had been applied", async () => {
    await migrate(url, folder);
    await addMigration("001_fruit", `CREATE TABLE fruit (name text PRIMARY KEY, weight int);`);
    await expect(migrate(url, folder)).rejects.toMatchObject({ reason: "EDITED" });
  });

  it("refuses a database where another tool left a migration unfinished", async () => {
    await migrate(url, folder);
    await run(url, `UPDATE _prisma_migrations SET finished_at = NULL`);
    await expect(migrate(url, folder)).rejects.toMatchObject({ reason: "UNFINISHED" });
  });

  it("applies all or nothing: a failing change takes the ones before it back", async () => {
    await addMigration("002_colour", `ALTER TABLE fruit ADD COLUMN colour text;`);
    await addMigration("003_wrong", `ALTER TABLE vegetables ADD COLUMN colour text;`);
    await expect(migrate(url, folder)).rejects.toMatchObject({
      reason: "FAILED",
      message: expect.stringContaining("003_wrong"),
    });
    expect(await run(url, `SELECT to_regclass('fruit') AS fruit, to_regclass('_prisma_migrations') AS rows`)).toEqual([
      { fruit: null, rows: null },
    ]);
  });

  it("lets two programs that start at once migrate one after the other", async () => {
    await addMigration("002_slow", `SELECT pg_sleep(0.3); CREATE TABLE slow (id int);`);
    const results = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)]);
    expect(results.map((names) => names.length).sort()).toEqual([0, 0, 2]);
  });
});
