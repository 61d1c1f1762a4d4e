/**
 * Measures the import: invented EpisodeLog records, streamed from disk into both databases.
 * Usage: npm run bench:import -- [--megabytes 500] [--database embedded|postgres] [--seed 1]
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
import { eachDatabase, numberOption } from "./lib/databases.ts";
import { syntheticEpisode, syntheticFile } from "./lib/synthetic-episodes.ts";

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

async function writeFile(file: string, megabytes: number, seed: number): Promise<number> {
  const options = { seed };
  const sample = Array.from(
    { length: 100 },
    (_, number) => JSON.stringify(syntheticEpisode(number, options)).length + 1,
  );
  const size = sample.reduce((sum, length) => sum + length, 0) / sample.length;
  const count = Math.ceil((megabytes * 1_000_000) / size);
  const out = createWriteStream(file);
  for await (const piece of syntheticFile(0, count, options)) if (!out.write(piece)) await once(out, "drain");
  out.end();
  await once(out, "finish");
  return count;
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

async function main(): Promise<void> {
  const megabytes = numberOption("megabytes", 500);
  const folder = mkdtempSync(path.join(os.tmpdir(), "studio-bench-files-"));
  process.env.DATA_DIR = folder;
  resetEnv();
  const file = path.join(folder, "bench.jsonl");
  const count = await writeFile(file, megabytes, numberOption("seed", 1));
  const size = statSync(file).size;
  console.log(`${count} records, ${(size / 1e6).toFixed(0)} MB, ${(size / count / 1000).toFixed(1)} kB each\n`);
  console.log(
    "database            pass    accepted  unchanged  store s  import s  own cpu s  records/s    MB/s  peak MB",
  );
  for await (const database of eachDatabase()) {
    await connectDb(database.url, 4);
    for (const pass of ["first", "again"]) {
      const { row, seconds, cpuSeconds, storeSeconds, peakMegabytes } = await importOnce(file);
      if (row.state !== "completed" || row.rowsDone !== count)
        throw new Error(`${row.state} ${row.rowsDone}: ${row.error}`);
      const cells = [
        database.name.padEnd(18),
        pass.padEnd(6),
        String(row.acceptedCount).padStart(9),
        String(row.unchangedCount).padStart(10),
        storeSeconds.toFixed(1).padStart(8),
        seconds.toFixed(1).padStart(9),
        cpuSeconds.toFixed(1).padStart(10),
        Math.round(count / seconds)
          .toString()
          .padStart(10),
        (size / 1e6 / seconds).toFixed(1).padStart(7),
        peakMegabytes.toFixed(0).padStart(8),
      ];
      console.log(cells.join(" "));
    }
    await closeDb();
  }
  rmSync(folder, { recursive: true, force: true });
}

await main();
