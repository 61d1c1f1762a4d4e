import { randomUUID } from "node:crypto";
import pg from "pg";
import { type Migration, readMigrations } from "./migrations.ts";

/** The number under which Prisma's own command locks; ours excludes it and is excluded by it. */
const MIGRATION_LOCK = 72707369;

/** Prisma's own table, so that `prisma migrate deploy` finds what it expects. */
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** Why migrating was refused; the database is as it was. `message` is a sentence for the person who starts the app. */
export class MigrationError extends Error {
  readonly reason: "NEWER" | "EDITED" | "UNFINISHED" | "FAILED";

  constructor(reason: MigrationError["reason"], message: string) {
    super(message);
    this.name = "MigrationError";
    this.reason = reason;
  }
}

type Row = { migration_name: string; checksum: string; finished_at: Date | null };

/**
 * Brings a database to the committed migrations, all of them or none, and answers the names that were applied.
 * Two processes that migrate at once do so one after the other. Throws {@link MigrationError}.
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const known = await readMigrations(folder);
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    // The table's presence is asked first, since IF NOT EXISTS would write a notice into every log.
    const table = await client.query(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS there`);
    if (!table.rows[0].there) await client.query(CREATE_TABLE);
    const pending = findPending(known, await readApplied(client));
    for (const migration of pending) await apply(client, migration);
    await client.query("COMMIT");
    return pending.map((migration) => migration.name);
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}

async function readApplied(client: pg.Client): Promise<Row[]> {
  const answer = await client.query<Row>(
    `SELECT "migration_name", "checksum", "finished_at" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
  );
  return answer.rows;
}

/** Compares what the code knows with what the database says; throws {@link MigrationError} when they disagree. */
function findPending(known: Migration[], applied: Row[]): Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const migration = byName.get(row.migration_name);
    if (!migration) {
      throw new MigrationError(
        "NEWER",
        `The database is newer than this program: it has the change “${row.migration_name}”, which is unknown here. Nothing was touched. Start the newer version, or use another DATA_DIR or DATABASE_URL.`,
      );
    }
    if (!row.finished_at) {
      throw new MigrationError(
        "UNFINISHED",
        `The database change “${row.migration_name}” was begun elsewhere and never finished. Repair it with “npx prisma migrate resolve”, then start again.`,
      );
    }
    if (row.checksum !== migration.checksum) {
      throw new MigrationError(
        "EDITED",
        `The database change “${row.migration_name}” was edited after it had been applied. Restore prisma/migrations from the repository and start again.`,
      );
    }
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return known.filter((migration) => !done.has(migration.name));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const startedAt = new Date();
  try {
    await client.query(migration.sql);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new MigrationError(
      "FAILED",
      `The database change “${migration.name}” failed (${cause}). The database is as it was before. Report this with the sentence in brackets.`,
    );
  }
  await client.query(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
     VALUES ($1, $2, $3, $4, $5, 1)`,
    [randomUUID(), migration.checksum, migration.name, startedAt, new Date()],
  );
}
