import { existsSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { migrate } from "#lib/store/migrate.ts";
import { Sentence } from "./sentence.ts";
import { ROOT } from "./settings.ts";

const CONNECT_LIMIT_MS = 8_000;

/** PostgreSQL's and the network's codes, each with what to do. */
const ADVICE: Record<string, string> = {
  ECONNREFUSED: "Nothing listens there. Start the server, or correct DATABASE_URL.",
  ENOTFOUND: "That host is not known. Correct the host in DATABASE_URL.",
  EAI_AGAIN: "That host cannot be looked up just now. Check the network, or correct the host in DATABASE_URL.",
  ETIMEDOUT: "The server does not answer. Check the network and the host in DATABASE_URL.",
  "28P01": "The password is wrong. Correct it in DATABASE_URL.",
  "28000": "The server does not admit this user. Correct the user in DATABASE_URL, or the server's pg_hba.conf.",
  "3D000": "That database does not exist. Create it (createdb NAME), or correct its name in DATABASE_URL.",
  "53300": "The server has no connection left. Raise its max_connections, or lower DATABASE_POOL.",
};

/** The address of a database as it may stand in a log: without the password. */
export function describeDatabase(url: string): string {
  const address = new URL(url);
  return `${address.hostname}:${address.port || 5432}${address.pathname}`;
}

/** Connects once. Throws a {@link Sentence} that says what is wrong with DATABASE_URL or its server. */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
    await client.end();
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const advice = (code && ADVICE[code]) ?? `The server said: ${message}. Check DATABASE_URL.`;
    throw new Sentence(`The database at ${describeDatabase(url)} cannot be used. ${advice}`);
  }
}

/** Brings the database to the committed migrations and installs the job queue; answers what changed, for the progress line. */
export async function updateDatabase(url: string): Promise<string> {
  const applied = await migrate(url, path.join(ROOT, "prisma/migrations"));
  const { installQueue } = await import("#lib/jobs/queue.ts");
  await installQueue();
  return applied.length === 0 ? "up to date" : `${applied.length} changes applied`;
}

/** Fills an empty database with the demo data; does nothing when there are episodes or accounts already. */
export async function seedDatabase(): Promise<string> {
  const file = path.join(ROOT, "prisma/seed.ts");
  if (!existsSync(file)) return "none";
  const seed: { seedIfEmpty(): Promise<boolean> } = await import(file);
  return (await seed.seedIfEmpty()) ? "added" : "unchanged";
}
