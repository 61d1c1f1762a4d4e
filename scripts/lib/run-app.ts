import { appUrl, type Env } from "#lib/env.ts";
import { closeDb } from "#lib/store/db.ts";
import { build, isBuilt } from "./build.ts";
import { socketFolder } from "./data-dir.ts";
import { embeddedUrl } from "./embedded/server.ts";
import { makeFirstAdminLink } from "./first-admin.ts";
import { endHelpers } from "./helpers.ts";
import { ManagedProcess, type ProcessEvents, type ProcessSpec } from "./managed-process.ts";
import { checkPort } from "./port.ts";
import { checkDatabase, describeDatabase, seedDatabase, updateDatabase } from "./prepare-database.ts";
import { databaseProcess, webProcess, workerProcess } from "./processes.ts";
import { reportFailure } from "./sentence.ts";
import { completeSettings, readSettings, setDatabase } from "./settings.ts";
import { seconds, step } from "./terminal.ts";

/** Everything that runs, in the order in which it was started; it is stopped in the opposite order. */
const running: ManagedProcess[] = [];
let isStopping = false;

/** Stops web, worker and database in this order and ends with the given code. A second call ends them by force. */
async function stopAll(code: number): Promise<void> {
  if (isStopping) {
    for (const process of running) process.kill();
    process.exit(code || 1);
  }
  isStopping = true;
  endHelpers();
  for (const process of [...running].reverse()) await process.stop();
  await closeDb().catch(() => {});
  process.exit(code);
}

const events: ProcessEvents = {
  onRestart: (name, how) => console.error(`The ${name} process ended unexpectedly (${how}); it is started anew.`),
  onBack: (name) => console.error(`The ${name} process is back.`),
  onGivenUp: (sentence) => {
    console.error(`\n${sentence} Everything is being stopped; what was saved is safe. The lines above say more.\n`);
    void stopAll(1);
  },
};

async function keepRunning(spec: ProcessSpec): Promise<void> {
  const managed = new ManagedProcess(spec, events);
  running.push(managed);
  await managed.start();
}

async function openDatabase(settings: Env, dataDir: string): Promise<void> {
  if (settings.DATABASE_URL) {
    const url = settings.DATABASE_URL;
    await step(`Database at ${describeDatabase(url)}`, () => checkDatabase(url));
    setDatabase(url, false);
    return;
  }
  const sockets = socketFolder(dataDir);
  await step(`Embedded database in ${dataDir}`, () => keepRunning(databaseProcess(dataDir, sockets)));
  setDatabase(embeddedUrl(sockets), true);
}

async function startApp(mode: "start" | "dev"): Promise<void> {
  const { settings, dataDir } = completeSettings(readSettings());
  // First what costs nothing: a taken port is said before a database is opened for nothing.
  await checkPort(settings.PORT, settings.HOST);
  await openDatabase(settings, dataDir);
  await step("Database layout", () => updateDatabase(process.env.DATABASE_URL ?? ""));
  await step("Demo data", seedDatabase);
  if (mode === "start" && !isBuilt()) await step("Building the pages, about a minute", build);
  const link = await makeFirstAdminLink();
  await closeDb();
  await step("Web server", () => keepRunning(webProcess(mode, settings)));
  await step("Worker", () => keepRunning(workerProcess()));
  greet(settings, link);
}

function greet(settings: Env, link: string | null): void {
  const lines = [`Open ${appUrl(settings)}`];
  if (link)
    lines.push(
      "",
      "Nobody has an account yet. Make the first administrator here (works once, for 24 hours):",
      link,
      "",
    );
  if (settings.HOST === "0.0.0.0" || settings.HOST === "::") {
    lines.push("Other machines on this network can reach it too; HOST=127.0.0.1 admits this one only.");
  }
  lines.push("Ctrl-C stops everything.");
  console.log(`\n${lines.map((line) => (line ? `  ${line}` : "")).join("\n")}\n`);
}

/**
 * Runs the whole app, database, web and worker, until it is told to stop. Every failure on the way is said in a sentence
 * and ends in exit code 1, with nothing left running.
 */
export async function runApp(mode: "start" | "dev"): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stopAll(0));
  process.on("disconnect", () => void stopAll(0));
  const start = performance.now();
  console.log("\nSotopia Studio\n");
  try {
    await startApp(mode);
    console.log(`  Ready after ${seconds(start)}.`);
  } catch (error) {
    if (isStopping) return;
    await stopAll(reportFailure(error));
  }
}
