import type { Env } from "#lib/env.ts";
import { closeDb } from "#lib/store/db.ts";
import { build, isBuilt } from "./build.ts";
import { socketFolder } from "./data-dir.ts";
import { embeddedUrl } from "./embedded/server.ts";
import { makeFirstAdminLink } from "./first-admin.ts";
import { endHelpers } from "./helpers.ts";
import { ManagedProcess, type ProcessSpec } from "./managed-process.ts";
import { checkPort } from "./port.ts";
import { checkDatabase, updateDatabase } from "./prepare-database.ts";
import { webProcess, workerProcess } from "./processes.ts";
import { reportFailure, Sentence } from "./sentence.ts";
import { completeSettings, readSettings, setDatabase } from "./settings.ts";

/** Finds the database that a single process joins: DATABASE_URL, or the embedded one that `npm start` is running. */
async function joinDatabase(settings: Env, dataDir: string): Promise<string> {
  if (settings.DATABASE_URL) {
    await checkDatabase(settings.DATABASE_URL);
    setDatabase(settings.DATABASE_URL, false);
    return settings.DATABASE_URL;
  }
  const url = embeddedUrl(socketFolder(dataDir));
  await checkDatabase(url).catch(() => {
    throw new Sentence(
      "There is no database to join. Set DATABASE_URL, or run npm start, which brings its own database.",
    );
  });
  setDatabase(url, true);
  return url;
}

async function prepare(part: "web" | "worker"): Promise<ProcessSpec> {
  const { settings, dataDir } = completeSettings(readSettings());
  if (part === "web") await checkPort(settings.PORT, settings.HOST);
  await updateDatabase(await joinDatabase(settings, dataDir));
  const link = part === "web" ? await makeFirstAdminLink() : null;
  await closeDb();
  if (part === "worker") return workerProcess();
  if (link)
    console.log(`Nobody has an account yet. Make the first administrator here (works once, for 24 hours):\n${link}`);
  if (!isBuilt()) {
    console.log("Building the pages, about a minute.");
    await build();
  }
  return webProcess("start", settings);
}

/** Runs the web server alone or one worker alone, beside others on the same database, until it is told to stop. */
export async function runOne(part: "web" | "worker"): Promise<void> {
  let managed: ManagedProcess | undefined;
  const stop = async (code: number) => {
    endHelpers();
    await managed?.stop();
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const) process.on(signal, () => void stop(0));
  try {
    managed = new ManagedProcess(await prepare(part), {
      onRestart: (name, how) => console.error(`The ${name} process ended unexpectedly (${how}); it is started anew.`),
      onBack: (name) => console.error(`The ${name} process is back.`),
      onGivenUp: (sentence) => {
        console.error(sentence);
        void stop(1);
      },
    });
    await managed.start();
    console.log(
      part === "web" ? `The web server listens on port ${process.env.PORT ?? 3000}.` : "The worker takes jobs.",
    );
  } catch (error) {
    await stop(reportFailure(error));
  }
}
