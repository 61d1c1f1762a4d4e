import path from "node:path";
import { env } from "#lib/env.ts";
import { closeQueue } from "#lib/jobs/queue.ts";
import { closeDb } from "#lib/store/db.ts";
import { socketFolder } from "./data-dir.ts";
import { type Owner, startOwner, stopOwner } from "./embedded/owner.ts";
import { embeddedUrl } from "./embedded/server.ts";
import { checkDatabase, updateDatabase } from "./prepare-database.ts";
import { reportFailure } from "./sentence.ts";
import { completeSettings, readSettings, setDatabase } from "./settings.ts";

/** Opens the database a command works on; answers the owner process where one had to be started for it. */
async function openDatabase(): Promise<Owner | null> {
  const { settings, dataDir } = completeSettings(readSettings());
  if (settings.DATABASE_URL) {
    await checkDatabase(settings.DATABASE_URL);
    setDatabase(settings.DATABASE_URL, false);
    return null;
  }
  const sockets = socketFolder(dataDir);
  const url = embeddedUrl(sockets);
  const isRunning = await checkDatabase(url).then(
    () => true,
    () => false,
  );
  const owner = isRunning ? null : await startOwner(dataDir, sockets);
  setDatabase(url, true);
  return owner;
}

/**
 * Runs a command's work on the database of the app: the one of DATABASE_URL, the embedded one of a running `npm start`,
 * or, where none runs, the embedded one opened for as long as the work takes. The layout is brought up to date first.
 * Throws sentences when the database cannot be used.
 */
async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const owner = await openDatabase();
  try {
    await updateDatabase(env().DATABASE_URL ?? "");
    return await work();
  } finally {
    await closeQueue();
    await closeDb();
    if (owner) await stopOwner(owner);
  }
}

/** Runs a whole command on the database and ends the process: with the exit code it answers, 0 for none, 1 for an error. */
export async function runCommand(work: () => Promise<number | undefined>): Promise<void> {
  process.exitCode = await withDatabase(work).then((code) => code ?? 0, reportFailure);
}

/** The full path of a file that a person named, seen from the folder in which the command was typed. */
export function fileFromShell(name: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), name);
}
