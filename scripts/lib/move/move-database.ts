import { existsSync } from "node:fs";
import path from "node:path";
import { migrate } from "#lib/store/migrate.ts";
import { socketFolder } from "../data-dir.ts";
import { startOwner, stopOwner } from "../embedded/owner.ts";
import { checkDatabase, describeDatabase } from "../prepare-database.ts";
import { Sentence } from "../sentence.ts";
import { completeSettings, ROOT, readSettings } from "../settings.ts";
import { step } from "../terminal.ts";
import { copyDatabase } from "./copy-database.ts";

const USAGE = "npm run move-database -- postgresql://user:password@host:5432/name";
const MIGRATIONS = path.join(ROOT, "prisma/migrations");

/** The address to move to: the argument, else DATABASE_URL. */
function targetOf(argv: readonly string[], databaseUrl: string | undefined): string {
  const target = argv[0] ?? databaseUrl;
  if (argv.length > 1 || !target || !/^postgres(ql)?:\/\//.test(target) || !URL.canParse(target))
    throw new Sentence(
      `Say where to: ${USAGE}. The database must exist and be empty. Without an address DATABASE_URL is taken.`,
    );
  return target;
}

/**
 * Copies the embedded database of DATA_DIR, with everything in it, into an empty database on a PostgreSQL server. The app
 * must be stopped. The embedded database stays as it is, so that going back means starting without DATABASE_URL.
 */
export async function moveDatabase(argv: readonly string[]): Promise<void> {
  const { settings, dataDir } = completeSettings(readSettings());
  const target = targetOf(argv, settings.DATABASE_URL);
  if (!existsSync(path.join(dataDir, "database")))
    throw new Sentence(`There is no embedded database in ${dataDir}. Name the folder that has it as DATA_DIR.`);
  await step(`Database at ${describeDatabase(target)}`, () => checkDatabase(target));
  const owner = await step(`Embedded database in ${dataDir}`, () => startOwner(dataDir, socketFolder(dataDir)));
  try {
    await step("Layout of both", async () => {
      await migrate(owner.url, MIGRATIONS);
      await migrate(target, MIGRATIONS);
    });
    const copied = await step("Copying and comparing", () => copyDatabase(owner.url, target));
    for (const { table, rows } of copied) if (rows > 0) console.log(`    ${String(rows).padStart(9)}  ${table}`);
    const total = copied.reduce((sum, { rows }) => sum + rows, 0);
    console.log(`\n${total} rows of ${copied.length} tables are there, equal in number and content.`);
    console.log(
      "Now set DATABASE_URL to that address, keep DATA_DIR and its auth-secret as they are, and start the app.",
    );
  } finally {
    await stopOwner(owner);
  }
}
