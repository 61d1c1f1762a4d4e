import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { migrate } from "#lib/store/migrate.ts";
import { startOwner, stopOwner, temporarySocketDir } from "#scripts/lib/embedded/owner.ts";

/** A fresh, migrated database for one measurement. */
export type BenchDatabase = { name: string; url: string; stop(): Promise<void> };

const MIGRATIONS = path.join(import.meta.dirname, "../../prisma/migrations");
const SERVER = process.env.TEST_DATABASE_URL || "postgresql://postgres@127.0.0.1:5432/postgres";

/** The embedded database in a folder of its own on disk, in its owner process as in the running app. */
async function openEmbedded(): Promise<BenchDatabase> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "studio-bench-"));
  const owner = await startOwner(folder, temporarySocketDir());
  await migrate(owner.url, MIGRATIONS);
  return {
    name: "embedded (PGlite)",
    url: owner.url,
    stop: async () => {
      await stopOwner(owner);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** A new database on a PostgreSQL server, or null where none answers. */
export async function openServer(): Promise<BenchDatabase | null> {
  const name = `studio_bench_${process.pid}`;
  try {
    await administer(`CREATE DATABASE ${name}`);
  } catch {
    return null;
  }
  const address = new URL(SERVER);
  address.pathname = `/${name}`;
  await migrate(address.href, MIGRATIONS);
  return { name: "PostgreSQL", url: address.href, stop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Both databases one after the other, or the one named by `--database embedded|postgres`. */
export async function* eachDatabase(): AsyncGenerator<BenchDatabase> {
  const at = process.argv.indexOf("--database");
  const wanted = at < 0 ? null : process.argv[at + 1];
  for (const [name, open] of [
    ["embedded", openEmbedded],
    ["postgres", openServer],
  ] as const) {
    if (wanted && wanted !== name) continue;
    const database = await open();
    if (!database) {
      console.log("PostgreSQL: skipped, no server answers (set TEST_DATABASE_URL).");
      continue;
    }
    try {
      yield database;
    } finally {
      await database.stop();
    }
  }
}

/** A number given on the command line as `--name value`, else the default. */
export function numberOption(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? Number.NaN : Number(process.argv[at + 1]);
  return Number.isFinite(value) ? value : otherwise;
}
