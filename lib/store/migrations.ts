import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** One committed migration: the folder's name, its SQL, and the SHA-256 that Prisma keeps of the file. */
export type Migration = { name: string; sql: string; checksum: string };

/**
 * Reads `<folder>/<timestamp>_<name>/migration.sql` in the order of their names, which is the order they run in.
 * A folder without a `migration.sql` is an error: it would be skipped on one machine and not on another.
 */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(folder, name)));
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const file = path.join(folder, name, "migration.sql");
  const sql = await readFile(file, "utf8").catch(() => {
    throw new Error(`The migration ${name} has no migration.sql. Restore the file or delete the folder.`);
  });
  return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}
