import { execFile } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { closeDb, connectDb, getDb } from "#lib/store/db.ts";
import { migrate } from "#lib/store/migrate.ts";
import { seedIfEmpty } from "#prisma/seed.ts";
import { socketFolder } from "#scripts/lib/data-dir.ts";
import { type Owner, startOwner, stopOwner, temporarySocketDir } from "#scripts/lib/embedded/owner.ts";
import { copyDatabase } from "#scripts/lib/move/copy-database.ts";
import { quoted, readContent, readLayout } from "#scripts/lib/move/layout.ts";
import { makePerson } from "#tests/factories/people.ts";
import { testDatabaseUrl } from "#tests/support/database.ts";

const ROOT = path.join(import.meta.dirname, "../../..");
const MIGRATIONS = path.join(ROOT, "prisma/migrations");

let dataDir = "";
let target = "";
let owner: Owner | undefined;

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** What each table of a database holds. */
async function contentOf(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET TimeZone = 'UTC'");
    const content: Record<string, unknown> = {};
    for (const table of await readLayout(client)) content[table.name] = await readContent(client, table);
    return content;
  } finally {
    await client.end();
  }
}

/** Runs the command as a person does, and answers its exit code with all that it said. */
async function move(address: string): Promise<{ code: number; said: string }> {
  const run = promisify(execFile)(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "scripts/move-database.ts", address],
    {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", AUTH_SECRET: "" },
    },
  );
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, said: stdout + stderr }),
  );
}

/** The embedded database of a data folder, open for as long as the work takes. */
async function onEmbedded<T>(work: (url: string) => Promise<T>): Promise<T> {
  const embedded = await startOwner(dataDir, socketFolder(dataDir));
  try {
    return await work(embedded.url);
  } finally {
    await closeDb();
    await stopOwner(embedded);
  }
}

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), "studio-move-"));
  if (inject("databaseKind") === "embedded") {
    owner = await startOwner(undefined, temporarySocketDir());
    target = owner.url;
    return;
  }
  await query(testDatabaseUrl(), `CREATE DATABASE studio_move_${process.pid}`);
  const address = new URL(testDatabaseUrl());
  address.pathname = `/studio_move_${process.pid}`;
  target = address.href;
});

afterAll(async () => {
  if (owner) await stopOwner(owner);
  else await query(testDatabaseUrl(), `DROP DATABASE studio_move_${process.pid} WITH (FORCE)`);
});

it("moves the demo with an account to a server, equal in rows and contents, and refuses a second time", async () => {
  const before = await onEmbedded(async (url) => {
    await migrate(url, MIGRATIONS);
    await connectDb(url);
    await seedIfEmpty();
    await makePerson("admin");
    const { id } = await getDb().annotator.findFirstOrThrow();
    const purgeAfter = new Date("2027-01-02T03:04:05.678Z");
    await getDb().panelIdentity.create({
      data: {
        annotatorId: id,
        panel: "prolific",
        participantId: 'a "quoted", {braced} id\\',
        sessionIds: ["one", 'tw"o,'],
        purgeAfter,
      },
    });
    return contentOf(url);
  });
  expect(before).toMatchObject({ episodes: { rows: 24 }, users: { rows: 1 }, panel_identities: { rows: 1 } });
  const first = await move(target);
  expect(first, first.said).toMatchObject({ code: 0 });
  expect(first.said).toContain("equal in number and content");
  expect(await contentOf(target)).toEqual(before);
  const second = await move(target);
  expect(second.code).toBe(1);
  expect(second.said).toContain("not empty");
  expect(await contentOf(target)).toEqual(before);
}, 240_000);

it("lets the app go on there: numbers follow, the search works, what is frozen stays frozen", async () => {
  await connectDb(target);
  const entry = await getDb().auditEntry.create({
    data: { actorKind: "system", actorId: "test", action: "test", subjectKind: "test", subjectId: "1" },
  });
  const [{ highest } = { highest: "" }] = await query<{ highest: string }>(
    target,
    "SELECT max(id)::text AS highest FROM audit_entries",
  );
  expect(String(entry.id)).toBe(highest);
  const found = await query(target, "SELECT id FROM episodes WHERE search @@ to_tsquery('simple', 'a:*')");
  expect(found.length).toBeGreaterThan(0);
  await expect(getDb().rating.updateMany({ data: { score: 0 } })).rejects.toThrow();
  await closeDb();
});

it("keeps nothing where something goes wrong on the way", async () => {
  await query(
    target,
    `DO $$ DECLARE t text; BEGIN FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public'
    AND tablename <> '_prisma_migrations' LOOP EXECUTE format('ALTER TABLE %I DISABLE TRIGGER USER', t);
    EXECUTE format('TRUNCATE %I CASCADE', t); EXECUTE format('ALTER TABLE %I ENABLE TRIGGER USER', t); END LOOP; END $$`,
  );
  await query(target, `ALTER TABLE ${quoted("ratings")} ADD CONSTRAINT never CHECK (score IS NULL)`);
  await onEmbedded(async (url) => {
    await expect(copyDatabase(url, target)).rejects.toThrow(/never/);
  });
  expect(Object.values(await contentOf(target)).every((content) => (content as { rows: number }).rows === 0)).toBe(
    true,
  );
}, 120_000);
