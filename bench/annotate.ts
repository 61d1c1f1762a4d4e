/**
 * Virtual annotators over HTTP against the built app: whole visits, at 50, 200 and 500 people at once, on both databases;
 * with --kill the same while processes are killed. After every run the database is compared with what the clients were
 * told. Exit code 1 when the books do not balance.
 */
import pg from "pg";
import { resetEnv } from "#lib/env.ts";
import { closeDb, connectDb } from "#lib/store/db.ts";
import { App } from "./annotate/app.ts";
import { type KillResult, runKills } from "./annotate/kills.ts";
import { balance, type Ledger } from "./annotate/ledger.ts";
import { runLoad, sizeOfStudy } from "./annotate/load.ts";
import { importEpisodes, launchBenchStudy } from "./annotate/material.ts";
import { percentile } from "./annotate/measure.ts";
import { type DatabaseKind, type Options, readOptions } from "./annotate/options.ts";
import {
  describeCounts,
  describeLedger,
  describeLoad,
  describeMachine,
  describeTargets,
  tableHead,
  tableRow,
} from "./annotate/report.ts";
import { openServer } from "./lib/databases.ts";

const EPISODES = 200;
const ITEMS_PER_ANNOTATOR = 2;

/** The app that runs now, so that it ends with the benchmark. */
let current: App | undefined;

async function withApp(
  kind: DatabaseKind,
  options: Options,
  work: (app: App, episodeIds: string[], name: string) => Promise<boolean>,
): Promise<boolean> {
  const server = kind === "postgres" ? await openServer() : null;
  if (kind === "postgres" && !server) {
    console.log("PostgreSQL: skipped, no server answers (set TEST_DATABASE_URL).");
    return true;
  }
  const app = new App(options.port, server?.url ?? null);
  current = app;
  try {
    await app.start();
    process.env.DATA_DIR = app.dataDir;
    resetEnv();
    await connectDb(app.databaseUrl, 2);
    return await work(app, await importEpisodes(EPISODES, options.seed), server ? "PostgreSQL" : "embedded");
  } finally {
    await closeDb().catch(() => {});
    await app.stop();
    await server?.stop();
    if (options.keep) console.log(`The app's log is ${app.logFile}`);
    else app.remove();
    current = undefined;
  }
}

async function readLedger(
  app: App,
  studies: Parameters<typeof balance>[1],
  journal: Parameters<typeof balance>[2],
): Promise<Ledger> {
  const client = new pg.Client({ connectionString: app.databaseUrl });
  await client.connect();
  try {
    return await balance(client, studies, journal);
  } finally {
    await client.end();
  }
}

async function measureLoad(kind: DatabaseKind, options: Options): Promise<boolean> {
  return withApp(kind, options, async (app, episodeIds, name) => {
    let isBalanced = true;
    const rows: string[] = [];
    for (const people of options.people) {
      const size = { ...sizeOfStudy(people, options), itemsPerAnnotator: ITEMS_PER_ANNOTATOR };
      const study = await launchBenchStudy(`${people} people`, episodeIds, size);
      console.log(`\n${name}, ${people} people (${describeLoad()} before) …`);
      const result = await runLoad(app, study, people, options);
      const ledger = await readLedger(app, [study], result.journal);
      rows.push(tableRow(name, result));
      console.log(
        [
          tableHead(),
          rows.at(-1),
          describeCounts(result),
          describeTargets(result),
          describeLedger(ledger),
          `  ${describeLoad()} after`,
        ]
          .filter(Boolean)
          .join("\n"),
      );
      isBalanced &&= ledger.faults.length === 0;
    }
    console.log(`\n${[tableHead(), ...rows].join("\n")}`);
    return isBalanced;
  });
}

function describeKills({ kills, silences, seconds, measurements, journal }: KillResult): string {
  const sorted = [...silences].sort((a, b) => a - b);
  const errors = [...measurements.errors].map(([what, count]) => `${count} × ${what}`);
  return [
    `  killed: ${Object.entries(kills)
      .map(([victim, count]) => `${victim} ${count}`)
      .join(", ")} in ${Math.round(seconds)} s`,
    `  longest silence (nobody gets an answer) after a kill of anything but the worker: ${Math.round(percentile(sorted, 50))} ms (median), ${Math.round(percentile(sorted, 95))} ms (p95), ${Math.round(sorted.at(-1) ?? 0)} ms (longest)`,
    `  ${journal.people.length} people, ${measurements.answered} requests answered; cut off or refused and tried again: ${errors.join(", ") || "none"}`,
  ].join("\n");
}

async function measureKills(kind: DatabaseKind, options: Options): Promise<boolean> {
  return withApp(kind, options, async (app, episodeIds, name) => {
    console.log(`\n${name}: ${options.rounds} kills among ${options.people[0]} people …`);
    const result = await runKills(app, episodeIds, options);
    const ledger = await readLedger(app, result.studies, result.journal);
    console.log(`${describeKills(result)}\n${describeLedger(ledger)}`);
    return ledger.faults.length === 0;
  });
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  console.log(
    `${describeMachine()}\nmean pause of a person ${options.think} s; the load generator runs on the same machine`,
  );
  let isBalanced = true;
  for (const kind of options.databases) {
    const isFine = options.kill ? await measureKills(kind, options) : await measureLoad(kind, options);
    isBalanced &&= isFine;
  }
  process.exitCode = isBalanced ? 0 : 1;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void (current?.stop() ?? Promise.resolve()).finally(() => process.exit(130)));
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
