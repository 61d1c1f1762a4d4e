/**
 * Measures the import: invented EpisodeLog records, streamed from disk into both databases. Two files, with records as long
 * as the published EpisodeLogs' (14 kB) and as those on Hugging Face (29 kB).
 * Usage: npm run bench:import -- [--megabytes 250] [--turns 7,20] [--database embedded|postgres] [--seed 1]
 * Prints records/s, the processor time and peak memory of the importing process, and how long the same file takes a second time.
 */
import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { systemActor } from "#lib/domain/access/actor.ts";
import { resetEnv } from "#lib/env.ts";
import { importFile } from "#lib/operations/imports/import-file.ts";
import { runImport } from "#lib/operations/imports/run-import.ts";
import { closeDb, connectDb } from "#lib/store/db.ts";
import { type BenchDatabase, eachDatabase, numberOption } from "./lib/databases.ts";
import { type SyntheticOptions, syntheticEpisode, syntheticFile } from "./lib/synthetic-episodes.ts";

const actor = systemActor("bench");

/** The highest resident memory seen while it runs, in MB. */
function watchMemory(): () => number {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 50);
  return () => {
    clearInterval(timer);
    look();
    return peak / 1_048_576;
  };
}

/** A file on disk: `kilobytes` is the mean length of a record. */
type BenchFile = { file: string; count: number; size: number; kilobytes: string };

async function writeFile(folder: string, megabytes: number, options: SyntheticOptions): Promise<BenchFile> {
  const sample = Array.from(
    { length: 100 },
    (_, number) => JSON.stringify(syntheticEpisode(number, options)).length + 1,
  );
  const length = sample.reduce((sum, one) => sum + one, 0) / sample.length;
  const count = Math.ceil((megabytes * 1_000_000) / length);
  const file = path.join(folder, `turns-${options.turns}.jsonl`);
  const out = createWriteStream(file);
  for await (const piece of syntheticFile(0, count, options)) if (!out.write(piece)) await once(out, "drain");
  out.end();
  await once(out, "finish");
  const { size } = statSync(file);
  return { file, count, size, kilobytes: (size / count / 1000).toFixed(1) };
}

async function importOnce(file: string) {
  const peak = watchMemory();
  const processor = process.cpuUsage();
  const start = performance.now();
  const queued = await importFile(
    actor,
    { fileName: path.basename(file), source: createReadStream(file) },
    { enqueue: async () => null },
  );
  const stored = performance.now();
  const row = await runImport(actor, { importId: queued.id });
  const seconds = (performance.now() - stored) / 1000;
  const { user, system } = process.cpuUsage(processor);
  const cpuSeconds = (user + system) / 1e6;
  return { row, seconds, cpuSeconds, storeSeconds: (stored - start) / 1000, peakMegabytes: peak() };
}

const COLUMNS = [18, 6, 8, 8, 9, 10, 8, 9, 10, 10, 7, 8];
const HEAD = "database,pass,kB each,records,accepted,unchanged,store s,import s,own cpu s,records/s,MB/s,peak MB".split(
  ",",
);

function printRow(cells: string[]): void {
  console.log(cells.map((cell, at) => (at < 2 ? cell.padEnd(COLUMNS[at]!) : cell.padStart(COLUMNS[at]!))).join(" "));
}

/** Imports a file twice into one database and prints a line for each time. */
async function measure(database: BenchDatabase, { file, count, size, kilobytes }: BenchFile): Promise<void> {
  for (const pass of ["first", "again"]) {
    const { row, seconds, cpuSeconds, storeSeconds, peakMegabytes } = await importOnce(file);
    if (row.state !== "completed" || row.rowsDone !== count)
      throw new Error(`${row.state} ${row.rowsDone}: ${row.error}`);
    printRow([
      database.name,
      pass,
      kilobytes,
      String(count),
      String(row.acceptedCount),
      String(row.unchangedCount),
      storeSeconds.toFixed(1),
      seconds.toFixed(1),
      cpuSeconds.toFixed(1),
      (count / seconds).toFixed(0),
      (size / 1e6 / seconds).toFixed(1),
      peakMegabytes.toFixed(0),
    ]);
  }
}

/** Lengths of the conversations, from `--turns 7,20`: about 14 kB and 29 kB a record. */
function turnsOption(): number[] {
  const at = process.argv.indexOf("--turns");
  return (at < 0 ? "7,20" : (process.argv[at + 1] ?? "")).split(",").map(Number);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "studio-bench-files-"));
  process.env.DATA_DIR = folder;
  resetEnv();
  const files: BenchFile[] = [];
  for (const turns of turnsOption()) {
    files.push(await writeFile(folder, numberOption("megabytes", 250), { seed: numberOption("seed", 1), turns }));
  }
  printRow(HEAD);
  // A fresh database for every file: the second one must not profit or suffer from the first.
  for (const file of files) {
    for await (const database of eachDatabase()) {
      await connectDb(database.url, 4);
      await measure(database, file);
      await closeDb();
    }
  }
  rmSync(folder, { recursive: true, force: true });
}

await main();
